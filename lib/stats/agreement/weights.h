/*
 * What lies between two codes: that they differ, or a gap that an order or numbers measure; and
 * what a disagreement weighs by it.
 */
#ifndef AET_STATS_AGREEMENT_WEIGHTS_H
#define AET_STATS_AGREEMENT_WEIGHTS_H

#include <stddef.h>

/* How much a disagreement weighs, x and y being the numbers that two codes stand for, their places
   from 1 in the ordered list where they stand for none: |x-y|, (x-y)², √|x-y|, ((x-y)/(x+y))², and
   of places alone C(|i-j|+1, 2), the pairs of codes between them (Gwet 2014, Handbook of
   Inter-Rater Reliability, ch. 3). */
enum agree_weights { AGREE_LINEAR, AGREE_QUADRATIC, AGREE_RADICAL, AGREE_BY_RATIO, AGREE_BY_ORDER };

enum agree_scale { AGREE_NOMINAL, AGREE_ORDINAL, AGREE_INTERVAL, AGREE_RATIO, AGREE_DISTANCE };

/* What some coefficients need to know beside the codes. values: the number that each code stands
   for, one per code, borrowed, for the interval and ratio scales (may be NULL for the others).
   distance: how far codes c and k of `of`, borrowed, are apart, from 0 to 1, for AGREE_DISTANCE
   (sets.h; NULL for the others). */
struct agree_options {
    enum agree_scale scale;
    enum agree_weights weights;
    const double *values;
    double (*distance)(const void *of, size_t c, size_t k);
    const void *of;
};

/* values: the number of each code, borrowed; NULL: their places. */
double aet_agree_gap(size_t i, size_t j, enum agree_weights weights, const double *values);

/* The weight of agreement of each pair of codes, 1 - gap / the greatest gap (Gwet 2014, ch. 3):
   codes × codes, owned. NULL when no gap is greater than 0: there is but one code, or all are worth
   the same. */
double *aet_agree_weights_new(size_t codes, enum agree_weights weights, const double *values);

#endif
