/*
 * Coefficients of agreement of two coders or more, with missing codes: what they are worth, and how
 * much each unit moves them. Intervals are in interval.h.
 */
#ifndef AET_STATS_AGREEMENT_AGREEMENT_H
#define AET_STATS_AGREEMENT_AGREEMENT_H

#include "stats/agreement/chance.h"
#include "stats/agreement/pair_agreement.h"
#include "stats/agreement/patterns.h"

/* Of all coders at once; the mean over pairs of coders, each on the units that both coded; or
   Krippendorff's, which weighs gaps by the scale of its own (alpha.h). */
enum agree_family { AGREE_ALL_CODERS, AGREE_BY_PAIRS, AGREE_ALPHA };

/* A coefficient is data, so that a table can list them. weighted: by options->weights, on the
   numbers that the codes stand for (interval, ratio), or else on their places. */
struct agree_coefficient {
    enum agree_family family;
    enum chance chance;
    bool weighted;
};

/* Mean over units with two codes of the share of agreeing pairs (Fleiss 1971, Psychol. Bull.
   76:378-382); of two coders, the plain share of agreement. */
extern const struct agree_coefficient aet_agree_share;

/* Fleiss' kappa (1971). AC1 and AC2 (Gwet 2008, Br. J. Math. Stat. Psychol. 61:29-48). PABAK,
   Bennett's S (Byrt, Bishop & Carlin 1993, J. Clin. Epidemiol. 46:423-429; weighted: Brennan &
   Prediger 1981, Educ. Psychol. Meas. 41:687-699). Conger's kappa (Conger 1980, Psychol. Bull.
   88:322-328), the share of a code by a coder being over all that he coded, compared or not: of two
   coders, Cohen's with missing codes as Gwet (2014, ch. 2) has it. */
extern const struct agree_coefficient aet_agree_fleiss, aet_agree_fleiss_weighted, aet_agree_ac1,
    aet_agree_ac2, aet_agree_pabak, aet_agree_pabak_weighted, aet_agree_conger,
    aet_agree_conger_weighted;

/* Means over pairs of coders of Cohen's kappa (Light 1971, Psychol. Bull. 76:365-377) and of
   Scott's pi, each pair on the units that both coded; of two coders, the coefficient itself. Pairs
   where it is undefined are left out; when all are, the reason is that of the first pair,
   STAT_NO_OVERLAP giving way to another. */
extern const struct agree_coefficient aet_agree_kappa, aet_agree_kappa_weighted, aet_agree_pi,
    aet_agree_pi_weighted;

/* Krippendorff's alpha: alpha.h. */
extern const struct agree_coefficient aet_agree_alpha;

/* Patterns are finished first. Undefined: STAT_EMPTY, STAT_ONE_CODER, STAT_NO_OVERLAP as
   aet_patterns_fault; STAT_CONSTANT where chance agreement is 1; STAT_TOO_MANY for weights or pairs
   of more codes than AET_PAIR_CODES_MAX. Options may be NULL for all but the weighted and alpha. */
struct stat_value aet_agree_value(const struct patterns *p, const struct agree_coefficient *c,
                                  const struct agree_options *options);

/* The derivative of the coefficient by the count of each pattern, into out (p->n); over all units
   they sum to 0. Returns why there is none, or STAT_NONE. */
enum stat_reason aet_agree_influence(const struct patterns *p, const struct agree_coefficient *c,
                                     const struct agree_options *options, double *out);

#endif
