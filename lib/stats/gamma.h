/*
 * Gamma function, factorials, incomplete gamma and the chi-square tail.
 * Plain numbers, without reasons: the callers check their arguments first.
 */
#ifndef AET_STATS_GAMMA_H
#define AET_STATS_GAMMA_H

#include <stdint.h>

/* ln Γ(x) for x > 0. Stirling's series (Abramowitz & Stegun 1964, 6.1.40 and 6.1.15). Used instead
   of lgamma() because that one writes the global signgam, which threads must not share. */
double aet_lgamma(double x);

/* ln n! and ln of the binomial coefficient, k <= n. */
double aet_lfactorial(uint64_t n);
double aet_lchoose(uint64_t n, uint64_t k);

/* ln n! of the first whole numbers, each worked out once; owned by who began it. What lies beyond
   is worked out when it is asked for. */
struct factorials {
    double *ln;
    uint64_t n;
};

void aet_factorials_begin(struct factorials *f, uint64_t n);
void aet_factorials_free(struct factorials *f);
double aet_lchoose_of(const struct factorials *f, uint64_t n, uint64_t k);

/* Regularized upper incomplete gamma Q(a, x), a > 0, x >= 0. Series below x = a + 1, continued
   fraction above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31). */
double aet_gamma_upper(double a, double x);

/* P(X >= x) for X chi-square with df degrees of freedom, df >= 1, x >= 0: Q(df/2, x/2)
   (Abramowitz & Stegun 1964, 26.4.19). */
double aet_chi2_upper(double x, double df);

#endif
