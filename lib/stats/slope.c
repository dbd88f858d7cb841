/*
 * Slope of a trend and shift between two sides, within strata: median of pair slopes and its
 * interval. The test of a trend without strata is in mann_kendall.c.
 */
#include "stats/slope.h"

#include "base/alloc.h"
#include "stats/normal.h"
#include "stats/quantile.h"

#include <math.h>
#include <stdlib.h>

static int by_stratum(const void *a, const void *b)
{
    const struct slope_point *x = a, *y = b;

    if (x->stratum != y->stratum)
        return x->stratum < y->stratum ? -1 : 1;
    if (x->x < y->x || x->x > y->x)
        return x->x < y->x ? -1 : 1;
    return x->y < y->y ? -1 : x->y > y->y;
}

/* Σ t(t-1)(2t+5), Σ t(t-1)(t-2) and Σ t(t-1) over the ties of sorted values. */
struct ties {
    double a, b, c;
};

static struct ties count_ties(const double *sorted, size_t n)
{
    struct ties r = { 0.0, 0.0, 0.0 };

    for (size_t i = 0, k; i < n; i = k) {
        double t;

        for (k = i + 1; k < n && !(sorted[k] > sorted[i]); k++)
            ;
        t = (double)(k - i);
        r.a += t * (t - 1.0) * (2.0 * t + 5.0);
        r.b += t * (t - 1.0) * (t - 2.0);
        r.c += t * (t - 1.0);
    }
    return r;
}

/* Var S of one stratum. */
static double variance(const struct slope_point *p, size_t n)
{
    double *values = aet_calloc(n, sizeof *values), *sorted, m = (double)n, v;
    struct ties x, y;

    for (size_t i = 0; i < n; i++)
        values[i] = p[i].x;
    x = count_ties(values, n); /* points come sorted by x */
    for (size_t i = 0; i < n; i++)
        values[i] = p[i].y;
    sorted = aet_sorted_copy(values, n);
    y = count_ties(sorted, n);
    v = (m * (m - 1.0) * (2.0 * m + 5.0) - x.a - y.a) / 18.0;
    if (n > 2)
        v += x.b * y.b / (9.0 * m * (m - 1.0) * (m - 2.0));
    v += x.c * y.c / (2.0 * m * (m - 1.0));
    aet_free(values);
    aet_free(sorted);
    return v;
}

/* Slopes of the pairs of one stratum, added to slopes[*n] when that is not NULL. */
static void pair_slopes(const struct slope_point *p, size_t count, double *slopes, size_t *n)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            double dx = p[k].x - p[i].x;

            if (!(dx > 0.0))
                continue;
            if (slopes)
                slopes[*n] = (p[k].y - p[i].y) / dx;
            ++*n;
        }
}

/* Walks the strata of sorted points: slopes into `slopes` (may be NULL), the sum of variances. */
static double walk(const struct slope_point *p, size_t n, double *slopes, size_t *pairs)
{
    double sum = 0.0;

    *pairs = 0;
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && p[k].stratum == p[i].stratum; k++)
            ;
        pair_slopes(p + i, k - i, slopes, pairs);
        if (slopes && k - i > 1)
            sum += variance(p + i, k - i);
    }
    return sum;
}

/* The slope of rank r (from 1) among n sorted ones. */
static struct stat_value of_rank(const double *sorted, size_t n, double r)
{
    if (r < 1.0 || r > (double)n)
        return aet_stat_undefined(STAT_INFINITE);
    return aet_stat_value(sorted[(size_t)r - 1]);
}

static struct slope undefined(enum stat_reason why)
{
    return (struct slope){ aet_stat_undefined(why), aet_stat_no_interval(why), 0 };
}

struct slope aet_slope(const struct slope_point *points, size_t n, double level)
{
    struct slope r = undefined(STAT_EMPTY);
    struct slope_point *p;
    double *slopes, *sorted, sum, c;

    if (!(level > 0.0 && level < 1.0))
        return undefined(STAT_ARGUMENT);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(points[i].x) || !isfinite(points[i].y))
            return undefined(STAT_ARGUMENT);
    p = aet_calloc(n + 1, sizeof *p);
    for (size_t i = 0; i < n; i++)
        p[i] = points[i];
    if (n)
        qsort(p, n, sizeof *p, by_stratum);
    walk(p, n, NULL, &r.pairs);
    if (r.pairs) {
        slopes = aet_calloc(r.pairs, sizeof *slopes);
        sum = walk(p, n, slopes, &r.pairs);
        sorted = aet_sorted_copy(slopes, r.pairs);
        c = aet_normal_upper_quantile((1.0 - level) / 2.0) * sqrt(sum);
        r.estimate = aet_stat_value(aet_sorted_quantile(sorted, r.pairs, 0.5));
        r.ci.low = of_rank(sorted, r.pairs, floor(((double)r.pairs - c) / 2.0));
        r.ci.high = of_rank(sorted, r.pairs, ceil(((double)r.pairs + c) / 2.0) + 1.0);
        aet_free(slopes);
        aet_free(sorted);
    }
    aet_free(p);
    return r;
}
