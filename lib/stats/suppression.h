/*
 * Hiding small counts of a published table, and further ones, so that none can be had by
 * subtraction. Holds no table: cells and the sums that join them come from the caller.
 */
#ifndef AET_STATS_SUPPRESSION_H
#define AET_STATS_SUPPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A count that is printed, or hidden. fixed: it is printed in any case. */
struct hidden_cell {
    int64_t value;
    bool hidden, fixed;
};

/* What a reader knows: cells[total] = rest + the sum of n cells. parts is borrowed. */
struct hidden_sum {
    size_t total;
    const size_t *parts;
    size_t n;
    int64_t rest;
};

/* Whether a reader who knows every sum, every printed cell, and that counts are whole and not
   negative, can work out a hidden cell: it is fixed by the linear system (Gauss), or its bounds,
   narrowed by each sum in turn until nothing moves, meet. Bounds as in Cox 1980 (J. Am. Stat.
   Assoc. 75:377-385). known: one flag a cell, set. Returns how many hidden cells are known. */
size_t aet_hidden_known(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                        size_t m, bool *known);

/* Hides further cells (complementary suppression), the smallest of a sum that gives one away first,
   those that are not 0 before those that are, until no hidden cell is known. Returns how many
   hidden cells are still known when nothing is left to hide (0 but for fixed cells that say all).
 */
size_t aet_hide_more(struct hidden_cell *cells, size_t n, const struct hidden_sum *sums, size_t m);

#endif
