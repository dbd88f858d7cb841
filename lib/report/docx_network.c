/* Who is tied to whom, as lines between names around a circle: the wider and darker, the more. */
#include "report/docx.h"

#include <math.h>

#include "report/picture/network.h"
#include "report/render.h"

/* Lengths are twentieths of a point. */
enum {
    MOST = 24,     /* names that have room around a circle */
    RADIUS = 1500, /* and what it grows by for each */
    RADIUS_EACH = 50,
    DOT = 70,
    GAP = 140,   /* from a dot to its name */
    LINES = 480, /* of a name: two, or three small ones */
    THIN = 15,
    THICK = 110
};

struct picture_of {
    struct paper *p;
    struct network w;
    double radius, x, y; /* of the circle */
};

static struct paper_point at(const struct picture_of *c, size_t k, double radius)
{
    return (struct paper_point){ (uint32_t)lround(c->x + radius * aet_network_right(&c->w, k)),
                                 (uint32_t)lround(c->y - radius * aet_network_up(&c->w, k)) };
}

static void tie(const struct picture_of *c, size_t row)
{
    double share = aet_network_share(&c->w, row);

    aet_paper_line(c->p, at(c, c->w.a[row], c->radius), at(c, c->w.b[row], c->radius),
                   (uint32_t)(THIN + (THICK - THIN) * share * share),
                   share < 0.34   ? "A9B8C9"
                   : share < 0.67 ? "5F83A8"
                                  : "1F4E79");
}

/* At the top and at the bottom a name stands over its dot, elsewhere beside it. */
static void name(const struct picture_of *c, size_t k)
{
    double right = aet_network_right(&c->w, k), up = aet_network_up(&c->w, k);
    struct paper_point dot = at(c, k, c->radius), word = at(c, k, c->radius + GAP);
    uint32_t wide = (uint32_t)(c->x - c->radius) - GAP;
    struct paper_box box = { word.x, word.y - LINES / 2, wide, LINES };
    const char *side = "left";

    if (fabs(right) < 0.1) {
        box.x = dot.x - wide / 2;
        box.y = up > 0 ? dot.y - DOT - LINES : dot.y + DOT;
        side = "center";
    } else if (right < 0) {
        box.x = word.x > wide ? word.x - wide : 0;
        box.wide = word.x - box.x;
        side = "right";
    }
    aet_paper_dot(c->p, dot, DOT, "1B1B1F");
    aet_paper_label(c->p, box, side, c->w.names[k]);
}

static void draw(struct picture_of *c)
{
    uint32_t wide = aet_paper_width(c->p, aet_paper_sideways(c->p));
    uint32_t high = (uint32_t)(2 * (c->radius + DOT + LINES));

    c->x = wide / 2.0;
    c->y = high / 2.0;
    aet_paper_shapes(c->p, &(struct paper_shapes){ .name = aet_span_z(aet_text(
                                                       c->w.s->kind->title, c->w.s->report->lang)),
                                                   .says = aet_span_z(aet_picture_says(c->w.s)),
                                                   .wide = wide,
                                                   .high = high });
    for (size_t row = c->w.s->rows; row-- > 0;) /* the greatest last, above the others */
        tie(c, row);
    for (size_t k = 0; k < c->w.n; k++)
        name(c, k);
    aet_paper_shapes_end(c->p);
}

void aet_docx_network(struct paper *p, const struct section *s)
{
    struct picture_of c = { .p = p };
    uint32_t room = aet_paper_height(p, aet_paper_sideways(p));

    aet_network_make(&c.w, s);
    c.radius = RADIUS + RADIUS_EACH * (double)c.w.n;
    if (c.w.n >= AET_NETWORK_LEAST && c.w.n <= MOST && c.w.top > 0 &&
        2 * (c.radius + DOT + LINES) < 0.8 * room)
        draw(&c);
    aet_network_free(&c.w);
}
