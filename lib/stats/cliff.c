/*
 * Cliff's delta, the effect size of two groups, with its interval.
 * The test that goes with it is in mann_whitney.c.
 */
#include "stats/cliff.h"

#include "base/alloc.h"
#include "stats/beta.h"
#include "stats/quantile.h"

#include <math.h>

/* Over one group: sum of its dominances (values below less values above, in the other group), sum
   of their squares, and pairs that are not ties. */
struct dominance {
    double sum, squares, untied;
};

static struct dominance dominate(const double *own, size_t m, const double *other, size_t n)
{
    struct dominance d = { 0.0, 0.0, 0.0 };
    size_t below = 0, upto = 0;

    for (size_t i = 0; i < m; i++) {
        double lead;

        while (below < n && other[below] < own[i])
            below++;
        while (upto < n && other[upto] <= own[i])
            upto++;
        lead = (double)below - (double)(n - upto);
        d.sum += lead;
        d.squares += lead * lead;
        d.untied += (double)(below + n - upto);
    }
    return d;
}

/* Cliff 1993, unbiased: with leads a_i = n d_i., n² Σ(d_i. - d)² is Σ a_i² - m n² d². */
static double variance(struct dominance by_x, struct dominance by_y, double m, double n, double d)
{
    double rows = by_x.squares - m * n * n * d * d;
    double columns = by_y.squares - n * m * m * d * d;
    double cells = by_x.untied - m * n * d * d;
    double unbiased = (rows + columns - cells) / (m * n * (m - 1) * (n - 1));

    return fmax(unbiased, (1 - d * d) / (m * n - 1));
}

static struct stat_interval interval(double d, double s2, double m, double n, double level)
{
    double t = aet_student_two_sided_quantile(1.0 - level, m + n - 2), t2 = t * t;
    double least = fmin(m, n), end = (least - t2) / (least + t2), centre, half, scale;

    if (d >= 1.0)
        return aet_stat_interval(end, 1.0);
    if (d <= -1.0)
        return aet_stat_interval(-1.0, -end);
    centre = d - d * d * d;
    half = t * sqrt(s2 * ((1 - d * d) * (1 - d * d) + t2 * s2));
    scale = 1 - d * d + t2 * s2;
    return aet_stat_interval(fmax(-1.0, (centre - half) / scale),
                             fmin(1.0, (centre + half) / scale));
}

static struct cliff delta(const double *x, size_t m, const double *y, size_t n, double level)
{
    struct dominance by_x = dominate(x, m, y, n), by_y = dominate(y, n, x, m);
    double dm = (double)m, dn = (double)n, d = by_x.sum / (dm * dn);
    struct cliff c = { aet_stat_value(d), aet_stat_no_interval(STAT_TOO_FEW) };

    if (m > 1 && n > 1)
        c.ci = interval(d, variance(by_x, by_y, dm, dn, d), dm, dn, level);
    return c;
}

struct cliff aet_cliff_delta(const double *x, size_t m, const double *y, size_t n, double level)
{
    enum stat_reason reason = m == 0 || n == 0 ? STAT_EMPTY : STAT_ARGUMENT;
    struct cliff c = { aet_stat_undefined(reason), aet_stat_no_interval(reason) };
    double *xs, *ys;

    if (reason == STAT_EMPTY || !(level > 0.0 && level < 1.0))
        return c;
    xs = aet_sorted_copy(x, m);
    ys = aet_sorted_copy(y, n);
    if (xs && ys)
        c = delta(xs, m, ys, n, level);
    aet_free(xs);
    aet_free(ys);
    return c;
}
