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

/* Whether a reader who knows every sum and every printed cell, that counts are whole, and that what
   is hidden is at least 1 (at least 0 once a cell of 0 is hidden too), comes too near a hidden
   cell. A cell is safe when tables that agree with all this are found in which it differs by
   `width` (a count under `width`) or at all (one that is hidden for another's sake): the protection
   interval of Hundepool et al. 2012 (Statistical Disclosure Control, 4.2), from Cox 1980 (J. Am.
   Stat. Assoc. 75:377-385). The tables are whole numbers reached by moves along the solutions of
   the homogeneous system: they exist, so that no solver can narrow a cell that is called safe; one
   that is not may be safe all the same. known: one flag a cell, set. Returns how many hidden cells
   are not safe. */
size_t aet_hidden_known(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                        size_t m, int64_t width, bool *known);

/* Hides further cells (complementary suppression) until every hidden one is safe: those that are
   not 0 first, of which the smallest that leaves room enough; where `zeros`, those that are 0 when
   nothing else is left.
   Returns how many hidden cells are still not safe when nothing is left to hide: fixed cells that
   say all, or too small a table. */
size_t aet_hide_more(struct hidden_cell *cells, size_t n, const struct hidden_sum *sums, size_t m,
                     int64_t width, bool zeros);

#endif
