/*
 * Bootstrap intervals of measures of agreement.
 */
#ifndef AET_STATS_AGREEMENT_BOOTSTRAP_H
#define AET_STATS_AGREEMENT_BOOTSTRAP_H

#include "stats/agreement/agreement.h"
#include "stats/agreement/bundles.h"

#include <stdint.h>

/* replicates: resamples made; undefined: those in which the measure had no value. */
struct bootstrap {
    struct stat_interval ci;
    uint32_t replicates, undefined;
};

/* What is drawn: units one by one (bundles NULL), or bundles of them, borrowed. */
struct bootstrap_options {
    const struct bundles *bundles;
    uint32_t replicates;
    uint64_t seed;
    double level;
};

/* Percentile intervals (Efron 1979, Ann. Stat. 7:1-26; Efron & Tibshirani 1993, ch. 13) of n
   measures, into out[n]: resamples with replacement of the units, or of bundles whole (Davison &
   Hinkley 1997, Bootstrap Methods and their Application, §3.8), the measures on each, quantiles
   (1-level)/2 and (1+level)/2 (type 7) of their values. Units coded alike are drawn together, as a
   multinomial, so that cost follows patterns and not units. The same patterns and bundles
   (finished), seed and number give the same bits, whatever the measures. Resamples without a value
   are left out; when they exceed 5 % the interval is undefined, STAT_UNSTABLE. Undefined too with
   the reason of the measure itself on the units, with STAT_TOO_FEW for fewer than 2 to draw, and
   with STAT_ARGUMENT for no replicate or a level outside ]0, 1[. */
void aet_bootstrap(const struct patterns *p, aet_agree_measure *const *measures, size_t n,
                   const struct agree_options *options, const struct bootstrap_options *how,
                   struct bootstrap *out);

#endif
