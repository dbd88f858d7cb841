/*
 * Before coding: how precise a coefficient of agreement will be with so many units, and how many it
 * takes.
 */
#ifndef AET_STATS_AGREEMENT_FORECAST_H
#define AET_STATS_AGREEMENT_FORECAST_H

#include <stdint.h>

#include "stats/value.h"

/* Beyond, no number of units is told. */
#define AET_FORECAST_UNITS_MAX UINT64_C(1000000000)

/* variance: of what one unit (or one bundle) adds, so that the squared standard error of n of them
   is variance / (n - 1): n - 1 times that of a first sample (aet_agree_error). Half of the interval
   coefficient ± t se that n units give (interval.h, symmetric), t being Student's quantile with n -
   1 degrees of freedom. Undefined: STAT_TOO_FEW under two units. */
struct stat_value aet_forecast_half(double variance, double n, double level);

/* The least number of units whose half is no more than `half`, 2 at least; 0: beyond
   AET_FORECAST_UNITS_MAX. */
uint64_t aet_forecast_units(double variance, double half, double level);

/* The variance that one unit adds to Cohen's kappa of two coders who give a code to the shares
   rate1 and rate2 of the units: n times the asymptotic variance of Fleiss, Cohen & Everitt (1969),
   Q of Cantor (1996, Psychol. Methods 1:150-153), and of Flack et al. (1988, Psychometrika
   53:321-325) for equal shares. Undefined, STAT_ARGUMENT: no two coders have these shares and this
   kappa. */
struct stat_value aet_kappa_variance(double kappa, double rate1, double rate2);

/* How many units it takes to tell kappa from `other`, on the side where it is, with this power, by
   a one-sided test at level alpha (Cantor 1996); 0: there is no such number. */
uint64_t aet_kappa_test_units(double kappa, double other, double rate1, double rate2, double alpha,
                              double power);

#endif
