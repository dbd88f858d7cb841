/*
 * How the units of patterns come in bundles that are drawn as one: a segment with all its codes, a
 * narrative with all its characters. Bundles made alike are kept once, with a count: integers,
 * small however many the units. Holds no draw: bootstrap.h resamples them.
 */
#ifndef AET_STATS_AGREEMENT_BUNDLES_H
#define AET_STATS_AGREEMENT_BUNDLES_H

#include "stats/agreement/patterns.h"

/* `times` units of a pattern, by its place among finished patterns. */
struct bundle_part {
    size_t pattern;
    uint64_t times;
};

/* Bundle i, seen times[i] times, is parts[start[i]] to parts[start[i + 1] - 1], sorted by pattern.
   What comes after the last start is the bundle that is open. All arrays are owned; index
   tells 1 + the bundle made of the same parts. */
struct bundles {
    size_t n, n_parts;
    size_t starts_capacity, parts_capacity, times_capacity;
    size_t *start;
    uint64_t *times;
    struct bundle_part *parts;
    struct hash index;
};

void aet_bundles_init(struct bundles *b);
void aet_bundles_free(struct bundles *b);

/* `times` more units of a pattern for the bundle that is open. `row` is borrowed and must be among
   the patterns, which are finished; otherwise false, and nothing is added. */
bool aet_bundles_add(struct bundles *b, const struct patterns *p, const uint16_t *row,
                     uint64_t times);

/* Closes the bundle that is open, even an empty one: it is a unit of the draw like another. */
void aet_bundles_close(struct bundles *b);

/* Sorts the bundles: a draw then does not depend on how the units came. To be called before it,
   once, when all are closed. */
void aet_bundles_finish(struct bundles *b);

#endif
