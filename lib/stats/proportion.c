/*
 * Interval of a proportion: Wilson's and the exact one, with or without finite-population
 * correction. Holds neither differences of proportions (contingency.c) nor distributions.
 */
#include "stats/proportion.h"

#include "stats/beta.h"
#include "stats/hyper.h"
#include "stats/normal.h"

#include <math.h>

static enum stat_reason fault(uint64_t x, uint64_t n, uint64_t population, double level)
{
    if (n == 0)
        return STAT_EMPTY;
    if (x > n || !(level > 0.0 && level < 1.0))
        return STAT_ARGUMENT;
    if (population != AET_POPULATION_UNKNOWN && population < n)
        return STAT_POPULATION;
    return STAT_NONE;
}

struct stat_value aet_proportion(uint64_t x, uint64_t n)
{
    enum stat_reason reason = fault(x, n, AET_POPULATION_UNKNOWN, 0.5);

    if (reason != STAT_NONE)
        return aet_stat_undefined(reason);
    return aet_stat_value((double)x / (double)n);
}

static struct stat_interval score(double share, double size, double level)
{
    double z = aet_normal_upper_quantile((1.0 - level) / 2), z2 = z * z;
    double centre = (share + z2 / (2 * size)) / (1.0 + z2 / size);
    double half = z * sqrt(share * (1.0 - share) / size + z2 / (4 * size * size)) /
                  (1.0 + z2 / size);

    return aet_stat_interval(share > 0.0 ? fmax(0.0, centre - half) : 0.0,
                             share < 1.0 ? fmin(1.0, centre + half) : 1.0);
}

struct stat_interval aet_wilson(uint64_t x, uint64_t n, uint64_t population, double level)
{
    enum stat_reason reason = fault(x, n, population, level);
    double share, size = (double)n, all = (double)population;
    struct stat_interval ci;

    if (reason != STAT_NONE)
        return aet_stat_no_interval(reason);
    share = (double)x / size;
    if (population == AET_POPULATION_UNKNOWN)
        return score(share, size, level);
    if (population == n)
        return aet_stat_interval(share, share);
    ci = score(share, size * (all - 1.0) / (all - size), level);
    return aet_stat_interval(fmax(ci.low.value, (double)x / all),
                             fmin(ci.high.value, (double)(population - n + x) / all));
}
