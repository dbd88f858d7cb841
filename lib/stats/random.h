/*
 * A small generator of random numbers whose sequence depends on the seed alone, on every machine.
 * For resampling only: the draw of plans is by SHA-256, and nothing here is secret.
 */
#ifndef AET_STATS_RANDOM_H
#define AET_STATS_RANDOM_H

#include <stdint.h>

/* SplitMix64 (Steele, Lea & Flood 2014, OOPSLA): the state is a counter, the output its hash. */
struct random {
    uint64_t state;
};

void aet_random_init(struct random *r, uint64_t seed);

/* The next 64 bits. */
uint64_t aet_random_next(struct random *r);

/* Uniform on [0, 1[, a multiple of 2^-53. */
double aet_random_uniform(struct random *r);

/* Successes among n trials of probability p, 0 <= p <= 1: inversion from the mode outwards, so
   that a draw costs about the standard deviation in steps (Kemp 1986, Commun. Stat. Theory
   15:805-813). */
uint64_t aet_random_binomial(struct random *r, uint64_t n, double p);

#endif
