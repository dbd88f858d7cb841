/*
 * Diversity of what a group does: richness and Shannon's index.
 */
#ifndef AET_STATS_DIVERSITY_H
#define AET_STATS_DIVERSITY_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* How many of n counts are above 0. */
size_t aet_richness(const uint64_t *counts, size_t n);

/* Shannon's index -Σ p ln p of n counts, natural logarithm, 0 ln 0 being 0 (Shannon 1948, Bell
   Syst. Tech. J. 27:379-423, §6; no correction for sample size). 0 for a single kind. Undefined,
   STAT_EMPTY, when all counts are 0. */
struct stat_value aet_shannon(const uint64_t *counts, size_t n);

#endif
