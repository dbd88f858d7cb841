/* Pictures as inline SVG, drawn from the cells of a section: a heat-map above its table, bars
 * within it. The table holds every figure, so that a screen reader passes over the bars and is told
 * only the title of a heat-map. */
#include "report/render.h"

#include <math.h>

#include "base/utf8.h"
#include "io/markup.h"
#include "report/figure.h"
#include "report/svg.h"

enum {
    BAR = 150, /* the longest bar */
    LINE = 11, /* from one bar of a row to the next */
    MEASURES = 3,
    LABEL = 290, /* room for the names of the rows of a heat-map, ROW_NAME characters */
    ROW_NAME = 36,
    COLUMN_NAME = 46,
    CELL = 36,
    SMALL = 6 /* pixels of a character at 11 pixels, roughly */
};

static const char *const bar_colours[MEASURES] = { "#1f4e79", "#3a7d44", "#b04a2f" };

void aet_svg_attribute(struct buf *out, const char *name, double v)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_buf_int(out, (int64_t)llround(v));
    aet_buf_char(out, '"');
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

void aet_svg_line(struct buf *out, double x1, double y1, double x2, double y2, const char *more)
{
    aet_buf_str(out, "<line");
    aet_svg_attribute(out, "x1", x1);
    aet_svg_attribute(out, "y1", y1);
    aet_svg_attribute(out, "x2", x2);
    aet_svg_attribute(out, "y2", y2);
    aet_buf_str(out, more);
    aet_buf_str(out, "/>");
}

static int measures_of(const struct section *s)
{
    int n = s->kind->view.values;

    if (s->kind->view.kind != VIEW_BARS && s->kind->view.kind != VIEW_COMPARE)
        return 0;
    return n > MEASURES ? MEASURES : n;
}

/* The longest bar of some rows. */
static double longest_bar(const struct section *s, size_t from, size_t to)
{
    double top = 0;

    for (size_t row = from; row < to; row++)
        for (int m = 0; m < measures_of(s); m++)
            top = fmax(top, aet_svg_value(s, row, s->kind->view.value + m));
    return top;
}

double aet_svg_bars_top(const struct section *s)
{
    return longest_bar(s, 0, s->rows);
}

void aet_svg_bars(const struct section *s, size_t row, double top, struct buf *out)
{
    int n = measures_of(s);

    if (s->kind->view.kind == VIEW_COMPARE)
        top = fmax(longest_bar(s, row, row + 1), 1e-9);
    aet_buf_str(out, "<svg aria-hidden=\"true\"");
    aet_svg_attribute(out, "width", BAR);
    aet_svg_attribute(out, "height", LINE * n);
    aet_buf_char(out, '>');
    for (int m = 0; m < n; m++) {
        double w = BAR * aet_svg_value(s, row, s->kind->view.value + m) / top;

        if (w > 0)
            aet_svg_rectangle(out, 0, LINE * m + 1, fmax(w, 1), LINE - 2, bar_colours[m]);
    }
    aet_buf_str(out, "</svg>");
}

void aet_svg_bars_key(const struct section *s, int column, struct buf *out)
{
    int m = column - s->kind->view.value, n = measures_of(s);

    if (m < 0 || m >= n || n < 2)
        return;
    aet_buf_str(out, "<svg aria-hidden=\"true\" width=\"11\" height=\"11\">");
    aet_svg_rectangle(out, 0, 0, 11, 11, bar_colours[m]);
    aet_buf_str(out, "</svg> ");
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

void aet_svg_open(struct buf *out, const struct report *r, const struct section *s, double width,
                  double height)
{
    aet_buf_str(out, "<figure><svg role=\"img\" viewBox=\"0 0 ");
    aet_buf_int(out, (int64_t)width);
    aet_buf_char(out, ' ');
    aet_buf_int(out, (int64_t)height);
    aet_buf_char(out, '"');
    aet_svg_attribute(out, "width", width);
    aet_buf_str(out, " font-family=\"system-ui,Arial,sans-serif\" font-size=\"13\"><title>");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, "</title>\n");
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
    *ink = share > 0.68 ? "#ffffff" : "#000000"; /* 4.5 to 1 on both sides */
}

