/*
 * Cliff's delta, the effect size of two groups, with its interval.
 * The test that goes with it is in mann_whitney.h.
 */
#ifndef AET_STATS_CLIFF_H
#define AET_STATS_CLIFF_H

#include "stats/value.h"

#include <stddef.h>

struct cliff {
    struct stat_value delta;
    struct stat_interval ci;
};

/* delta = P(x > y) - P(x < y) over all pairs (Cliff 1993, Psychol. Bull. 114:494-509). Interval:
   asymmetric, (d - d³ ± t s √((1-d²)² + t²s²)) / (1 - d² + t²s²) (Feng & Cliff 2004, J. Mod. Appl.
   Stat. Methods 3:322-332), s² being Cliff's unbiased estimate, not under (1-d²)/(mn-1), and t
   Student's quantile with m+n-2 degrees of freedom (as R package effsize by default). When d is 1
   or -1, s² is 0, and the other bound is ±(k-t²)/(k+t²), k being the smaller group (same source,
   from the largest variance that a delta allows). x and y are borrowed. Undefined: STAT_EMPTY when
   a group is empty, STAT_ARGUMENT when a value is not finite or level is outside ]0, 1[; ci alone,
   STAT_TOO_FEW, when a group holds one value. */
struct cliff aet_cliff_delta(const double *x, size_t m, const double *y, size_t n, double level);

#endif
