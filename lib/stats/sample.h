/*
 * Size of a sample and its sharing among strata, in integers only.
 * Does not draw: who is drawn depends on hashes, which are the domain's.
 */
#ifndef AET_STATS_SAMPLE_H
#define AET_STATS_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/must.h"

/* Largest population, denominator or sample that the functions accept: products then fit 64 bits.
 */
#define AET_SAMPLE_MAX UINT32_MAX

/* fraction × population rounded half up, at least 1, the fraction being numerator / denominator (35
   % is 35 / 100: a double could not tell 0.35 × 10 from 3.4999). 0 for an empty population. Returns
   false, *size untouched, when an argument exceeds AET_SAMPLE_MAX, the denominator is 0 or the
   fraction is above 1. */
AET_MUST bool aet_sample_size(uint64_t population, uint64_t numerator, uint64_t denominator,
                              uint64_t *size);

/* Shares `size` among n strata of sizes[i] units in proportion, by the largest remainder (Hamilton
   1792; Balinski & Young 1982, Fair Representation, app. A): each gets the whole part of its quota,
   what is left goes one each to the largest remainders, the earlier stratum first among equals.
   parts[i] <= sizes[i], Σ parts = size. Arrays are borrowed, n entries each. Returns false, parts
   untouched, when size exceeds Σ sizes or a number exceeds AET_SAMPLE_MAX. */
AET_MUST bool aet_largest_remainder(uint64_t size, const uint64_t *sizes, size_t n,
                                    uint64_t *parts);

#endif
