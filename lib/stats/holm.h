/*
 * Adjustment of p-values for how many tests were made.
 */
#ifndef AET_STATS_HOLM_H
#define AET_STATS_HOLM_H

#include "stats/value.h"

#include <stddef.h>

/* Adjusted p-values of n tests, in their order: the i-th smallest of k times k - i + 1, made
   monotone and at most 1 (Holm 1979, Scand. J. Stat. 6:65-70; R's p.adjust). An undefined p stays
   as it is and is no test: k counts the defined ones only. p and adjusted may be one array. */
void aet_holm(const struct stat_value *p, struct stat_value *adjusted, size_t n);

#endif
