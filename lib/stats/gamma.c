/*
 * Gamma function, factorials, incomplete gamma and the chi-square tail.
 * Holds no test: those are in contingency.c.
 */
#include "stats/gamma.h"

#include <float.h>
#include <math.h>

#include "base/alloc.h"

#define HALF_LN_2PI 0.91893853320467274178
#define MAX_STEPS 100000

double aet_lgamma(double x)
{
    double product = 1.0, r, series;

    /* From 16 on, seven terms of the series reach the precision of a double. */
    while (x < 16.0) {
        product *= x;
        x += 1.0;
    }
    r = 1.0 / (x * x);
    series = (1.0 / 12 -
              r * (1.0 / 360 -
                   r * (1.0 / 1260 -
                        r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360 - r / 156)))))) /
             x;
    return (x - 0.5) * log(x) - x + HALF_LN_2PI + series - log(product);
}

double aet_lfactorial(uint64_t n)
{
    return n < 2 ? 0.0 : aet_lgamma((double)n + 1.0);
}

double aet_lchoose(uint64_t n, uint64_t k)
{
    return aet_lfactorial(n) - aet_lfactorial(k) - aet_lfactorial(n - k);
}

void aet_factorials_begin(struct factorials *f, uint64_t n)
{
    *f = (struct factorials){ aet_calloc((size_t)n + 1, sizeof *f->ln), n };
    for (uint64_t i = 0; i <= n; i++)
        f->ln[i] = aet_lfactorial(i);
}

void aet_factorials_free(struct factorials *f)
{
    aet_free(f->ln);
    *f = (struct factorials){ 0 };
}

double aet_lchoose_of(const struct factorials *f, uint64_t n, uint64_t k)
{
    return n > f->n ? aet_lchoose(n, k) : f->ln[n] - f->ln[k] - f->ln[n - k];
}

/* P(a, x) by its power series, for x < a + 1. */
static double lower_series(double a, double x, double front)
{
    double term = 1.0 / a, sum = term;

    for (int i = 1; i < MAX_STEPS && term > sum * DBL_EPSILON / 4; i++) {
        term *= x / (a + i);
        sum += term;
    }
    return front * sum;
}

/* Q(a, x) by its continued fraction, evaluated by the modified Lentz method, for x >= a + 1. */
static double upper_fraction(double a, double x, double front)
{
    double b = x + 1.0 - a, c = 1.0 / DBL_MIN, d = 1.0 / b, h = d;

    for (int i = 1; i < MAX_STEPS; i++) {
        double an = -i * (i - a), step;

        b += 2.0;
        d = an * d + b;
        d = fabs(d) < DBL_MIN ? 1.0 / DBL_MIN : 1.0 / d;
        c = b + an / c;
        if (fabs(c) < DBL_MIN)
            c = DBL_MIN;
        step = c * d;
        h *= step;
        if (fabs(step - 1.0) < DBL_EPSILON)
            break;
    }
    return front * h;
}

double aet_gamma_upper(double a, double x)
{
    double front;

    if (x <= 0.0)
        return 1.0;
    front = exp(a * log(x) - x - aet_lgamma(a));
    if (x < a + 1.0)
        return fmax(0.0, 1.0 - lower_series(a, x, front));
    return upper_fraction(a, x, front);
}

double aet_chi2_upper(double x, double df)
{
    return aet_gamma_upper(df / 2, x / 2);
}
