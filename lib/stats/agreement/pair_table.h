/*
 * Two coders: the table of how often one gave code i where the other gave code j, integers that
 * merge. Holds no coefficient: pair_agreement.h computes them.
 */
#ifndef AET_STATS_AGREEMENT_PAIR_TABLE_H
#define AET_STATS_AGREEMENT_PAIR_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Beyond, the square table would weigh more than it tells; the measure is then STAT_TOO_MANY. */
#define AET_PAIR_CODES_MAX 1024

/* cells: codes × codes, row = first coder; owned. */
struct pair_table {
    size_t codes;
    uint64_t *cells, total;
};

/* An empty table; codes above AET_PAIR_CODES_MAX, or 0, return false with nothing to free. */
bool aet_pair_init(struct pair_table *t, size_t codes);

/* `times` units got `first` from one coder and `second` from the other, both under t->codes. */
void aet_pair_add(struct pair_table *t, size_t first, size_t second, uint64_t times);

/* Adds from into t, which has as many codes. */
void aet_pair_merge(struct pair_table *t, const struct pair_table *from);
void aet_pair_free(struct pair_table *t);

#endif
