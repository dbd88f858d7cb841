/*
 * Jackknife interval of any estimate, from its values with one group left out at a time.
 */
#ifndef AET_STATS_JACKKNIFE_H
#define AET_STATS_JACKKNIFE_H

#include "stats/value.h"

#include <stddef.h>

/* sqrt((n-1)/n Σ (θ_i - mean)²), of the n values θ_i that an estimate has with one group left out,
   borrowed. Undefined: the reason of the first undefined θ_i; STAT_TOO_FEW when n < 2. */
struct stat_value aet_jackknife_error(const struct stat_value *without, size_t n);

/* estimate ± t × that error, t being Student's two-sided quantile with n - 1
   degrees of freedom (Quenouille 1956, Biometrika 43:353-360; Tukey 1958; Efron & Tibshirani 1993,
   An Introduction to the Bootstrap, ch. 11). Undefined: the reason of the estimate or of the error;
   STAT_ARGUMENT for a level outside ]0, 1[. */
struct stat_interval aet_jackknife(struct stat_value estimate, const struct stat_value *without,
                                   size_t n, double level);

#endif