static void heat_cell(const struct report *r, const struct section *s, size_t row, int column,
                      double x, double y, double top, struct buf *out)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];
    double value = aet_svg_value(s, row, column);
    char colour[8], more[64] = " text-anchor=\"middle\" fill=\"";
    const char *ink = "#8a1c1c";

    if (value > 0)
        shade(value / top, colour, &ink);
    aet_svg_rectangle(out, x, y, CELL - 2, CELL - 2, value > 0 ? colour : "#ffffff");
    if (value <= 0 && c->known) { /* nothing there: a gap to see */
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
    struct cell shown = *c;

    if (s->kind->columns[column].type == CELL_NUMBER)
        shown.u.d = round(shown.u.d); /* decimals do not fit: the table beside has them */
    aet_figure(out, &shown, s->kind->columns[column].type, r->lang, ", ");
    aet_buf_str(out, "</text>");
}

/* A name in one line, or in two of like length; what does not fit ends in an ellipsis. */
struct name_lines {
    struct span line[2];
    bool cut;
};

static struct name_lines in_lines(struct span name, size_t width)
{
    struct name_lines l = { .line = { name, { name.p, 0 } } };
    size_t best = SIZE_MAX;

    if (aet_utf8_width(name) <= width)
        return l;
    for (size_t i = 0; i < name.n; i++) {
        struct span head = aet_span(name.p, i), tail = aet_span_from(name, i + 1);
        size_t h = aet_utf8_width(head), t = aet_utf8_width(tail);

        if (name.p[i] != ' ' || h > width || (h > t ? h : t) > best)
            continue;
        best = h > t ? h : t;
        l.line[0] = head;
        l.line[1] = tail;
    }
    for (int i = 0; i < 2; i++) {
        struct span shown = aet_utf8_fit(l.line[i], width);

        l.cut |= shown.n < l.line[i].n;
        l.line[i] = shown;
    }
    return l;
}

/* A name whose first line has its baseline at y, or about y when there are two. */
static void name_at(struct buf *out, struct name_lines l, double x, double y, double leading)
{
    bool two = l.line[1].n > 0;

    for (int i = 0; i <= two; i++) {
        aet_buf_str(out, "<tspan");
        aet_svg_attribute(out, "x", x);
        aet_svg_attribute(out, "y", y + leading * (two ? i - 0.5 : 0));
        aet_buf_char(out, '>');
        aet_html_text(out, l.line[i]);
        aet_buf_str(out, l.cut && i == two ? "…</tspan>" : "</tspan>");
    }
}

static void column_names(const struct span *names, size_t n, double y, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "<text transform=\"translate(");
        aet_buf_int(out, LABEL + CELL * (int64_t)i + CELL / 2 + 2);
        aet_buf_char(out, ' ');
        aet_buf_int(out, (int64_t)y);
        aet_buf_str(out, ") rotate(-55)\" font-size=\"11\">");
        name_at(out, in_lines(names[i], COLUMN_NAME), 0, 0, 12);
        aet_buf_str(out, "</text>\n");
    }
}

void aet_svg_name(struct buf *out, struct span name, double x, double y)
{
    aet_buf_str(out, "<text text-anchor=\"end\" font-size=\"12\">");
    name_at(out, in_lines(name, ROW_NAME), x, y, 12);
    aet_buf_str(out, "</text>\n");
}

static void row_names(const struct span *names, size_t n, double top, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "<text text-anchor=\"end\">");
        name_at(out, in_lines(names[i], ROW_NAME), LABEL - 8,
                top + CELL * (double)i + CELL / 2.0 + 4, 15);
        aet_buf_str(out, "</text>\n");
    }
}

/* The longest line of the names, in pixels. */
static double longest(const struct span *names, size_t n)
{
    size_t most = 0;

    for (size_t i = 0; i < n; i++) {
        struct name_lines l = in_lines(names[i], COLUMN_NAME);

        for (int k = 0; k < 2; k++) {
            size_t w = aet_utf8_width(l.line[k]) + l.cut;

            most = w > most ? w : most;
        }
    }
    return SMALL * (double)most;
}

