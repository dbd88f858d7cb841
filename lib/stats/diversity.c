/*
 * Diversity of what a group does: richness and Shannon's index, whole and of a draw.
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

static uint64_t sum(const uint64_t *counts, size_t n)
{
    uint64_t total = 0;

    for (size_t i = 0; i < n; i++)
        total += counts[i];
    return total;
}

/* P(k of the `c` mentions of a kind are among `drawn` of `total`). */
static double falls(const struct factorials *f, uint64_t c, uint64_t total, uint64_t drawn,
                    uint64_t k)
{
    if (k > c || k > drawn || drawn - k > total - c)
        return 0.0;
    return exp(aet_lchoose_of(f, c, k) + aet_lchoose_of(f, total - c, drawn - k) -
               aet_lchoose_of(f, total, drawn));
}

double aet_rarefied_richness(const struct factorials *f, const uint64_t *counts, size_t n,
                             uint64_t drawn)
{
    uint64_t total = sum(counts, n);
    double kinds = 0.0;

    for (size_t i = 0; i < n; i++)
        if (counts[i])
            kinds += 1.0 - falls(f, counts[i], total, drawn, 0);
    return kinds;
}

double aet_rarefied_shannon(const struct factorials *f, const uint64_t *counts, size_t n,
                            uint64_t drawn)
{
    uint64_t total = sum(counts, n);
    double h = 0.0;

    for (size_t i = 0; i < n; i++)
        for (uint64_t k = 1; k <= counts[i] && k < drawn; k++) {
            double p = (double)k / (double)drawn;

            h -= p * log(p) * falls(f, counts[i], total, drawn, k);
        }
    return h;
}
