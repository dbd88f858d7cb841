/*
 * Diversity of what a group does: richness and Shannon's index, whole and of a draw.
 */
#ifndef AET_STATS_DIVERSITY_H
#define AET_STATS_DIVERSITY_H

#include "stats/gamma.h"
#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* How many of n counts are above 0. */
size_t aet_richness(const uint64_t *counts, size_t n);

/* Shannon's index -Σ p ln p of n counts, natural logarithm, 0 ln 0 being 0 (Shannon 1948, Bell
   Syst. Tech. J. 27:379-423, §6; no correction for sample size). 0 for a single kind. Undefined,
   STAT_EMPTY, when all counts are 0. */
struct stat_value aet_shannon(const uint64_t *counts, size_t n);

/* What richness and Shannon's index are expected to be of `drawn` mentions taken without
   replacement from those counted: Σ 1 - C(N-c, drawn) / C(N, drawn) (Hurlbert 1971, Ecology
   52:577-586; R's vegan::rarefy), and -Σ (k/drawn) ln(k/drawn) times the mentions expected to fall
   on kinds drawn k times (Chao et al. 2014, Ecol. Monogr. 84:45-67). Drawn of two groups at the
   length of the shorter, neither depends on their lengths. 1 <= drawn <= N. */
double aet_rarefied_richness(const struct factorials *f, const uint64_t *counts, size_t n,
                             uint64_t drawn);
double aet_rarefied_shannon(const struct factorials *f, const uint64_t *counts, size_t n,
                            uint64_t drawn);

#endif
