/*
 * How strong an agreement is, in words, by scales of benchmarks and its standard error.
 */
#ifndef AET_STATS_AGREEMENT_BENCHMARK_H
#define AET_STATS_AGREEMENT_BENCHMARK_H

#include <stddef.h>

/* Landis & Koch (1977, Biometrics 33:159-174): under 0, up to .2, .4, .6, .8 and 1. Altman (1991,
   Practical Statistics for Medical Research, p. 404): under .2, up to .4, .6, .8 and 1. Fleiss
   (1981, Statistical Methods for Rates and Proportions, 2nd ed., p. 218): under .4, up to .75 and
   1. Of alpha, Krippendorff (2004, Content Analysis, 2nd ed., p. 241): under .667, up to .8 and
   1. */
enum benchmark_scale {
    BENCHMARK_LANDIS_KOCH,
    BENCHMARK_ALTMAN,
    BENCHMARK_FLEISS,
    BENCHMARK_KRIPPENDORFF
};
enum { BENCHMARK_SCALES = 4, BENCHMARK_LEVELS_MAX = 6 };

/* How many levels a scale has; they are counted from 0, the lowest. */
size_t aet_benchmark_levels(enum benchmark_scale scale);

/* The probability that the true coefficient is at this level or a higher one: normal around the
   coefficient, between -1 and 1 (Gwet 2014, Handbook of Inter-Rater Reliability, ch. 6). se > 0. */
double aet_benchmark_probability(double coefficient, double se, enum benchmark_scale scale,
                                 size_t level);

/* The highest level of which that is at least .95, as Gwet has it; the lowest always is. */
size_t aet_benchmark(double coefficient, double se, enum benchmark_scale scale);

#endif
