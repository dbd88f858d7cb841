/*
 * Agreement of two coders or more, with missing codes: Fleiss' kappa, AC1, and means over pairs.
 * Krippendorff's alpha is in alpha.h, intervals in bootstrap.h.
 */
#ifndef AET_STATS_AGREEMENT_AGREEMENT_H
#define AET_STATS_AGREEMENT_AGREEMENT_H

#include "stats/agreement/pair_agreement.h"
#include "stats/agreement/patterns.h"

enum agree_scale { AGREE_NOMINAL, AGREE_ORDINAL, AGREE_INTERVAL, AGREE_RATIO };

/* What some measures need to know beside the codes. values: the number that each code stands for,
   one per code, borrowed, for the interval and ratio scales (may be NULL for the others). */
struct agree_options {
    enum agree_scale scale;
    enum agree_weights weights;
    const double *values;
};

/* All measures have this one shape, so that a table can list them. Patterns are finished first.
   Undefined for all: STAT_EMPTY, STAT_ONE_CODER, STAT_NO_OVERLAP as aet_patterns_fault;
   STAT_CONSTANT where chance agreement is 1. Options unused by a measure may be NULL. */
typedef struct stat_value aet_agree_measure(const struct patterns *p,
                                            const struct agree_options *options);

/* Below, a unit i has r_i codes, r_ik of them code k; sums over units count each of a pattern's. */

/* Mean over units with r_i >= 2 of the share of agreeing pairs, Σ_k r_ik (r_ik - 1) / (r_i (r_i -
   1)) (Fleiss 1971, Psychol. Bull. 76:378-382); of two coders, the plain share of agreement. */
aet_agree_measure aet_agree_share;

/* Fleiss' kappa, p_e = Σ p_k², p_k = mean of r_ik / r_i over units with a code (Fleiss 1971; units
   with fewer codes than coders as Gwet 2014, Handbook of Inter-Rater Reliability, ch. 3). */
aet_agree_measure aet_agree_fleiss;

/* Gwet's AC1 of any number of coders, p_e = Σ p_k (1 - p_k) / (K - 1), K being all codes, used or
   not (Gwet 2008, Br. J. Math. Stat. Psychol. 61:29-48; missing codes as Gwet 2014, ch. 3). */
aet_agree_measure aet_agree_ac1;

/* PABAK, (K p_o - 1) / (K - 1), p_o as aet_agree_share and K all codes, used or not: Bennett's S
   (Byrt, Bishop & Carlin 1993, J. Clin. Epidemiol. 46:423-429; Bennett, Alpert & Goldstein 1954,
   Public Opin. Q. 18:303-308). STAT_CONSTANT when K is 1. */
aet_agree_measure aet_agree_pabak;

/* Means over pairs of coders of Cohen's kappa (Light 1971, Psychol. Bull. 76:365-377), of its
   weighted form (options->weights) and of Scott's pi, each pair on the units that both coded; of
   two coders, the coefficient itself. Pairs where it is undefined are left out; when all are, the
   reason is that of the first pair, STAT_NO_OVERLAP giving way to another. STAT_TOO_MANY when codes
   exceed AET_PAIR_CODES_MAX. */
aet_agree_measure aet_agree_kappa;
aet_agree_measure aet_agree_kappa_weighted;
aet_agree_measure aet_agree_pi;

#endif
