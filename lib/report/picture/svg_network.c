/* Who is tied to whom: names around a circle, a line for each row, the wider the greater its
 * measure. */
#include "report/picture/svg.h"

#include <math.h>

#include "io/markup.h"
#include "report/picture/network.h"

enum { MIDDLE_X = 460, MIDDLE_Y = 270, RADIUS = 190, WIDE = 920, HIGH = 540, NAME = 30, MOST = 36 };
static double x_of(const struct network *w, size_t k, double radius)
{
    return MIDDLE_X + radius * aet_network_right(w, k);
}

static double y_of(const struct network *w, size_t k, double radius)
{
    return MIDDLE_Y - radius * aet_network_up(w, k);
}

static void tie(const struct network *w, size_t row, struct buf *out)
{
    double share = aet_network_share(w, row);
    struct buf more = { 0 };

    aet_buf_str(&more, " stroke=\"#1f4e79\"");
    aet_svg_attribute(&more, "stroke-width", 1 + 7 * share * share);
    aet_buf_str(&more, share < 0.34 ? " stroke-opacity=\"0.45\"" : "");
    aet_svg_line(out, x_of(w, w->a[row], RADIUS), y_of(w, w->a[row], RADIUS),
                 x_of(w, w->b[row], RADIUS), y_of(w, w->b[row], RADIUS), aet_buf_z(&more));
    aet_buf_char(out, '\n');
    aet_buf_free(&more);
}

static void node(const struct network *w, size_t k, struct buf *out)
{
    double x = x_of(w, k, RADIUS), y = y_of(w, k, RADIUS);
    bool top = fabs(x - MIDDLE_X) < RADIUS * 0.2;

    aet_svg_box(out, x - 5, y - 5, 10, 10, " rx=\"5\" fill=\"#1b1b1f\"");
    aet_buf_str(out, top            ? "<text font-size=\"12\" text-anchor=\"middle\">"
                     : x < MIDDLE_X ? "<text font-size=\"12\" text-anchor=\"end\">"
                                    : "<text font-size=\"12\">");
    aet_svg_name_at(out, w->names[k], NAME, x_of(w, k, RADIUS + 14),
                    y_of(w, k, RADIUS + (top ? 22 : 14)) + 4, 13);
    aet_buf_str(out, "</text>\n");
}

void aet_svg_network(const struct report *r, const struct section *s, struct buf *out)
{
    struct network w = { 0 };

    if (s->rows > AET_SVG_ROWS)
        return;
    aet_network_make(&w, s);
    if (w.n >= AET_NETWORK_LEAST && w.n <= MOST && w.top > 0) {
        aet_svg_open(out, r, s, WIDE, HIGH);
        for (size_t row = s->rows; row-- > 0;) /* the greatest last, above the others */
            tie(&w, row, out);
        for (size_t k = 0; k < w.n; k++)
            node(&w, k, out);
        aet_buf_str(out, "</svg></figure>\n");
    }
    aet_network_free(&w);
}
