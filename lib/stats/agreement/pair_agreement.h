/*
 * Agreement of two coders, from their table: share of agreement and the coefficients of kappa's
 * family. More than two coders, and missing codes, are agreement.h's.
 */
#ifndef AET_STATS_AGREEMENT_PAIR_AGREEMENT_H
#define AET_STATS_AGREEMENT_PAIR_AGREEMENT_H

#include "stats/agreement/pair_table.h"
#include "stats/agreement/weights.h"
#include "stats/value.h"

/* All: p_o is the share on the diagonal, p_i. and p_.i the shares of code i by each coder.
   Undefined: STAT_EMPTY when the table holds nothing; STAT_CONSTANT when chance agreement is 1,
   both coders having given one and the same code throughout. */

/* p_o. */
struct stat_value aet_pair_agreement(const struct pair_table *t);

/* Cohen's kappa, p_e = Σ p_i. p_.i (Cohen 1960, Educ. Psychol. Meas. 20:37-46). */
struct stat_value aet_pair_kappa(const struct pair_table *t);

/* Weighted kappa, 1 - Σ v p_o / Σ v p_e (Cohen 1968, Psychol. Bull. 70:213-220). values: the number
   of each code, borrowed; NULL: their places. STAT_CONSTANT too where codes differ and no
   disagreement weighs anything by chance. */
struct stat_value aet_pair_kappa_weighted(const struct pair_table *t, enum agree_weights weights,
                                          const double *values);

/* Scott's pi, p_e = Σ ((p_i. + p_.i)/2)² (Scott 1955, Public Opin. Q. 19:321-325). */
struct stat_value aet_pair_pi(const struct pair_table *t);

/* Its weighted form, 1 - Σ v p_o / Σ v π_i π_j, π_i = (p_i. + p_.i)/2 (Gwet 2014, ch. 3). */
struct stat_value aet_pair_pi_weighted(const struct pair_table *t, enum agree_weights weights,
                                       const double *values);

/* The derivative of kappa (own: chance by each coder's shares) or of pi by the count of each cell,
   into out, codes × codes; over all units they sum to 0. Its squares make the standard error of
   Fleiss, Cohen & Everitt (1969, Psychol. Bull. 72:323-327), weighted or not, but for n - 1 in the
   place of n. weights: of agreement (aet_agree_weights_new), borrowed; NULL: 1 on the diagonal. To
   be called where the coefficient has a value. */
void aet_pair_influence(const struct pair_table *t, bool own, const double *weights, double *out);

/* Gwet's AC1, p_e = Σ π_i (1-π_i) / (k-1), π_i = (p_i. + p_.i)/2 (Gwet 2008, Br. J. Math. Stat.
   Psychol. 61:29-48), k being all codes of the table, used or not. STAT_CONSTANT when k is 1. */
struct stat_value aet_pair_ac1(const struct pair_table *t);

/* PABAK, (k p_o - 1) / (k - 1), 2 p_o - 1 for two codes (Byrt, Bishop & Carlin 1993, J. Clin.
   Epidemiol. 46:423-429). STAT_CONSTANT when k is 1. */
struct stat_value aet_pair_pabak(const struct pair_table *t);

/* One code, present or absent, by two coders: all that is said of it. prevalence is (a-d)/n and
   bias (b-c)/n, signed (Byrt, Bishop & Carlin 1993). */
struct presence {
    struct stat_value agreement, kappa, prevalence, bias, pabak, ac1, pi;
};

/* a: both gave the code, b: the first only, c: the second only, d: neither. All undefined,
   STAT_UNUSED_CODE, when a + b + c is 0: agreeing on a code that nobody used says nothing of it;
   STAT_EMPTY when there is no unit at all. A code given by both to every unit leaves kappa and pi
   undefined, STAT_CONSTANT. */
struct presence aet_presence(uint64_t a, uint64_t b, uint64_t c, uint64_t d);

#endif
