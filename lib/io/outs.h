/* Several outputs that are one: all are made whole before the first takes its place. */
#ifndef AET_IO_OUTS_H
#define AET_IO_OUTS_H

#include "io/out.h"

/* Zero-initialised is none. */
struct outs {
    struct out **items; /* in the order in which they take their places */
    size_t n, cap;
    size_t placed; /* of these, the first */
};

/* Takes over `o`. */
void aet_outs_add(struct outs *u, struct out *o);

/* Takes over all of `from`, which is then empty. */
void aet_outs_move(struct outs *u, struct outs *from);

/* All bytes of all of them on the disk, then what is written directly to its end. NULL, or the one
 * at fault, with errno: then no old file was touched. */
AET_MUST const struct out *aet_outs_settle(struct outs *u);

/* One after the other in its place; a signal to end waits so long. NULL, or the one at fault, with
 * errno: u->placed says how many are in place. */
AET_MUST const struct out *aet_outs_place(struct outs *u);

/* Forget those that are not in place; empty afterwards. Temporary names that cannot be taken away
 * are appended to `left` (NULL: nobody asks). */
void aet_outs_free(struct outs *u, struct buf *left);

#endif
