/* Pictures: bars and heat-maps as inline SVG (lines stand in svg_lines.c), drawn from the cells of a section. The table beside
 * them holds every figure, so a picture carries a title and is otherwise passed over by a screen
 * reader. */
#include "report/render.h"

#include <math.h>

#include "base/utf8.h"
#include "report/figure.h"
#include "report/svg.h"

enum { LABEL = 260, BAR = 420, LINE = 26, CELL = 34, HEAD = 170, MEASURES = 3 };

static const char *const bar_colours[MEASURES] = { "#1f4e79", "#3a7d44", "#b04a2f" };

void aet_svg_attribute(struct buf *out, const char *name, double v)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_buf_int(out, (int64_t)llround(v));
    aet_buf_char(out, '"');
}

void aet_svg_open(struct buf *out, const struct report *r, const struct section *s, double width,
                     double height)
{
    aet_buf_str(out, "<figure><svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    aet_buf_int(out, (int64_t)width);
    aet_buf_char(out, ' ');
    aet_buf_int(out, (int64_t)height);
    aet_buf_char(out, '"');
    aet_svg_attribute(out, "width", width);
    aet_buf_str(out, " font-family=\"system-ui,Arial,sans-serif\" font-size=\"13\"><title>");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, "</title>\n");
}

/* A label of at most `width` characters, with an ellipsis when cut. */
void aet_svg_label(struct buf *out, struct span text, size_t width)
{
    struct span shown = aet_utf8_fit(text, width);

    aet_html_text(out, shown);
    if (shown.n < text.n)
        aet_buf_str(out, "…");
}

double aet_svg_value(const struct section *s, size_t row, int column)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];

    if (!c->known)
        return 0;
    switch (s->kind->columns[column].type) {
    case CELL_NUMBER:
    case CELL_SHARE:
        return c->u.d;
    default:
        return (double)c->u.i;
    }
}

static struct span cell_text(const struct section *s, size_t row, int column)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];

    return c->known ? c->u.s : AET_LIT("");
}

void aet_svg_text(struct buf *out, double x, double y, const char *more)
{
    aet_buf_str(out, "<text");
    aet_svg_attribute(out, "x", x);
    aet_svg_attribute(out, "y", y);
    aet_buf_str(out, more);
    aet_buf_char(out, '>');
}

void aet_svg_rectangle(struct buf *out, double x, double y, double w, double h, const char *fill)
{
    aet_buf_str(out, "<rect");
    aet_svg_attribute(out, "x", x);
    aet_svg_attribute(out, "y", y);
    aet_svg_attribute(out, "width", w);
    aet_svg_attribute(out, "height", h);
    aet_buf_str(out, " fill=\"");
    aet_buf_str(out, fill);
    aet_buf_str(out, "\"/>");
}

static void bars(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    int measures = v->values > MEASURES ? MEASURES : v->values;
    double top = 0, line = LINE * (measures > 1 ? 0.62 * measures : 1);

    for (size_t row = 0; row < s->rows; row++)
        for (int m = 0; m < measures; m++)
            top = fmax(top, aet_svg_value(s, row, v->value + m));
    if (top <= 0)
        return;
    aet_svg_open(out, r, s, LABEL + BAR + 90, 20 + line * (double)s->rows + LINE);
    for (int m = 0; m < measures; m++) { /* the key */
        aet_svg_rectangle(out, LABEL + m * 150, 2, 11, 11, bar_colours[m]);
        aet_svg_text(out, LABEL + m * 150 + 16, 12, "");
        aet_svg_label(out, aet_span_z(aet_text(s->kind->columns[v->value + m].title, r->lang)), 20);
        aet_buf_str(out, "</text>");
    }
    for (size_t row = 0; row < s->rows; row++) {
        double y = 24 + line * (double)row;

        aet_svg_text(out, LABEL - 8, y + line / 2 + 4, " text-anchor=\"end\"");
        aet_svg_label(out, cell_text(s, row, v->label), 36);
        aet_buf_str(out, "</text>");
        for (int m = 0; m < measures; m++) {
            double h = (line - 6) / measures;
            double w = BAR * aet_svg_value(s, row, v->value + m) / top;

            aet_svg_rectangle(out, LABEL, y + m * h, w, fmax(h - 1, 3), bar_colours[m]);
            aet_svg_text(out, LABEL + w + 5, y + m * h + h / 2 + 4, " font-size=\"11\"");
            aet_figure(out, &s->cells[row * s->kind->n + (size_t)(v->value + m)],
                       s->kind->columns[v->value + m].type, r->lang, ", ");
            aet_buf_str(out, "</text>");
        }
        aet_buf_char(out, '\n');
    }
    aet_buf_str(out, "</svg></figure>\n");
}

/* A cell as words, whatever its type; made in `arena` when it is none. */
static struct span cell_words(const struct section *s, size_t row, int column, enum lang lang,
                              struct arena *arena)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];
    enum cell_type type = s->kind->columns[column].type;
    struct buf text = { 0 };
    struct span words;

    if (type == CELL_TEXT || type == CELL_CODE || !c->known)
        return cell_text(s, row, column);
    aet_figure(&text, c, type, lang, ", ");
    words = aet_arena_copy(arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return words;
}

