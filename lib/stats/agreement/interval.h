/*
 * The interval that each measure of agreement gets: by the bootstrap, unless that would say nothing
 * true. Holds no draw (bootstrap.h) and no interval of a proportion (proportion.h).
 */
#ifndef AET_STATS_AGREEMENT_INTERVAL_H
#define AET_STATS_AGREEMENT_INTERVAL_H

#include "stats/agreement/bootstrap.h"

/* As aet_bootstrap, but:
   - where no disagreement was seen every resample is unanimous, and its interval one point, which
     covers a true agreement of .94 on 20 units in 0 % of samples like it: measures other than
     aet_agree_share have no interval, STAT_UNANIMOUS;
   - the share of agreement is then that of n trials that all succeeded, the units or the bundles
     drawn, with Wilson's interval: of more than two coders it is that of unanimity, which mean
     agreement is no less than;
   - of units with two codes each, drawn one by one, the share is a proportion, with Wilson's
     interval (proportion.h; Brown, Cai & DasGupta 2001, Stat. Sci. 16:101-133). */
void aet_agree_intervals(const struct patterns *p, aet_agree_measure *const *measures, size_t n,
                         const struct agree_options *options, const struct bootstrap_options *how,
                         struct bootstrap *out);

#endif
