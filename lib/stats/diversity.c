/*
 * Diversity of what a group does: richness and Shannon's index.
 */
#include "stats/diversity.h"

#include <math.h>

size_t aet_richness(const uint64_t *counts, size_t n)
{
    size_t kinds = 0;

    for (size_t i = 0; i < n; i++)
        kinds += counts[i] > 0;
    return kinds;
}

struct stat_value aet_shannon(const uint64_t *counts, size_t n)
{
    uint64_t total = 0;
    double h = 0.0;

    for (size_t i = 0; i < n; i++)
        total += counts[i];
    if (total == 0)
        return aet_stat_undefined(STAT_EMPTY);
    for (size_t i = 0; i < n; i++) {
        double p = (double)counts[i] / (double)total;

        /* A count equal to the total adds 0, not the -0 that would print as such. */
        if (counts[i] > 0 && counts[i] < total)
            h -= p * log(p);
    }
    return aet_stat_value(h);
}
