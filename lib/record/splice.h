/* Records as they were written, with fields added; used by emit.c. */
#ifndef AET_RECORD_SPLICE_H
#define AET_RECORD_SPLICE_H

#include "record/emitter.h"

/* The heading line of cells, with the added fields. */
void aet_splice_header(const struct emitter *e, const struct mapping *m, struct buf *out);

/* A row with the added cells at its end; where a column for one is there already, every cell is
 * written anew. */
void aet_splice_cells(struct emitter *e, const struct record *r, const struct set *sets, size_t n,
                      struct buf *out);

/* Append to an object the fields it has not yet. */
void aet_splice_object(const struct emitter *e, const struct record *r, const struct set *sets,
                       size_t n, struct buf *out);

#endif
