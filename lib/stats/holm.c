/*
 * Adjustment of p-values for how many tests were made.
 */
#include "stats/holm.h"

#include "base/alloc.h"

#include <math.h>
#include <stdlib.h>

struct ranked {
    double p;
    size_t place;
};

static int by_p(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;

    if (a->p < b->p || a->p > b->p)
        return a->p < b->p ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

void aet_holm(const struct stat_value *p, struct stat_value *adjusted, size_t n)
{
    struct ranked *order = aet_calloc(n, sizeof *order);
    double largest = 0.0;
    size_t k = 0;

    for (size_t i = 0; i < n; i++) {
        adjusted[i] = p[i];
        if (p[i].defined)
            order[k++] = (struct ranked){ p[i].value, i };
    }
    qsort(order, k, sizeof *order, by_p);
    for (size_t i = 0; i < k; i++) {
        largest = fmax(largest, fmin(1.0, (double)(k - i) * order[i].p));
        adjusted[order[i].place] = aet_stat_value(largest);
    }
    aet_free(order);
}
