/*
 * How precise a coefficient of agreement will be, and how many units it takes.
 */
#include "stats/agreement/forecast.h"

#include "stats/beta.h"
#include "stats/normal.h"

#include <math.h>

struct stat_value aet_forecast_half(double variance, double n, double level)
{
    if (!(n >= 2.0))
        return aet_stat_undefined(STAT_TOO_FEW);
    return aet_stat_value(aet_student_two_sided_quantile(1.0 - level, n - 1.0) *
                          sqrt(variance / (n - 1.0)));
}

uint64_t aet_forecast_units(double variance, double half, double level)
{
    uint64_t low = 2, high = AET_FORECAST_UNITS_MAX;

    if (aet_forecast_half(variance, (double)high, level).value > half)
        return 0;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;

        if (aet_forecast_half(variance, (double)middle, level).value <= half)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

struct stat_value aet_kappa_variance(double kappa, double rate1, double rate2)
{
    double rates[2][2] = { { rate1, 1.0 - rate1 }, { rate2, 1.0 - rate2 } };
    double pe = rate1 * rate2 + rates[0][1] * rates[1][1], po = kappa * (1.0 - pe) + pe;
    double both = (po - 1.0 + rate1 + rate2) / 2.0, sum = 0.0;
    double cells[2][2] = { { both, rate1 - both }, { rate2 - both, po - both } };

    if (!(rate1 > 0.0 && rate1 < 1.0 && rate2 > 0.0 && rate2 < 1.0 && kappa <= 1.0))
        return aet_stat_undefined(STAT_ARGUMENT);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
            double chance = rates[1][i] + rates[0][j] - 2.0 * pe;
            double gain = ((double)(i == j) - po) * (1.0 - pe) - (1.0 - po) * chance;

            if (cells[i][j] < -1e-12)
                return aet_stat_undefined(STAT_ARGUMENT);
            sum += cells[i][j] * gain * gain;
        }
    }
    return aet_stat_value(sum / pow(1.0 - pe, 4.0));
}

uint64_t aet_kappa_test_units(double kappa, double other, double rate1, double rate2, double alpha,
                              double power)
{
    struct stat_value there = aet_kappa_variance(kappa, rate1, rate2);
    struct stat_value tested = aet_kappa_variance(other, rate1, rate2);
    double root, n;

    if (!there.defined || !tested.defined || !(fabs(kappa - other) > 0.0))
        return 0;
    root = (aet_normal_upper_quantile(alpha) * sqrt(tested.value) +
            aet_normal_upper_quantile(1.0 - power) * sqrt(there.value)) /
           (kappa - other);
    n = ceil(root * root);
    return n < (double)AET_FORECAST_UNITS_MAX ? (uint64_t)n : 0;
}
