/*
 * The Mann-Whitney test of two groups.
 * Its effect size is in cliff.h.
 */
#ifndef AET_STATS_MANN_WHITNEY_H
#define AET_STATS_MANN_WHITNEY_H

#include "stats/value.h"

#include <stddef.h>

/* u: pairs in which the value of the first group is the larger, ties counting one half (R's W). */
struct mann_whitney {
    struct stat_value u, p;
    bool exact;
};

/* Two-sided test (Mann & Whitney 1947, Ann. Math. Stat. 18:50-60), with the choices of R's
   wilcox.test: exact when both groups hold fewer than 50 values and no two values are equal;
   otherwise normal, with the variance corrected for ties and a continuity correction of 1/2
   (Lehmann 1975, Nonparametrics, §1.2-1.4). x and y are borrowed. Undefined: STAT_EMPTY when a
   group is empty, STAT_ARGUMENT when a value is not finite; p alone is undefined, STAT_CONSTANT,
   when all values are equal. */
struct mann_whitney aet_mann_whitney(const double *x, size_t m, const double *y, size_t n);

#endif
