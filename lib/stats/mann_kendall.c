/*
 * The Mann-Kendall test of a trend in a series.
 * Holds no slope and no seasonal version.
 */
#include "stats/mann_kendall.h"

#include "base/alloc.h"
#include "stats/normal.h"
#include "stats/quantile.h"

#include <math.h>

static double score(const double *series, size_t n)
{
    double s = 0.0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s += (double)((series[j] > series[i]) - (series[j] < series[i]));
    return s;
}

/* Over groups of t equal values: Σ t(t-1)/2 pairs, and Σ t(t-1)(2t+5). */
struct ties {
    double pairs, correction;
};

static struct ties count_ties(const double *sorted, size_t n)
{
    struct ties ties = { 0.0, 0.0 };
    size_t next;

    for (size_t i = 0; i < n; i = next) {
        double t;

        for (next = i + 1; next < n && sorted[next] <= sorted[i];)
            next++;
        t = (double)(next - i);
        ties.pairs += t * (t - 1) / 2;
        ties.correction += t * (t - 1) * (2 * t + 5);
    }
    return ties;
}

static struct trend undefined(enum stat_reason reason)
{
    struct stat_value v = aet_stat_undefined(reason);

    return (struct trend){ v, v, v, v };
}

static struct trend trend_of(double s, struct ties ties, double n)
{
    double pairs = n * (n - 1) / 2;
    double variance = (n * (n - 1) * (2 * n + 5) - ties.correction) / 18;
    struct trend trend = undefined(STAT_CONSTANT);

    trend.s = aet_stat_value(s);
    trend.variance = aet_stat_value(variance);
    if (ties.pairs < pairs) {
        double z = fmax(0.0, fabs(s) - 1) / sqrt(variance);

        trend.tau = aet_stat_value(s / sqrt(pairs * (pairs - ties.pairs)));
        trend.p = aet_stat_value(aet_normal_two_sided(z));
    }
    return trend;
}

struct trend aet_mann_kendall(const double *series, size_t n)
{
    struct trend trend;
    double *sorted;

    if (n < 3)
        return undefined(n == 0 ? STAT_EMPTY : STAT_TOO_FEW);
    sorted = aet_sorted_copy(series, n);
    if (!sorted)
        return undefined(STAT_ARGUMENT);
    trend = trend_of(score(series, n), count_ties(sorted, n), (double)n);
    aet_free(sorted);
    return trend;
}
