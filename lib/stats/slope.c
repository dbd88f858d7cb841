/*
 * Slope of a trend and shift between two sides, within strata: median of pair slopes and its
 * interval, and the test that goes with it. With one stratum, Mann-Kendall's.
 */
#include "stats/slope.h"

#include "base/alloc.h"
#include "stats/normal.h"
#include "stats/quantile.h"
#include "stats/serial.h"

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

/* Over the pairs of strata: rises less falls, and what they would be if all that differ agreed. */
struct signs {
    double s, most;
};

/* Slopes of the pairs of one stratum, added to slopes[*n] when that is not NULL. */
static void pair_slopes(const struct slope_point *p, size_t count, double *slopes, size_t *n,
                        struct signs *signs)
{
    double x = 0.0, y = 0.0;

    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            double dx = p[k].x - p[i].x, sign = (p[k].y > p[i].y) - (p[k].y < p[i].y);

            y += fabs(sign);
            if (!(dx > 0.0))
                continue;
            if (slopes)
                slopes[*n] = (p[k].y - p[i].y) / dx;
            x++;
            signs->s += sign;
            ++*n;
        }
    signs->most += sqrt(x * y);
}

/* Walks the strata of sorted points: slopes into `slopes` (may be NULL), the sum of variances. */
static double walk(const struct slope_point *p, size_t n, double *slopes, size_t *pairs,
                   struct signs *signs)
{
    double sum = 0.0;

    *pairs = 0;
    *signs = (struct signs){ 0.0, 0.0 };
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && p[k].stratum == p[i].stratum; k++)
            ;
        pair_slopes(p + i, k - i, slopes, pairs, signs);
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
    struct stat_value none = aet_stat_undefined(why);

    return (struct slope){ .estimate = none,
                           .ci = aet_stat_no_interval(why),
                           .s = none,
                           .tau = none,
                           .variance = none,
                           .p = none,
                           .effect = 1.0 };
}

static void infer(struct slope *r, const struct slope_point *p, size_t n, double level)
{
    double *slopes = aet_calloc(r->pairs, sizeof *slopes), *sorted, c, pairs = (double)r->pairs;
    struct signs signs;
    double variance = walk(p, n, slopes, &r->pairs, &signs), s = signs.s;

    sorted = aet_sorted_copy(slopes, r->pairs);
    aet_serial_effect(p, n, &r->autocorrelation, &r->effect);
    c = aet_normal_upper_quantile((1.0 - level) / 2.0) * sqrt(r->effect * variance);
    r->estimate = aet_stat_value(aet_sorted_quantile(sorted, r->pairs, 0.5));
    r->ci.low = of_rank(sorted, r->pairs, floor((pairs - c) / 2.0));
    r->ci.high = of_rank(sorted, r->pairs, ceil((pairs + c) / 2.0) + 1.0);
    r->s = aet_stat_value(s);
    r->variance = aet_stat_value(variance);
    r->tau = r->p = aet_stat_undefined(STAT_CONSTANT);
    if (variance > 1e-9) {
        double z = fmax(0.0, fabs(s) - 1.0) / sqrt(r->effect * variance);

        r->tau = aet_stat_value(s / signs.most);
        r->p = aet_stat_value(aet_normal_two_sided(z));
    }
    aet_free(slopes);
    aet_free(sorted);
}

struct slope aet_slope(const struct slope_point *points, size_t n, double level)
{
    struct slope r = undefined(STAT_EMPTY);
    struct slope_point *p;
    struct signs signs;

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
    walk(p, n, NULL, &r.pairs, &signs);
    if (r.pairs)
        infer(&r, p, n, level);
    aet_free(p);
    return r;
}
