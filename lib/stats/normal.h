/*
 * The standard normal distribution: tail and quantile.
 * Plain numbers, without reasons: the callers check their arguments first.
 */
#ifndef AET_STATS_NORMAL_H
#define AET_STATS_NORMAL_H

/* P(Z > z), precise far into the tail: erfc(z / √2) / 2 (Abramowitz & Stegun 1964, 26.2.29). */
double aet_normal_upper(double z);

/* P(|Z| > |z|), never above 1. */
double aet_normal_two_sided(double z);

/* z such that P(Z > z) = p, for 0 < p < 1. Starts from Abramowitz & Stegun 1964, 26.2.23 (error
   under 4.5e-4), then Halley's method on aet_normal_upper. */
double aet_normal_upper_quantile(double p);

#endif
