/*
 * Incomplete beta function, its inverse, and Student's quantile that comes from it.
 * Holds no interval: those are in proportion.c and cliff.c.
 */
#include "stats/beta.h"

#include "stats/gamma.h"

#include <float.h>
#include <math.h>

#define MAX_STEPS 100000

static double away_from_zero(double v)
{
    return fabs(v) < DBL_MIN ? DBL_MIN : v;
}

/* The m-th coefficient of the fraction, DLMF 8.17.23 (odd m) and 8.17.24 (even m). */
static double coefficient(int m, double x, double a, double b)
{
    double k = m / 2, denominator = (a + m - 1) * (a + m);

    if (m % 2)
        return -(a + k) * (a + b + k) * x / denominator;
    return k * (b - k) * x / denominator;
}

/* 1 / (1 + d1 / (1 + d2 / ...)) by the modified Lentz method. */
static double fraction(double x, double a, double b)
{
    double c = 1.0, d = 0.0, h = 1.0;

    for (int m = 1; m < MAX_STEPS; m++) {
        double e = coefficient(m, x, a, b), step;

        d = 1.0 / away_from_zero(1.0 + e * d);
        c = away_from_zero(1.0 + e / c);
        step = c * d;
        h *= step;
        if (fabs(step - 1.0) < DBL_EPSILON)
            break;
    }
    return 1.0 / h;
}

static double lower_direct(double x, double a, double b)
{
    double front = a * log(x) + b * log1p(-x) + aet_lgamma(a + b) - aet_lgamma(a) - aet_lgamma(b);

    return exp(front) * fraction(x, a, b) / a;
}

double aet_beta_lower(double x, double a, double b)
{
    if (x <= 0.0)
        return 0.0;
    if (x >= 1.0)
        return 1.0;
    if (x > (a + 1) / (a + b + 2))
        return 1.0 - lower_direct(1.0 - x, b, a);
    return lower_direct(x, a, b);
}

double aet_beta_quantile(double p, double a, double b)
{
    double low = 0.0, high = 1.0;

    if (p <= 0.0)
        return 0.0;
    if (p >= 1.0)
        return 1.0;
    for (int i = 0; i < 200 && high - low > DBL_EPSILON * high; i++) {
        double middle = low + (high - low) / 2;

        if (aet_beta_lower(middle, a, b) < p)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

double aet_student_two_sided_quantile(double alpha, double df)
{
    double x = aet_beta_quantile(alpha, df / 2, 0.5);

    return sqrt(df * (1.0 - x) / x);
}
