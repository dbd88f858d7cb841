/*
 * Bootstrap intervals of coefficients of agreement.
 */
#ifndef AET_STATS_AGREEMENT_BOOTSTRAP_H
#define AET_STATS_AGREEMENT_BOOTSTRAP_H

#include "stats/agreement/influence.h"

#include <stdint.h>

/* replicates: resamples made; undefined: those in which the coefficient had no value. */
struct bootstrap {
    struct stat_interval ci;
    uint32_t replicates, undefined;
};

/* What is drawn: units one by one (bundles NULL), or bundles of them, borrowed. corrected: BCa. */
struct bootstrap_options {
    const struct bundles *bundles;
    uint32_t replicates;
    uint64_t seed;
    double level;
    bool corrected;
};

/* Percentile intervals (Efron 1979, Ann. Stat. 7:1-26; Efron & Tibshirani 1993, ch. 13) of n
   coefficients, into out[n]: resamples with replacement of the units, or of bundles whole (Davison
   & Hinkley 1997, Bootstrap Methods and their Application, §3.8), the coefficients on each,
   quantiles (1-level)/2 and (1+level)/2 (type 7) of their values. Corrected, those of BCa (Efron
   1987, J. Am. Stat. Assoc. 82:171-185): the bias from the share of values under the coefficient,
   ties counting half, the acceleration from the influences (aet_agree_error; undefined as that is).
   Units coded alike are drawn together, as a multinomial, so that cost follows patterns and not
   units. The same patterns and bundles (finished), seed and number give the same bits, whatever the
   coefficients. Resamples without a value are left out; when they exceed 5 % the interval is
   undefined, STAT_UNSTABLE. Undefined too with the reason of the coefficient itself on the units,
   with STAT_TOO_FEW for fewer than 2 to draw, and with STAT_ARGUMENT for no replicate or a level
   outside ]0, 1[. */
void aet_bootstrap(const struct patterns *p, const struct agree_coefficient *const *list, size_t n,
                   const struct agree_options *options, const struct bootstrap_options *how,
                   struct bootstrap *out);

#endif
