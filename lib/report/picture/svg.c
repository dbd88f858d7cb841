/* Pictures as inline SVG, drawn from the cells of a section: the strokes that they share, and which
 * picture stands above a table. The table holds every figure; a screen reader is told the title of
 * the picture. */
#include "report/render.h"

#include <math.h>

#include "io/markup.h"
#include "report/figure.h"
#include "report/picture/svg.h"

void aet_svg_attribute(struct buf *out, const char *name, double v)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_buf_int(out, (int64_t)llround(v));
    aet_buf_char(out, '"');
}

void aet_svg_text(struct buf *out, double x, double y, const char *more)
{
    aet_buf_str(out, "<text");
    aet_svg_attribute(out, "x", x);
    aet_svg_attribute(out, "y", y);
    aet_buf_str(out, more);
    aet_buf_char(out, '>');
}

void aet_svg_box(struct buf *out, double x, double y, double w, double h, const char *more)
{
    aet_buf_str(out, "<rect");
    aet_svg_attribute(out, "x", x);
    aet_svg_attribute(out, "y", y);
    aet_svg_attribute(out, "width", w);
    aet_svg_attribute(out, "height", h);
    aet_buf_str(out, more);
    aet_buf_str(out, "/>");
}

void aet_svg_rectangle(struct buf *out, double x, double y, double w, double h, const char *fill)
{
    struct buf more = { 0 };

    aet_buf_str(&more, " fill=\"");
    aet_buf_str(&more, fill);
    aet_buf_char(&more, '"');
    aet_svg_box(out, x, y, w, h, aet_buf_z(&more));
    aet_buf_free(&more);
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

const char *aet_picture_says(const struct section *s)
{
    static const struct text said[] = {
        [VIEW_HEATMAP] = { "Une case pour chaque rangée du tableau, plus foncée où il y a plus.",
                           "A square for each row of the table, darker where there is more." },
        [VIEW_LINES] = { "Une ligne pour chaque série du tableau, d’un point à l’autre.",
                         "A line for each series of the table, from point to point." },
        [VIEW_TIMELINE] = { "Une barre pour chaque rangée du tableau, du début à la fin.",
                            "A bar for each row of the table, from start to end." },
        [VIEW_PROGRESS] = { "Une barre pour chaque rangée du tableau, du départ à la cible.",
                            "A bar for each row of the table, from baseline to target." },
        [VIEW_COMPARE] = { "Des barres pour chaque rangée du tableau, à l’échelle de la rangée.",
                           "Bars for each row of the table, at the scale of the row." },
        [VIEW_CURVE] = { "Une barre et un point de la courbe pour chaque rangée du tableau.",
                         "A bar and a point of the curve for each row of the table." },
        [VIEW_CHAIN] = { "De gauche à droite, ce qui mène à quoi, comme dans le tableau.",
                         "From left to right, what leads to what, as in the table." },
        [VIEW_NETWORK] = { "Un trait pour chaque rangée du tableau, plus large où il y a plus.",
                           "A line for each row of the table, wider where there is more." },
    };
    enum view_kind kind = s->kind->view.kind;

    return (size_t)kind < sizeof said / sizeof *said && said[kind].fr
               ? aet_text(said[kind], s->report->lang)
               : "";
}

void aet_svg_open(struct buf *out, const struct report *r, const struct section *s, double width,
                  double height)
{
    enum view_kind kind = s->kind->view.kind;
    bool rows = kind == VIEW_TIMELINE || kind == VIEW_PROGRESS;

    aet_buf_str(out, rows                 ? "<figure class=\"h k\" tabindex=\"0\">"
                     : kind == VIEW_CHAIN ? "<figure class=\"h\" tabindex=\"0\">"
                                          : "<figure tabindex=\"0\">");
    aet_buf_str(out, "<svg role=\"img\" viewBox=\"0 0 ");
    aet_buf_int(out, (int64_t)width);
    aet_buf_char(out, ' ');
    aet_buf_int(out, (int64_t)height);
    aet_buf_char(out, '"');
    aet_svg_attribute(out, "width", width);
    aet_buf_str(out, " font-family=\"system-ui,Arial,sans-serif\" font-size=\"13\"><title>");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, "</title><desc>");
    aet_html_text(out, aet_span_z(aet_picture_says(s)));
    aet_buf_str(out, "</desc>\n");
}

double aet_svg_number(const struct cell *c, enum cell_type type)
{
    return type == CELL_NUMBER || type == CELL_SHARE ? c->u.d : (double)c->u.i;
}

double aet_svg_value(const struct section *s, size_t row, int column)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];

    return c->known ? aet_svg_number(c, s->kind->columns[column].type) : 0;
}

struct span aet_svg_words(const struct section *s, size_t row, int column)
{
    const struct cell *c = &s->cells[row * s->kind->n + (size_t)column];

    return !c->known ? AET_LIT("") : c->shown.n ? c->shown : c->u.s;
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
        return aet_svg_words(s, row, column);
    aet_figure(&text, c, type, lang, "; ");
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

bool aet_svg_draws(const struct section *s)
{
    enum view_kind k = s->kind->view.kind;

    return k == VIEW_HEATMAP || k == VIEW_LINES || k == VIEW_TIMELINE || k == VIEW_PROGRESS ||
           k == VIEW_CURVE || k == VIEW_CHAIN || k == VIEW_NETWORK;
}

void aet_svg_figure(const struct report *r, const struct section *s, struct buf *out)
{
    switch (s->kind->view.kind) {
    case VIEW_HEATMAP:
        aet_svg_heatmap(r, s, out);
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
    case VIEW_CURVE:
        aet_svg_curve(r, s, out);
        break;
    case VIEW_CHAIN:
        aet_svg_chain(r, s, out);
        break;
    case VIEW_NETWORK:
        aet_svg_network(r, s, out);
        break;
    default:
        break;
    }
}
