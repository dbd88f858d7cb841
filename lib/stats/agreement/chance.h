/*
 * Coefficients of agreement beyond chance of any number of coders, (p_a - p_e) / (1 - p_e): they
 * share p_a and differ by what each takes for chance. Also how much each unit moves them, which
 * standard errors are made of (influence.h).
 */
#ifndef AET_STATS_AGREEMENT_CHANCE_H
#define AET_STATS_AGREEMENT_CHANCE_H

#include "stats/agreement/patterns.h"

/* p_e, w_kl being the weight of agreement of codes k and l, T their sum, K the codes, used or not,
   p_k the share of code k over all coders, p_gk its share by coder g:
   none     0: p_a itself
   pooled   ΣΣ w_kl p_k p_l         Scott 1955, Fleiss 1971
   own      the mean of ΣΣ w_kl p_gk p_hl over pairs of coders g, h     Cohen 1960, Conger 1980
   spread   T Σ p_k (1 - p_k) / (K (K - 1))     Gwet 2008
   uniform  T / K²                  Bennett et al. 1954, Brennan & Prediger 1981
   (weighted forms and missing codes: Gwet 2014, Handbook of Inter-Rater Reliability, ch. 2-5). */
enum chance { CHANCE_NONE, CHANCE_POOLED, CHANCE_OWN, CHANCE_SPREAD, CHANCE_UNIFORM };

/* weights: codes × codes, symmetric, 1 for equal codes, borrowed; NULL: 0 for others. Undefined as
   aet_patterns_fault; STAT_CONSTANT when chance agreement is 1, or K is 1 and p_e asks for two. */
struct stat_value aet_chance_value(const struct patterns *p, enum chance chance,
                                   const double *weights);

/* The derivative of the coefficient by the count of each pattern, into out (p->n): what one unit
   more of it adds. The sum over all units is 0. Returns why there is none, or STAT_NONE. */
enum stat_reason aet_chance_influence(const struct patterns *p, enum chance chance,
                                      const double *weights, double *out);

#endif
