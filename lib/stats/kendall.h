/*
 * Kendall's tau-b between a few ordered classes and a measure, ties on both sides.
 * A trend in time is slope.h's.
 */
#ifndef AET_STATS_KENDALL_H
#define AET_STATS_KENDALL_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

struct kendall {
    struct stat_value tau;
    struct stat_value p;     /* two-sided, normal, variance corrected for ties on both sides */
    struct stat_interval ci; /* jackknife over the n pairs: see jackknife.h */
};

/* classes: n classes under `count`, values: n measures, both borrowed. tau-b (Kendall 1945,
   Biometrika 33:239-251), S's variance under independence with ties (Kendall 1975, Rank Correlation
   Methods, §4.4), without continuity correction: R's cor.test(method = "kendall", exact = FALSE).
   Undefined: STAT_EMPTY without pairs, STAT_TOO_FEW under 3, STAT_CONSTANT when all classes or all
   values are equal (ci: also with one pair left out), STAT_ARGUMENT for a value that is not finite
   or a class out of range. Time n (log n + count). */
struct kendall aet_kendall(const uint32_t *classes, const double *values, size_t n, size_t count,
                           double level);

#endif
