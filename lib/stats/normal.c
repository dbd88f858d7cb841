/*
 * The standard normal distribution: tail and quantile.
 * Holds no test and no interval.
 */
#include "stats/normal.h"

#include <math.h>

#define SQRT_2 1.41421356237309504880
#define SQRT_2PI 2.50662827463100050242

double aet_normal_upper(double z)
{
    return 0.5 * erfc(z / SQRT_2);
}

double aet_normal_two_sided(double z)
{
    return erfc(fabs(z) / SQRT_2);
}

static double first_guess(double p)
{
    double t = sqrt(-2.0 * log(p));

    return t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                   (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

double aet_normal_upper_quantile(double p)
{
    double x;

    if (p > 0.5)
        return -aet_normal_upper_quantile(1.0 - p);
    x = first_guess(p);
    for (int i = 0; i < 4; i++) {
        double density = exp(-0.5 * x * x) / SQRT_2PI;
        double u = (aet_normal_upper(x) - p) / density;

        x += u / (1.0 - 0.5 * u * x);
    }
    return x;
}
