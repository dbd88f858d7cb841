/*
 * Slope of a trend and shift between two sides, within strata: median of pair slopes and its
 * interval. The test of a trend without strata is in mann_kendall.h.
 */
#ifndef AET_STATS_SLOPE_H
#define AET_STATS_SLOPE_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* Only points of one stratum are compared. */
struct slope_point {
    int64_t stratum;
    double x, y;
};

/* A bound that the data do not give is undefined, STAT_INFINITE. */
struct slope {
    struct stat_value estimate;
    struct stat_interval ci;
    size_t pairs; /* pairs of one stratum whose x differ */
};

/* Median of (y_i - y_j) / (x_i - x_j) over the pairs of each stratum with x_i != x_j (Sen 1968, J.
   Am. Stat. Assoc. 63:1379-1389); when x is 0 or 1 it is the Hodges-Lehmann shift (1963, Ann. Math.
   Stat. 34:598-611). Interval: with C = z sqrt(Σ Var S), the slopes of ranks floor((N - C)/2) and
   ceil((N + C)/2) + 1, N being the pairs; Var S of each stratum corrected for ties in x and y
   (Kendall 1975, Rank Correlation Methods, ch. 4; summed over strata as Hirsch, Slack & Smith 1982,
   Water Resour. Res. 18:107-121). Points are borrowed; their strata need not be sorted. Undefined:
   STAT_EMPTY without a pair, STAT_ARGUMENT for a level outside ]0, 1[ or a value that is not
   finite. Time and memory in the pairs. */
struct slope aet_slope(const struct slope_point *points, size_t n, double level);

#endif
