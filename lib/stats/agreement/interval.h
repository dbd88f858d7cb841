/*
 * The interval that each coefficient of agreement gets. Holds no draw (bootstrap.h), no standard
 * error (influence.h) and no interval of a proportion (proportion.h).
 */
#ifndef AET_STATS_AGREEMENT_INTERVAL_H
#define AET_STATS_AGREEMENT_INTERVAL_H

#include "stats/agreement/bootstrap.h"

/* analytic: 1 - (1 - c) exp(∓ t se / (1 - c)), se being the standard error of coefficient c and t
   Student's quantile with n - 1 degrees of freedom (aet_agree_error): c ± t se on the scale of
   log(1 - c), the log of how much of the disagreement of chance is left, which no interval can
   take past 1. symmetric: c ± t se, cut at 1 (Gwet 2014, ch. 5). Then the bootstrap, by
   percentiles or BCa. */
enum agree_method { AGREE_ANALYTIC, AGREE_SYMMETRIC, AGREE_PERCENTILES, AGREE_BCA };

/* The interval of a coefficient v from its standard error, by the first two methods; by any other,
   as the analytic one. Undefined: the reason of v or of the error; analytic, STAT_UNANIMOUS where v
   is 1. */
struct stat_interval aet_agree_interval(struct stat_value v, const struct agree_error *e,
                                        enum agree_method method, double level);

/* n coefficients into out[n], by a method, but:
   - where no disagreement was seen every resample is unanimous and every influence 0: an interval
     of one point, which covers a true agreement of .94 on 20 units in 0 % of samples like it.
     Coefficients other than aet_agree_share have no interval, STAT_UNANIMOUS;
   - the share of agreement is then that of n trials that all succeeded, the units or the bundles
     drawn, with Wilson's interval: of more than two coders it is that of unanimity, which mean
     agreement is no less than;
   - of units with two codes each, drawn one by one, the share is a proportion, with Wilson's
     interval (proportion.h; Brown, Cai & DasGupta 2001, Stat. Sci. 16:101-133).
   how->replicates of 0: no bootstrap, STAT_ARGUMENT; what is analytic draws nothing. */
void aet_agree_intervals(const struct patterns *p, const struct agree_coefficient *const *list,
                         size_t n, const struct agree_options *options, enum agree_method method,
                         const struct bootstrap_options *how, struct bootstrap *out);

#endif
