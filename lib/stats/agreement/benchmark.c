/*
 * How strong an agreement is, by a scale of benchmarks and its standard error.
 */
#include "stats/agreement/benchmark.h"

#include "stats/normal.h"

static const double least[] = { -1.0, 0.0, 0.2, 0.4, 0.6, 0.8 };

/* P(true > bound), not yet cut at -1 and 1. */
static double above(double coefficient, double se, double bound)
{
    return aet_normal_upper((bound - coefficient) / se);
}

double aet_benchmark_probability(double coefficient, double se, enum benchmark level)
{
    double most = above(coefficient, se, 1.0);

    return (above(coefficient, se, least[level]) - most) / (above(coefficient, se, -1.0) - most);
}

enum benchmark aet_benchmark(double coefficient, double se)
{
    enum benchmark level = BENCHMARK_ALMOST_PERFECT;

    while (level > BENCHMARK_POOR && aet_benchmark_probability(coefficient, se, level) < 0.95)
        level = (enum benchmark)(level - 1);
    return level;
}
