/*
 * Median and quantiles, of plain values and of values with counts.
 * Also the one sort of doubles that the rank statistics share.
 */
#ifndef AET_STATS_QUANTILE_H
#define AET_STATS_QUANTILE_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* How often an integer value was seen (minutes, cents): what an accumulator can merge. */
struct counted {
    int64_t value;
    uint64_t times;
};

/* A sorted copy of n values, to be freed with aet_free; NULL when one of them is not finite. */
double *aet_sorted_copy(const double *values, size_t n);

/* Quantile p (0 to 1) of n values already sorted, n >= 1: linear between the order statistics at
   1 + (n-1)p (Hyndman & Fan 1996, Am. Stat. 50:361-365, type 7; R's default). */
double aet_sorted_quantile(const double *sorted, size_t n, double p);

/* The same of values in any order, borrowed. Undefined: STAT_EMPTY when n is 0, STAT_ARGUMENT when
   p is outside 0..1 or a value is not finite. The median is p = 0.5. */
struct stat_value aet_quantile(const double *values, size_t n, double p);

/* The same of n entries sorted by value, borrowed; entries seen 0 times do not count. */
struct stat_value aet_quantile_counted(const struct counted *sorted, size_t n, double p);

#endif
