/*
 * Fisher's exact test of a 2 × 2 table, with its odds ratios.
 * Holds no larger table: contingency.h tests those.
 */
#ifndef AET_STATS_FISHER_H
#define AET_STATS_FISHER_H

#include "stats/value.h"

#include <stdint.h>

/* Rows are the two groups, columns with and without the trait: a b / c d. */
struct fisher {
    struct stat_value p;            /* two-sided */
    struct stat_value odds;         /* conditional maximum-likelihood odds ratio */
    struct stat_interval ci;        /* of the odds ratio, exact, conditional */
    struct stat_value sample;       /* a d / (b c), the odds ratio most people compute by hand */
    struct stat_interval sample_ci; /* Woolf's, on the logarithm, for `sample` */
};

/* Two-sided p: the sum of the probabilities, given the margins, of all tables no likelier than this
   one, ties being judged with a relative tolerance of 1e-7, as R's fisher.test does (Fisher 1935;
   Agresti 2013, §3.5.1). odds solves E(X) = a under Fisher's noncentral hypergeometric law
   (Cornfield 1956), ci holds the odds ratios that neither one-sided test at (1-level)/2 rejects.
   sample_ci: Woolf 1955 (Ann. Hum. Genet. 19:251-253). An odds ratio or an upper bound without
   limit is undefined, STAT_INFINITE. All undefined: STAT_EMPTY when every count is 0, STAT_ARGUMENT
   for a level outside ]0, 1[. With an empty row or column p is 1 and the odds ratios are undefined,
   STAT_ZERO_MARGIN. Time and memory in the smallest margin. */
struct fisher aet_fisher_test(uint64_t a, uint64_t b, uint64_t c, uint64_t d, double level);

#endif
