/* Lines over time: one panel a series, all on one scale, so that no colour has to be told from
 * another and each line keeps its name beside it. */
#include "report/picture/svg.h"

#include <math.h>

#include "base/utf8.h"
#include "io/markup.h"
#include "report/figure.h"

enum { NAME = 260, WIDE = 640, TALL = 46, GAP = 14, TOP = 8, FOOT = 26, TICKS = 8 };
enum { POINTS_LEAST = 3 /* two say no more than two figures do */ };

struct panels {
    const struct report *r;
    const struct section *s;
    struct span *points, *series; /* names, in the order they come */
    size_t *at_point, *at_series; /* by row */
    size_t points_n, series_n;
    double top;
    int decimals; /* of the measure, as in the table */
};

static double x_of(const struct panels *p, size_t point)
{
    return NAME + (p->points_n > 1 ? WIDE * (double)point / (double)(p->points_n - 1) : 0);
}

static double base_of(size_t series)
{
    return TOP + (TALL + GAP) * (double)series + TALL;
}

static void coordinate(struct buf *out, double v)
{
    aet_buf_int(out, (int64_t)llround(v));
}

/* A name of at most `width` characters, with an ellipsis when cut. */
static void name(struct buf *out, struct span text, size_t width)
{
    struct span shown = aet_utf8_fit(text, width);

    aet_html_text(out, shown);
    if (shown.n < text.n)
        aet_buf_str(out, "…");
}

static bool known(const struct panels *p, size_t row)
{
    return p->s->cells[row * p->s->kind->n + (size_t)p->s->kind->view.from].known;
}

/* The line itself; a month that is not known breaks it. */
static void stroke(const struct panels *p, size_t series, struct buf *out)
{
    bool open = false;

    aet_buf_str(out, "<path fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\" d=\"");
    for (size_t row = 0; row < p->s->rows; row++) {
        double y;

        if (p->at_series[row] != series)
            continue;
        if (!known(p, row)) {
            open = false;
            continue;
        }
        y = base_of(series) - TALL * aet_svg_value(p->s, row, p->s->kind->view.from) / p->top;
        aet_buf_char(out, open ? 'L' : 'M');
        coordinate(out, x_of(p, p->at_point[row]));
        aet_buf_char(out, ' ');
        coordinate(out, y);
        open = true;
    }
    aet_buf_str(out, "\"/>");
}

static void panel(const struct panels *p, size_t series, struct buf *out)
{
    struct cell top = { .known = true, .u.d = p->top };

    aet_svg_name(out, p->series[series], NAME - 12, base_of(series) - TALL / 2.0 + 4);
    aet_svg_rectangle(out, NAME, base_of(series), WIDE, 1, "#8a8f99");
    aet_svg_rectangle(out, NAME, base_of(series) - TALL, WIDE, 1, "#d3d6dd");
    aet_svg_text(out, NAME + WIDE + 6, base_of(series) - TALL + 8, " font-size=\"11\"");
    aet_figure_in(out, &top, p->s->kind->columns[p->s->kind->view.from].type, p->decimals,
                  p->r->lang, ", ");
    aet_buf_str(out, "</text>");
    stroke(p, series, out);
    aet_buf_char(out, '\n');
}

static void ticks(const struct panels *p, struct buf *out)
{
    size_t step = p->points_n > TICKS ? (p->points_n + TICKS - 1) / TICKS : 1;

    for (size_t i = 0; i < p->points_n; i += step) {
        aet_svg_text(out, x_of(p, i), base_of(p->series_n - 1) + 18,
                     " font-size=\"11\" text-anchor=\"middle\"");
        name(out, p->points[i], 12);
        aet_buf_str(out, "</text>");
    }
}

void aet_svg_lines(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    struct panels p = { .r = r, .s = s };
    struct arena arena = { 0 };
    int *decimals = aet_figure_decimals(s);

    p.decimals = decimals[v->from];
    p.points = aet_calloc(s->rows + 1, sizeof *p.points);
    p.series = aet_calloc(s->rows + 1, sizeof *p.series);
    p.at_point = aet_calloc(s->rows + 1, sizeof *p.at_point);
    p.at_series = aet_calloc(s->rows + 1, sizeof *p.at_series);
    p.points_n = aet_svg_distinct(s, v->label, r->lang, &arena, p.points, p.at_point);
    p.series_n = aet_svg_distinct(s, v->across, r->lang, &arena, p.series, p.at_series);
    for (size_t row = 0; row < s->rows; row++)
        p.top = fmax(p.top, aet_svg_value(s, row, v->from));
    if (p.top > 0 && p.points_n >= POINTS_LEAST) {
        aet_svg_open(out, r, s, NAME + WIDE + 80, base_of(p.series_n - 1) + FOOT);
        for (size_t i = 0; i < p.series_n; i++)
            panel(&p, i, out);
        ticks(&p, out);
        aet_buf_str(out, "</svg></figure>\n");
    }
    aet_free(decimals);
    aet_free(p.points);
    aet_free(p.series);
    aet_free(p.at_point);
    aet_free(p.at_series);
    aet_arena_free(&arena);
}
