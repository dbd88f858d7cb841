/*
 * Bootstrap interval of a measure of agreement.
 */
#ifndef AET_STATS_BOOTSTRAP_H
#define AET_STATS_BOOTSTRAP_H

#include "stats/agreement.h"

#include <stdint.h>

/* replicates: resamples made; undefined: those in which the measure had no value. */
struct bootstrap {
    struct stat_interval ci;
    uint32_t replicates, undefined;
};

/* Percentile interval (Efron 1979, Ann. Stat. 7:1-26; Efron & Tibshirani 1993, ch. 13):
   `replicates` resamples of the units with replacement, the measure on each, quantiles (1-level)/2
   and (1+level)/2 (type 7) of its values. Units coded alike are drawn together, as a multinomial,
   so that cost follows patterns and not units. The same patterns (finished), seed and number give
   the same bits. Resamples without a value are left out; when they exceed 5 % the interval is
   undefined, STAT_UNSTABLE. Undefined too with the reason of the measure itself on the units, and
   with STAT_ARGUMENT for no replicate or a level outside ]0, 1[. */
struct bootstrap aet_bootstrap(const struct patterns *p, aet_agree_measure *measure,
                               const struct agree_options *options, uint32_t replicates,
                               uint64_t seed, double level);

#endif
