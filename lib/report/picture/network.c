/* Names and ties of a network. */
#include "report/picture/network.h"

#include <math.h>

#include "report/picture/svg.h"

#define TURN 6.283185307179586

static size_t place_of(struct network *w, struct span name)
{
    size_t k = 0;

    while (k < w->n && !aet_span_eq(w->names[k], name))
        k++;
    if (k == w->n)
        w->names[w->n++] = name;
    return k;
}

void aet_network_make(struct network *w, const struct section *s)
{
    const struct view *v = &s->kind->view;

    *w = (struct network){ .s = s };
    w->names = aet_calloc(2 * s->rows + 1, sizeof *w->names);
    w->a = aet_calloc(s->rows + 1, sizeof *w->a);
    w->b = aet_calloc(s->rows + 1, sizeof *w->b);
    for (size_t row = 0; row < s->rows; row++) {
        w->a[row] = place_of(w, aet_svg_words(s, row, v->label));
        w->b[row] = place_of(w, aet_svg_words(s, row, v->across));
        w->top = fmax(w->top, aet_svg_value(s, row, v->from));
    }
}

void aet_network_free(struct network *w)
{
    aet_free(w->names);
    aet_free(w->a);
    aet_free(w->b);
}

double aet_network_right(const struct network *w, size_t k)
{
    return sin(TURN * (double)k / (double)w->n);
}

double aet_network_up(const struct network *w, size_t k)
{
    return cos(TURN * (double)k / (double)w->n);
}

double aet_network_share(const struct network *w, size_t row)
{
    return aet_svg_value(w->s, row, w->s->kind->view.from) / w->top;
}
