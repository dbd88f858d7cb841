/*
 * Krippendorff's alpha, on four scales or by any distance of codes, any number of coders, missing
 * codes.
 */
#ifndef AET_STATS_AGREEMENT_ALPHA_H
#define AET_STATS_AGREEMENT_ALPHA_H

#include "stats/agreement/patterns.h"
#include "stats/agreement/weights.h"

/* alpha = 1 - D_o / D_e over pairable codes, those of units with two codes or more (Krippendorff
   2004, Content Analysis, 2nd ed., ch. 11; 2011, Computing Krippendorff's Alpha-Reliability, §C-E).
   options->scale picks the difference: nominal 0 or 1; ordinal, distance in ranks, codes being in
   order; interval (v - w)²; ratio ((v - w)/(v + w))², 0 when both are 0; distance
   options->distance, as it is. Undefined beside the usual: STAT_TOO_MANY for more than
   AET_ALPHA_DISTANCES_MAX codes of AGREE_DISTANCE, STAT_CONSTANT when all pairable codes are the
   same (or worth the same), STAT_SCALE for a negative value on the ratio scale, STAT_ARGUMENT for a
   value that is not finite or for want of values. Time in patterns × coders², and codes² on the
   ratio scale and by distance; no square table is kept. */
#define AET_ALPHA_DISTANCES_MAX 4096

struct stat_value aet_alpha_value(const struct patterns *p, const struct agree_options *options);

/* The derivative by the count of each pattern, into out (p->n), of 1 - N D_o / D_e with N where
   alpha has N - 1, which is what Gwet linearises (2014, Handbook of Inter-Rater Reliability, ch.
   5); on the ordinal scale ranks move too, which he holds fixed. Over all units they sum to 0.
   Returns why there is none, or STAT_NONE. */
enum stat_reason aet_alpha_influence(const struct patterns *p, const struct agree_options *options,
                                     double *out);

#endif
