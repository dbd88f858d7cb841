/*
 * The Mann-Whitney test of two groups.
 * Its effect size is in cliff.c.
 */
#include "stats/mann_whitney.h"

#include "base/alloc.h"
#include "stats/normal.h"
#include "stats/quantile.h"

#include <math.h>

#define EXACT_UNDER 50

/* Twice U (an integer even with ties), and the sum of t³ - t over the groups of t equal values. */
struct ranking {
    double twice_u, ties;
};

static size_t run(const double *sorted, size_t n, size_t from, double value)
{
    size_t i = from;

    while (i < n && sorted[i] <= value)
        i++;
    return i - from;
}

/* Walks both sorted groups together, one distinct value at a time. */
static struct ranking rank(const double *x, size_t m, const double *y, size_t n)
{
    struct ranking r = { 0.0, 0.0 };
    size_t i = 0, j = 0;

    while (i < m || j < n) {
        double value = j == n || (i < m && x[i] < y[j]) ? x[i] : y[j];
        size_t in_x = run(x, m, i, value), in_y = run(y, n, j, value);
        double t = (double)(in_x + in_y);

        r.twice_u += (double)in_x * (2.0 * (double)j + (double)in_y);
        r.ties += t * t * t - t;
        i += in_x;
        j += in_y;
    }
    return r;
}

/*
 * P(U <= u) without ties. The largest value belongs to the first group with probability m/(m+n),
 * and then beats all n of the other: hence P(m,n,u) = m/(m+n) P(m-1,n,u-n) + n/(m+n) P(m,n-1,u),
 * the recursion of Mann & Whitney 1947 on probabilities so that nothing overflows. mass[j ×
 * width + v] is P(U = v) for i and j values.
 */
static double exact_at_most(size_t m, size_t n, size_t u)
{
    size_t width = m * n + 1;
    double *mass = aet_calloc((n + 1) * width, sizeof *mass), sum = 0.0;

    for (size_t j = 0; j <= n; j++)
        mass[j * width] = 1.0;
    for (size_t i = 1; i <= m; i++) {
        for (size_t j = 1; j <= n; j++) {
            double *here = mass + j * width, *fewer_y = here - width;
            double share = (double)i / (double)(i + j);

            for (size_t v = i * j + 1; v-- > 0;)
                here[v] = (v >= j ? share * here[v - j] : 0.0) + (1.0 - share) * fewer_y[v];
        }
    }
    for (size_t v = 0; v <= u; v++)
        sum += mass[n * width + v];
    aet_free(mass);
    return sum;
}

/* The distribution is symmetric about mn/2, so the smaller tail serves both sides. */
static double exact_p(double u, size_t m, size_t n)
{
    double other = (double)m * (double)n - u;

    return fmin(1.0, 2.0 * exact_at_most(m, n, (size_t)fmin(u, other)));
}

static struct stat_value normal_p(const struct ranking *r, double m, double n)
{
    double all = m + n, gap = fabs(r->twice_u / 2 - m * n / 2);
    double variance = m * n / 12 * (all + 1 - r->ties / (all * (all - 1)));

    if (!(variance > 0.0))
        return aet_stat_undefined(STAT_CONSTANT);
    if (gap > 0.0)
        gap -= 0.5;
    return aet_stat_value(aet_normal_two_sided(gap / sqrt(variance)));
}

static struct mann_whitney test(const double *x, size_t m, const double *y, size_t n)
{
    struct ranking r = rank(x, m, y, n);
    struct mann_whitney result = { aet_stat_value(r.twice_u / 2), { 0 }, false };

    if (x[0] >= y[n - 1] && y[0] >= x[m - 1]) {
        result.p = aet_stat_undefined(STAT_CONSTANT);
        return result;
    }
    result.exact = m < EXACT_UNDER && n < EXACT_UNDER && !(r.ties > 0.0);
    result.p = result.exact ? aet_stat_value(exact_p(r.twice_u / 2, m, n))
                            : normal_p(&r, (double)m, (double)n);
    return result;
}

struct mann_whitney aet_mann_whitney(const double *x, size_t m, const double *y, size_t n)
{
    struct mann_whitney result = { aet_stat_undefined(STAT_EMPTY), aet_stat_undefined(STAT_EMPTY),
                                   false };
    double *xs, *ys;

    if (m == 0 || n == 0)
        return result;
    xs = aet_sorted_copy(x, m);
    ys = aet_sorted_copy(y, n);
    if (xs && ys)
        result = test(xs, m, ys, n);
    else
        result.u = result.p = aet_stat_undefined(STAT_ARGUMENT);
    aet_free(xs);
    aet_free(ys);
    return result;
}