static void heat_caption(const struct report *r, const struct section *s, struct buf *out)
{
    bool wide = s->kind->view.across < 0;

    aet_buf_str(out, "<figcaption>");
    aet_html_text(
        out, aet_span_z(aet_text(
                 wide ? s->kind->title : s->kind->columns[s->kind->view.value].title, r->lang)));
    aet_buf_str(out, r->lang == LANG_FR
                         ? " : plus la case est foncée, plus il y en a ; 0 dans un cadre tireté : "
                           "aucune ; sans case : hors du tableau.</figcaption>"
                         : ": the darker the square, the more there are; 0 in a dashed frame: "
                           "none; no square: not in the table.</figcaption>");
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
    double slant = longest(columns, columns_n);
    double head = ceil(slant * 0.82) + 24; /* sin 55° */
    double top = 1;

    for (size_t row = 0; row < s->rows; row++)
        top = fmax(top, aet_svg_value(s, row, v->value));
    aet_svg_open(out, r, s, LABEL + CELL * (double)columns_n + ceil(slant * 0.58),
                 head + CELL * (double)rows_n + 4);
    column_names(columns, columns_n, head - 8, out);
    row_names(rows, rows_n, head, out);
    for (size_t row = 0; row < s->rows; row++)
        heat_cell(r, s, row, v->value, LABEL + CELL * (double)at_column[row],
                  head + CELL * (double)at_row[row], top, out);
    aet_buf_str(out, "</svg>");
    heat_caption(r, s, out);
    aet_buf_str(out, "</figure>\n");
    aet_free(rows);
    aet_free(columns);
    aet_free(at_row);
    aet_free(at_column);
    aet_arena_free(&arena);
}

/* The same where each measure has a column of its own: a row of the section is a row of the
 * picture. */
static void wide_heatmap(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    size_t n = (size_t)v->values;
    struct span *columns = aet_calloc(n, sizeof *columns);
    struct span *rows = aet_calloc(s->rows, sizeof *rows);
    double top = 1, slant, head;

    for (size_t c = 0; c < n; c++)
        columns[c] = aet_span_z(aet_text(s->kind->columns[(size_t)v->value + c].title, r->lang));
    for (size_t row = 0; row < s->rows; row++) {
        rows[row] = cell_text(s, row, v->label);
        for (size_t c = 0; c < n; c++)
            top = fmax(top, aet_svg_value(s, row, v->value + (int)c));
    }
    slant = longest(columns, n);
    head = ceil(slant * 0.82) + 24;
    aet_svg_open(out, r, s, LABEL + CELL * (double)n + ceil(slant * 0.58),
                 head + CELL * (double)s->rows + 4);
    column_names(columns, n, head - 8, out);
    row_names(rows, s->rows, head, out);
    for (size_t i = 0; i < s->rows * n; i++)
        heat_cell(r, s, i / n, v->value + (int)(i % n), LABEL + CELL * (double)(i % n),
                  head + CELL * (double)(i / n), top, out);
    aet_buf_str(out, "</svg>");
    heat_caption(r, s, out);
    aet_buf_str(out, "</figure>\n");
    aet_free(columns);
    aet_free(rows);
}

void aet_svg_figure(const struct report *r, const struct section *s, struct buf *out)
{
    switch (s->kind->view.kind) {
    case VIEW_HEATMAP:
        if (s->kind->view.across < 0 && s->rows <= AET_SVG_ROWS)
            wide_heatmap(r, s, out);
        else if (s->kind->view.across >= 0)
            heatmap(r, s, out);
        break;
    case VIEW_LINES:
        aet_svg_lines(r, s, out);
        break;
    case VIEW_TIMELINE:
        aet_svg_timeline(r, s, out);
        break;
    case VIEW_PROGRESS:
        aet_svg_progress(r, s, out);
        break;
    default:
        break;
    }
}
