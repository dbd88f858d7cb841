/*
 * Slope of a trend and shift between two sides, within strata: median of pair slopes and its
 * interval, and the test that goes with it. With one stratum, Mann-Kendall's.
 */
#ifndef AET_STATS_SLOPE_H
#define AET_STATS_SLOPE_H

#include "stats/serial.h"
#include "stats/value.h"

#include <stddef.h>

/* A bound that the data do not give is undefined, STAT_INFINITE. */
struct slope {
    struct stat_value estimate;
    struct stat_interval ci;
    size_t pairs;               /* pairs of one stratum whose x differ */
    struct stat_value s, tau;   /* rises less falls over the pairs; tau-b, summed by stratum */
    struct stat_value variance; /* of s, months being independent, corrected for ties */
    struct stat_value p;        /* two-sided, of no slope, with the effect; continuity of 1 */
    double autocorrelation;     /* of a month and the next, 0 at least */
    double effect;              /* what it multiplies the variance by, 1 at least */
};

/* Median of (y_i - y_j) / (x_i - x_j) over the pairs of each stratum with x_i != x_j (Sen 1968, J.
   Am. Stat. Assoc. 63:1379-1389); when x is 0 or 1 it is the Hodges-Lehmann shift (1963, Ann. Math.
   Stat. 34:598-611). Interval: with C = z sqrt(effect Σ Var S), the slopes of ranks floor((N -
   C)/2) and ceil((N + C)/2) + 1, N being the pairs; Var S of each stratum corrected for ties in x
   and y (Kendall 1975, Rank Correlation Methods, ch. 4; summed over strata as Hirsch, Slack & Smith
   1982, Water Resour. Res. 18:107-121: with a stratum for each calendar month, s, variance and p
   are the seasonal Kendall test's; without autocorrelation and with one stratum, Mann-Kendall's).
   Autocorrelation: of the least-squares residuals of y from its stratum and x, in months that
   follow one another in a series, corrected for what the fit takes away, negative ones taken as 0.
   Effect: s is nearly Σ w rank(y), w being how many x of the stratum are below less those above;
   with correlation r^k at k months its variance is multiplied by Σ w w' r^k / Σ w² (the correction
   of Hamed & Rao 1998, J. Hydrol. 204:182-196, as an AR(1) and summed over strata, where Hirsch &
   Slack 1984, Water Resour. Res. 20:727-732, estimate every covariance, for ten years or more).
   Points are borrowed; their strata need not be sorted. Undefined: STAT_EMPTY without a pair,
   STAT_ARGUMENT for a level outside ]0, 1[ or a value that is not finite; p and tau STAT_CONSTANT
   when y never varies. Time and memory in the pairs, time n². */
struct slope aet_slope(const struct slope_point *points, size_t n, double level);

#endif