size_t aet_svg_distinct(const struct section *s, int column, enum lang lang, struct arena *arena,
                        struct span *names, size_t *index)
{
    size_t n = 0;

    for (size_t row = 0; row < s->rows; row++) {
        struct span t = cell_words(s, row, column, lang, arena);
        size_t k = 0;

        while (k < n && !aet_span_eq(names[k], t))
            k++;
        if (k == n)
            names[n++] = t;
        index[row] = k;
    }
    return n;
}

/* From nearly white to dark blue; the figure on it stays readable. */
static void shade(double share, char *colour, const char **ink)
{
    static const char hex[] = "0123456789abcdef";
    const int light[3] = { 0xE8, 0xF0, 0xF8 }, dark[3] = { 0x12, 0x3F, 0x6B };

    colour[0] = '#';
    for (int i = 0; i < 3; i++) {
        int c = (int)lround(light[i] + (dark[i] - light[i]) * share);

        colour[1 + 2 * i] = hex[c >> 4];
        colour[2 + 2 * i] = hex[c & 15];
    }
    colour[7] = '\0';
    *ink = share > 0.45 ? "#ffffff" : "#1b1b1f";
}

static void heat_cell(const struct report *r, const struct section *s, size_t row, double x,
                      double y, double top, struct buf *out)
{
    const struct view *v = &s->kind->view;
    double value = aet_svg_value(s, row, v->value);
    char colour[8], more[64] = " text-anchor=\"middle\" fill=\"";
    const char *ink = "#8a1c1c";

    if (value > 0)
        shade(value / top, colour, &ink);
    aet_svg_rectangle(out, x, y, CELL - 2, CELL - 2, value > 0 ? colour : "#ffffff");
    if (value <= 0) { /* known, and nothing there: a gap to see */
        aet_buf_str(out, "<rect");
        aet_svg_attribute(out, "x", x);
        aet_svg_attribute(out, "y", y);
        aet_svg_attribute(out, "width", CELL - 2);
        aet_svg_attribute(out, "height", CELL - 2);
        aet_buf_str(out, " fill=\"none\" stroke=\"#8a1c1c\" stroke-dasharray=\"3 2\"/>");
    }
    strcat(more, ink);
    strcat(more, "\"");
    aet_svg_text(out, x + CELL / 2.0 - 1, y + CELL / 2.0 + 4, more);
    aet_figure(out, &s->cells[row * s->kind->n + (size_t)v->value],
               s->kind->columns[v->value].type, r->lang, ", ");
    aet_buf_str(out, "</text>");
}

static void heat_heads(const struct span *names, size_t n, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        double x = LABEL + CELL * (double)i + CELL / 2.0;

        aet_buf_str(out, "<text transform=\"translate(");
        aet_buf_int(out, (int64_t)x);
        aet_buf_str(out, " ");
        aet_buf_int(out, HEAD - 8);
        aet_buf_str(out, ") rotate(-55)\" font-size=\"11\">");
        aet_svg_label(out, names[i], 30);
        aet_buf_str(out, "</text>");
    }
}

static void heatmap(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    struct span *rows = aet_calloc(s->rows, sizeof *rows);
    struct span *columns = aet_calloc(s->rows, sizeof *columns);
    size_t *at_row = aet_calloc(s->rows, sizeof *at_row);
    size_t *at_column = aet_calloc(s->rows, sizeof *at_column);
    struct arena arena = { 0 };
    size_t rows_n = aet_svg_distinct(s, v->label, r->lang, &arena, rows, at_row);
    size_t columns_n = aet_svg_distinct(s, v->across, r->lang, &arena, columns, at_column);
    double top = 0;

    for (size_t row = 0; row < s->rows; row++)
        top = fmax(top, aet_svg_value(s, row, v->value));
    aet_svg_open(out, r, s, LABEL + CELL * (double)columns_n + 120, HEAD + CELL * (double)rows_n + 8);
    heat_heads(columns, columns_n, out);
    for (size_t i = 0; i < rows_n; i++) {
        aet_svg_text(out, LABEL - 8, HEAD + CELL * (double)i + CELL / 2.0 + 4,
                " text-anchor=\"end\"");
        aet_svg_label(out, rows[i], 36);
        aet_buf_str(out, "</text>\n");
    }
    for (size_t row = 0; row < s->rows; row++)
        heat_cell(r, s, row, LABEL + CELL * (double)at_column[row],
                  HEAD + CELL * (double)at_row[row], top > 0 ? top : 1, out);
    aet_buf_str(out, "</svg></figure>\n");
    aet_free(rows);
    aet_free(columns);
    aet_free(at_row);
    aet_free(at_column);
    aet_arena_free(&arena);
}

void aet_render_svg(const struct report *r, const struct section *s, struct buf *out)
{
    switch (s->kind->view.kind) {
    case VIEW_BARS:
        bars(r, s, out);
        break;
    case VIEW_HEATMAP:
        heatmap(r, s, out);
        break;
    case VIEW_LINES:
        aet_svg_lines(r, s, out);
        break;
    default:
        break;
    }
}
