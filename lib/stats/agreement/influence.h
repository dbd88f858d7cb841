/*
 * Standard errors of coefficients of agreement, from how much each unit moves them.
 */
#ifndef AET_STATS_AGREEMENT_INFLUENCE_H
#define AET_STATS_AGREEMENT_INFLUENCE_H

#include "stats/agreement/agreement.h"
#include "stats/agreement/bundles.h"

/* n: units with two codes, or bundles that have one, whose influences se is made of; degrees of
   freedom are n - 1. skew: Σ L³ / (6 (Σ L²)^1.5) of the influences L, the acceleration of BCa
   (Efron 1987, J. Am. Stat. Assoc. 82:171-185). */
struct agree_error {
    struct stat_value se;
    double n, skew;
};

/* se² = n/(n-1) Σ L², L being the derivative of the coefficient by the count of a unit
   (aet_agree_influence): the linearised variance of Gwet (2008, Br. J. Math. Stat. Psychol.
   61:29-48; 2014, ch. 5) and, of Cohen's kappa, of Fleiss, Cohen & Everitt (1969). Where units come
   in bundles, borrowed, L is summed over each first (Taylor series with ultimate clusters: Binder
   1983, Int. Stat. Rev. 51:279-292); bundles: NULL, each unit is one. Undefined: the reason of the
   coefficient; STAT_TOO_FEW under two; STAT_SAME when no unit moves the coefficient at all. */
struct agree_error aet_agree_error(const struct patterns *p, const struct bundles *bundles,
                                   const struct agree_coefficient *c,
                                   const struct agree_options *options);

#endif
