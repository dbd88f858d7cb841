/*
 * Incomplete beta function, its inverse, and Student's quantile that comes from it.
 * Plain numbers, without reasons: the callers check their arguments first.
 */
#ifndef AET_STATS_BETA_H
#define AET_STATS_BETA_H

/* Regularized incomplete beta I_x(a, b), a > 0, b > 0, 0 <= x <= 1: the probability that a
   Beta(a, b) variable is at most x. Continued fraction (DLMF 8.17.22; Abramowitz & Stegun 1964,
   26.5.8), on the side where it converges fast. */
double aet_beta_lower(double x, double a, double b);

/* x such that I_x(a, b) = p, for 0 <= p <= 1. By bisection, which cannot
   get lost. */
double aet_beta_quantile(double p, double a, double b);

/* t such that P(|T| > t) = alpha for T Student with df degrees of freedom, 0 < alpha < 1, from
   I_{df/(df+t²)}(df/2, 1/2) = alpha (Abramowitz & Stegun 1964, 26.5.27). */
double aet_student_two_sided_quantile(double alpha, double df);

#endif
