/*
 * Jackknife interval of any estimate.
 */
#include "stats/jackknife.h"

#include "stats/beta.h"

#include <math.h>

struct stat_value aet_jackknife_error(const struct stat_value *without, size_t n)
{
    double mean = 0.0, squares = 0.0;

    if (n < 2)
        return aet_stat_undefined(STAT_TOO_FEW);
    for (size_t i = 0; i < n; i++) {
        if (!without[i].defined)
            return without[i];
        mean += without[i].value / (double)n;
    }
    for (size_t i = 0; i < n; i++)
        squares += (without[i].value - mean) * (without[i].value - mean);
    return aet_stat_value(sqrt(squares * ((double)n - 1) / (double)n));
}

struct stat_interval aet_jackknife(struct stat_value estimate, const struct stat_value *without,
                                   size_t n, double level)
{
    struct stat_value error = aet_jackknife_error(without, n);
    double half;

    if (!(level > 0.0 && level < 1.0))
        return aet_stat_no_interval(STAT_ARGUMENT);
    if (!estimate.defined || !error.defined)
        return aet_stat_no_interval(estimate.defined ? error.reason : estimate.reason);
    half = aet_student_two_sided_quantile(1.0 - level, (double)n - 1) * error.value;
    return aet_stat_interval(estimate.value - half, estimate.value + half);
}
