/*
 * The Mann-Kendall test of a trend in a series.
 * Holds no slope and no seasonal version.
 */
#ifndef AET_STATS_MANN_KENDALL_H
#define AET_STATS_MANN_KENDALL_H

#include "stats/value.h"

#include <stddef.h>

struct trend {
    struct stat_value s;        /* rises less falls over all pairs in time order */
    struct stat_value tau;      /* Kendall's tau-b with time */
    struct stat_value variance; /* of s, corrected for ties */
    struct stat_value p;        /* two-sided, normal, continuity correction of 1 */
};

/* series: n values in time order, borrowed, equally spaced or not (only order counts). Mann 1945
   (Econometrica 13:245-259), Kendall 1975 (Rank Correlation Methods, ch. 4): Var(S) = (n(n-1)(2n+5)
   - Σ t(t-1)(2t+5)) / 18, z = (|S|-1)/√Var(S); tau-b with no tie in time: Kendall 1945 (Biometrika
   33:239-251). Equal to R's cor.test(method = "kendall", exact = FALSE, continuity = TRUE), and to
   Kendall::MannKendall but for the exact p that the latter has for short series without ties. When
   S is 0, p is 1. Undefined: STAT_EMPTY without values, STAT_TOO_FEW under 3, STAT_CONSTANT when
   all are equal (tau and p), STAT_ARGUMENT when one is not finite. Time n². */
struct trend aet_mann_kendall(const double *series, size_t n);

#endif
