/*
 * How strong an agreement is, in words, by a scale of benchmarks and its standard error.
 */
#ifndef AET_STATS_AGREEMENT_BENCHMARK_H
#define AET_STATS_AGREEMENT_BENCHMARK_H

/* Landis & Koch (1977, Biometrics 33:159-174): under 0, up to .2, .4, .6, .8 and 1. */
enum benchmark {
    BENCHMARK_POOR,
    BENCHMARK_SLIGHT,
    BENCHMARK_FAIR,
    BENCHMARK_MODERATE,
    BENCHMARK_SUBSTANTIAL,
    BENCHMARK_ALMOST_PERFECT
};

/* The probability that the true coefficient is at this level or a higher one: normal around the
   coefficient, between -1 and 1 (Gwet 2014, Handbook of Inter-Rater Reliability, ch. 6). se > 0. */
double aet_benchmark_probability(double coefficient, double se, enum benchmark level);

/* The highest level of which that is at least .95, as Gwet has it; BENCHMARK_POOR always is. */
enum benchmark aet_benchmark(double coefficient, double se);

#endif
