/*
 * The hypergeometric distribution, central and tilted by an odds ratio (Fisher's noncentral one).
 * Serves fisher.c and the finite-population interval of proportion.c; holds no test of its own.
 */
#ifndef AET_STATS_HYPER_H
#define AET_STATS_HYPER_H

#include <stddef.h>
#include <stdint.h>

/* X successes among `drawn` draws without replacement from `success` + `failure` items; X runs from
   low to high. log_mass has high - low + 1 entries, is owned, and sums to 1 after exp. */
struct hyper {
    uint64_t low, high;
    double *log_mass;
};

/* Builds the central distribution; drawn <= success + failure. Time and memory in high - low.
   Ratio of successive masses: Johnson, Kotz & Kemp 1992, ch. 6. */
void aet_hyper_init(struct hyper *h, uint64_t success, uint64_t failure, uint64_t drawn);
void aet_hyper_free(struct hyper *h);

/* Under odds ratio exp(log_odds), P(X = x) being proportional to mass × odds^x (Fisher 1935):
   P(X <= x), P(X >= x), and the mean of X. x within low..high. */
double aet_hyper_at_most(const struct hyper *h, uint64_t x, double log_odds);
double aet_hyper_at_least(const struct hyper *h, uint64_t x, double log_odds);
double aet_hyper_mean(const struct hyper *h, double log_odds);

#endif
