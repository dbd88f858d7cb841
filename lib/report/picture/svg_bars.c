/* Bars within a table: the table holds every figure, so that a screen reader passes over them. */
#include "report/render.h"

#include <math.h>

#include "report/picture/svg.h"

enum {
    BAR = 150, /* the longest bar */
    LINE = 11, /* from one bar of a row to the next */
    MEASURES = 3
};

/* Dark, hollow, light: told apart without colours too; where there is no line around, by a colour
 * of like lightness. */
static const struct {
    const char *look, *colour;
} bars[MEASURES] = {
    { " fill=\"#1f4e79\"", "#1f4e79" },
    { " fill=\"#ffffff\" stroke=\"#2f6638\" stroke-width=\"2\"", "#8fb89a" },
    { " fill=\"#e8b9a8\" stroke=\"#7a2e17\"", "#e8b9a8" },
};

int aet_svg_bars_n(const struct section *s)
{
    int n = s->kind->view.to - s->kind->view.from + 1;

    if (s->kind->view.kind != VIEW_BARS && s->kind->view.kind != VIEW_COMPARE)
        return 0;
    return n > MEASURES ? MEASURES : n;
}

const char *aet_svg_bar_colour(int measure)
{
    return bars[measure].colour;
}

/* The longest bar of some rows. */
static double longest_bar(const struct section *s, size_t from, size_t to)
{
    double top = 0;

    for (size_t row = from; row < to; row++)
        for (int m = 0; m < aet_svg_bars_n(s); m++)
            top = fmax(top, aet_svg_value(s, row, s->kind->view.from + m));
    return top;
}

double aet_svg_bars_top(const struct section *s)
{
    return longest_bar(s, 0, s->rows);
}

double aet_svg_bar(const struct section *s, size_t row, int measure, double top)
{
    if (s->kind->view.kind == VIEW_COMPARE)
        top = fmax(longest_bar(s, row, row + 1), 1e-9);
    return fmax(aet_svg_value(s, row, s->kind->view.from + measure) / top, 0);
}

void aet_svg_bars(const struct section *s, size_t row, double top, struct buf *out)
{
    int n = aet_svg_bars_n(s);

    aet_buf_str(out, "<svg aria-hidden=\"true\"");
    aet_svg_attribute(out, "width", BAR);
    aet_svg_attribute(out, "height", LINE * n);
    aet_buf_str(out, " preserveAspectRatio=\"none\" viewBox=\"0 0 ");
    aet_buf_int(out, BAR);
    aet_buf_char(out, ' ');
    aet_buf_int(out, (int64_t)LINE * n);
    aet_buf_str(out, "\">");
    for (int m = 0; m < n; m++) {
        double w = BAR * aet_svg_bar(s, row, m, top);

        if (w > 0)
            aet_svg_box(out, 1, LINE * m + 2, fmax(w - 2, 1), LINE - 4, bars[m].look);
    }
    aet_buf_str(out, "</svg>");
}

size_t aet_svg_bars_lines(const struct section *s)
{
    return aet_svg_bars_top(s) > 0 ? (size_t)aet_svg_bars_n(s) : 1;
}

void aet_svg_bars_key(const struct section *s, int column, struct buf *out)
{
    int m = column - s->kind->view.from, n = aet_svg_bars_n(s);

    if (m < 0 || m >= n || n < 2)
        return;
    aet_buf_str(out, "<svg aria-hidden=\"true\" width=\"11\" height=\"11\">");
    aet_svg_box(out, 1, 1, 9, 9, bars[m].look);
    aet_buf_str(out, "</svg> ");
}
