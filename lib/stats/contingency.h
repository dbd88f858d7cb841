/*
 * Tables of counts: adjusted residuals, Pearson's chi-square, difference of two shares.
 * Holds neither Fisher's test (fisher.h) nor agreement between coders (pair_table.h).
 */
#ifndef AET_STATS_CONTINGENCY_H
#define AET_STATS_CONTINGENCY_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* Adjusted (standardized Pearson) residual of one cell, from its count and the totals of its row,
   its column and the table: (n_ij - e) / sqrt(e (1 - row/total)(1 - column/total)), e = row ×
   column / total (Haberman 1973; Agresti 2013, Categorical Data Analysis, §3.3.1). About standard
   normal when rows and columns are independent. Undefined: STAT_EMPTY when total is 0,
   STAT_ZERO_MARGIN when the row or column is empty, STAT_CONSTANT when one of them is the whole
   table, STAT_ARGUMENT when the counts contradict each other. */
struct stat_value aet_adjusted_residual(uint64_t cell, uint64_t row, uint64_t column,
                                        uint64_t total);

/* smallest is the smallest expected count: under 5, the p-value is rough (Cochran 1954). */
struct chi2 {
    struct stat_value statistic, p, smallest;
    size_t df;
};

/* Pearson's test of independence, without continuity correction (Pearson 1900; Agresti 2013,
   §3.2.1). cells: rows × columns, row by row, borrowed. Empty rows and columns are left out, and
   out of df. Undefined: STAT_EMPTY when all is 0, STAT_CONSTANT when fewer than two rows or
   columns remain. */
struct chi2 aet_chi2_test(const uint64_t *cells, size_t rows, size_t columns);

/* x1/n1 - x2/n2; undefined (STAT_EMPTY, STAT_ARGUMENT) as aet_proportion. */
struct stat_value aet_share_difference(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2);

/* Interval of that difference from the two Wilson intervals (Newcombe 1998, Stat. Med. 17:873-890,
   method 10: hybrid score, without continuity correction). Undefined as aet_wilson. */
struct stat_interval aet_newcombe(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2, double level);

#endif
