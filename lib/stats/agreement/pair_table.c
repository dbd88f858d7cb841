/*
 * Two coders: the table of how often one gave code i where the other gave code j, integers that
 * merge. Holds no coefficient: pair_agreement.c computes them.
 */
#include "stats/agreement/pair_table.h"

#include "base/alloc.h"

bool aet_pair_init(struct pair_table *t, size_t codes)
{
    if (codes == 0 || codes > AET_PAIR_CODES_MAX)
        return false;
    t->codes = codes;
    t->total = 0;
    t->cells = aet_calloc(codes * codes, sizeof *t->cells);
    return true;
}

void aet_pair_add(struct pair_table *t, size_t first, size_t second, uint64_t times)
{
    t->cells[first * t->codes + second] += times;
    t->total += times;
}

void aet_pair_merge(struct pair_table *t, const struct pair_table *from)
{
    for (size_t i = 0; i < t->codes * t->codes; i++)
        t->cells[i] += from->cells[i];
    t->total += from->total;
}

void aet_pair_free(struct pair_table *t)
{
    aet_free(t->cells);
    t->cells = NULL;
}
