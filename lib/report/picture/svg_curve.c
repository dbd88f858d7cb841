/* What comes in steps: a bar for what each step adds, a line for what there is then. */
#include "report/picture/svg.h"

#include <math.h>

#include "io/markup.h"
#include "report/figure.h"

enum {
    LEFT = 46,
    TOP = 40,
    HIGH = 220,
    WIDE = 860,
    FOOT = 46,
    STEP_MOST = 90,
    BAR_MOST = 34,
    NAME = 14
};

struct curve {
    const struct report *r;
    const struct section *s;
    double step, top;
};

static double x_of(const struct curve *c, size_t row)
{
    return LEFT + c->step * ((double)row + 0.5);
}

static double y_of(const struct curve *c, double value)
{
    return TOP + HIGH * (1 - value / c->top);
}

static void figure_at(const struct curve *c, size_t row, int column, double x, double y,
                      struct buf *out)
{
    const struct cell *cell = &c->s->cells[row * c->s->kind->n + (size_t)column];

    aet_svg_text(out, x, y, " font-size=\"11\" text-anchor=\"middle\"");
    aet_figure(out, cell, c->s->kind->columns[column].type, c->r->lang, "");
    aet_buf_str(out, "</text>\n");
}

static void bars(const struct curve *c, struct buf *out)
{
    int column = c->s->kind->view.from;
    double wide = fmin(c->step * 0.6, BAR_MOST);

    for (size_t row = 0; row < c->s->rows; row++) {
        double y = y_of(c, aet_svg_value(c->s, row, column));

        if (y < TOP + HIGH)
            aet_svg_box(out, x_of(c, row) - wide / 2, y, wide, TOP + HIGH - y,
                        " fill=\"#dbe4ee\" stroke=\"#4a4a55\"");
        if (c->step >= NAME * 2)
            figure_at(c, row, column, x_of(c, row), TOP + HIGH - 5, out);
    }
}

static void line(const struct curve *c, struct buf *out)
{
    int column = c->s->kind->view.to;

    aet_buf_str(out, "<path fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\" d=\"");
    for (size_t row = 0; row < c->s->rows; row++) {
        aet_buf_char(out, row ? 'L' : 'M');
        aet_buf_int(out, (int64_t)llround(x_of(c, row)));
        aet_buf_char(out, ' ');
        aet_buf_int(out, (int64_t)llround(y_of(c, aet_svg_value(c->s, row, column))));
    }
    aet_buf_str(out, "\"/>\n");
    for (size_t row = 0; row < c->s->rows; row++) {
        double y = y_of(c, aet_svg_value(c->s, row, column));

        aet_svg_box(out, x_of(c, row) - 3, y - 3, 6, 6, " fill=\"#1f4e79\"");
        if (c->step >= NAME * 2)
            figure_at(c, row, column, x_of(c, row), y - 8, out);
    }
}

/* The names of the steps, as many as have room. */
static void steps(const struct curve *c, struct buf *out)
{
    size_t every = (size_t)ceil(STEP_MOST / c->step);

    for (size_t row = 0; row < c->s->rows; row += every) {
        aet_buf_str(out, "<text font-size=\"11\" text-anchor=\"middle\">");
        aet_svg_name_at(out, aet_svg_words(c->s, row, c->s->kind->view.label), NAME, x_of(c, row),
                        TOP + HIGH + 22, 12);
        aet_buf_str(out, "</text>\n");
    }
}

static void key(const struct curve *c, struct buf *out)
{
    const struct view *v = &c->s->kind->view;
    const char *first = aet_text(c->s->kind->columns[v->from].title, c->r->lang);
    double x = LEFT + 30 + 7 * (double)strlen(first) + 20;

    aet_svg_box(out, LEFT, 4, 12, 11, " fill=\"#dbe4ee\" stroke=\"#4a4a55\"");
    aet_svg_text(out, LEFT + 18, 14, " font-size=\"12\"");
    aet_html_text(out, aet_span_z(first));
    aet_buf_str(out, "</text>");
    aet_svg_line(out, x, 10, x + 20, 10, " stroke=\"#1f4e79\" stroke-width=\"2\"");
    aet_svg_box(out, x + 7, 7, 6, 6, " fill=\"#1f4e79\"");
    aet_svg_text(out, x + 26, 14, " font-size=\"12\"");
    aet_html_text(out, aet_span_z(aet_text(c->s->kind->columns[v->to].title, c->r->lang)));
    aet_buf_str(out, "</text>\n");
}

void aet_svg_curve(const struct report *r, const struct section *s, struct buf *out)
{
    struct curve c = { .r = r, .s = s };

    for (size_t row = 0; row < s->rows; row++)
        c.top = fmax(c.top, fmax(aet_svg_value(s, row, s->kind->view.from),
                                 aet_svg_value(s, row, s->kind->view.to)));
    if (s->rows < 2 || s->rows > AET_SVG_ROWS || c.top <= 0)
        return;
    c.step = fmin(STEP_MOST, WIDE / (double)s->rows);
    aet_svg_open(out, r, s, LEFT + c.step * (double)s->rows + 20, TOP + HIGH + FOOT);
    key(&c, out);
    bars(&c, out);
    line(&c, out);
    aet_svg_line(out, LEFT, TOP + HIGH, LEFT + c.step * (double)s->rows, TOP + HIGH,
                 " stroke=\"#4a4a55\"");
    steps(&c, out);
    aet_buf_str(out, "</svg></figure>\n");
}
