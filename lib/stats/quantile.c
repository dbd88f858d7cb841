/*
 * Median and quantiles, of plain values and of values with counts.
 * Also the one sort of doubles that the rank statistics share.
 */
#include "stats/quantile.h"

#include "base/alloc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

double *aet_sorted_copy(const double *values, size_t n)
{
    double *copy;

    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]))
            return NULL;
    copy = aet_calloc(n ? n : 1, sizeof *copy);
    if (n > 0) {
        memcpy(copy, values, n * sizeof *copy);
        qsort(copy, n, sizeof *copy, by_value);
    }
    return copy;
}

double aet_sorted_quantile(const double *sorted, size_t n, double p)
{
    double place = (double)(n - 1) * p;
    size_t below = (size_t)floor(place);
    double part = place - (double)below;

    if (below + 1 >= n)
        return sorted[n - 1];
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

struct stat_value aet_quantile(const double *values, size_t n, double p)
{
    struct stat_value result;
    double *sorted;

    if (n == 0)
        return aet_stat_undefined(STAT_EMPTY);
    sorted = aet_sorted_copy(values, n);
    if (!sorted || !(p >= 0.0 && p <= 1.0))
        result = aet_stat_undefined(STAT_ARGUMENT);
    else
        result = aet_stat_value(aet_sorted_quantile(sorted, n, p));
    aet_free(sorted);
    return result;
}

/* The value of rank `rank`, counted from 0. */
static double value_at(const struct counted *sorted, size_t n, uint64_t rank)
{
    uint64_t seen = 0;
    size_t last = 0;

    for (size_t i = 0; i < n; i++) {
        if (sorted[i].times == 0)
            continue;
        last = i;
        seen += sorted[i].times;
        if (seen > rank)
            break;
    }
    return (double)sorted[last].value;
}

struct stat_value aet_quantile_counted(const struct counted *sorted, size_t n, double p)
{
    uint64_t total = 0, below;
    double place, low, high;

    for (size_t i = 0; i < n; i++)
        total += sorted[i].times;
    if (total == 0)
        return aet_stat_undefined(STAT_EMPTY);
    if (!(p >= 0.0 && p <= 1.0))
        return aet_stat_undefined(STAT_ARGUMENT);
    place = (double)(total - 1) * p;
    below = (uint64_t)floor(place);
    low = value_at(sorted, n, below);
    high = value_at(sorted, n, below + 1);
    return aet_stat_value(low + (place - (double)below) * (high - low));
}
