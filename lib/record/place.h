/* Where a field of a record stands: found by looking again at the slice, when a diagnostic needs
 * it. */
#ifndef AET_RECORD_PLACE_H
#define AET_RECORD_PLACE_H

#include "record/record.h"

/* Byte offset in the slice of what `path` names: `field`, `field[2]`, or a path through nested JSON
 * such as `objectifs[2].transformations[0].systeme`. What is not there gives the nearest thing that
 * holds it; the empty path gives 0. */
size_t aet_place_at(struct record_reader *r, const struct slice *slice, struct span path);

/* The part of a raw cell where its `index`-th item is written; the cell itself when unsure. */
size_t aet_place_item(struct span cell, size_t index);

/* Line and column of a byte offset in the slice. */
void aet_place_of(const struct slice *slice, size_t at, uint64_t *line, uint64_t *column);

#endif
