/*
 * How strong an agreement is, by scales of benchmarks and its standard error.
 */
#include "stats/agreement/benchmark.h"

#include "stats/normal.h"

static const struct {
    size_t levels;
    double least[BENCHMARK_LEVELS_MAX];
} scales[] = { [BENCHMARK_LANDIS_KOCH] = { 6, { -1.0, 0.0, 0.2, 0.4, 0.6, 0.8 } },
               [BENCHMARK_ALTMAN] = { 5, { -1.0, 0.2, 0.4, 0.6, 0.8 } },
               [BENCHMARK_FLEISS] = { 3, { -1.0, 0.4, 0.75 } },
               [BENCHMARK_KRIPPENDORFF] = { 3, { -1.0, 0.667, 0.8 } } };

size_t aet_benchmark_levels(enum benchmark_scale scale)
{
    return scales[scale].levels;
}

/* P(true > bound), not yet cut at -1 and 1. */
static double above(double coefficient, double se, double bound)
{
    return aet_normal_upper((bound - coefficient) / se);
}

double aet_benchmark_probability(double coefficient, double se, enum benchmark_scale scale,
                                 size_t level)
{
    double most = above(coefficient, se, 1.0);

    return (above(coefficient, se, scales[scale].least[level]) - most) /
           (above(coefficient, se, -1.0) - most);
}

size_t aet_benchmark(double coefficient, double se, enum benchmark_scale scale)
{
    size_t level = scales[scale].levels - 1;

    while (level > 0 && aet_benchmark_probability(coefficient, se, scale, level) < 0.95)
        level--;
    return level;
}
