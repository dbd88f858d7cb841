/*
 * Interval of a proportion: Wilson's, with or without finite-population correction. Holds neither
 * differences of proportions (contingency.h) nor distributions.
 */
#ifndef AET_STATS_PROPORTION_H
#define AET_STATS_PROPORTION_H

#include "stats/value.h"

#include <stdint.h>

/* Value of `population` when it is unknown or endless: no correction is made. */
#define AET_POPULATION_UNKNOWN 0

/* Both: x of n units have the trait; level is 0.95 for 95 %. Bounds are shares of 0 to 1.
   Undefined: STAT_EMPTY when n is 0, STAT_ARGUMENT when x > n or level is not in ]0, 1[,
   STAT_POPULATION when 0 < population < n. */

/* x / n. */
struct stat_value aet_proportion(uint64_t x, uint64_t n);

/* Score interval, without continuity correction (Wilson 1927, J. Am. Stat. Assoc. 22:209-212).
   With a known population N, the score test is inverted with the variance of a draw without
   replacement, P(1-P)/n × (N-n)/(N-1) (Cochran 1977, Sampling Techniques, §3.2): Wilson's formula
   with n replaced by n(N-1)/(N-n); one point when n = N. It is then cut to [x/N, (N-n+x)/N],
   outside of which no share is possible given what was seen. */
struct stat_interval aet_wilson(uint64_t x, uint64_t n, uint64_t population, double level);

#endif
