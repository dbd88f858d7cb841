/*
 * Krippendorff's alpha, on four scales, any number of coders, missing codes.
 */
#ifndef AET_STATS_AGREEMENT_ALPHA_H
#define AET_STATS_AGREEMENT_ALPHA_H

#include "stats/agreement/agreement.h"

/* alpha = 1 - D_o / D_e over pairable codes, those of units with two codes or more (Krippendorff
   2004, Content Analysis, 2nd ed., ch. 11; 2011, Computing Krippendorff's Alpha-Reliability, §C-E).
   options->scale picks the difference: nominal 0 or 1; ordinal, distance in ranks, codes being in
   order; interval (v - w)²; ratio ((v - w)/(v + w))², 0 when both are 0. Undefined beside the
   usual: STAT_CONSTANT when all pairable codes are the same (or worth the same), STAT_SCALE for a
   negative value on the ratio scale, STAT_ARGUMENT for a value that is not finite or for want of
   values. Time in patterns × coders², and codes² on the ratio scale; no square table is kept. */
aet_agree_measure aet_agree_alpha;

#endif
