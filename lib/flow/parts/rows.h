/* Private to flow: the rows of a part beside those of its sum, and leaving one (partial/partial.h
 * is their form). */
#ifndef AET_FLOW_PARTS_ROWS_H
#define AET_FLOW_PARTS_ROWS_H

#include "base/must.h"
#include "cli/session.h"
#include "flow/totals.h"
#include "flow/work.h"

/* The head: what must be the same of all parts, then what is told of this one alone: how many
 * records were read, whether it has marks, the mark of the key of its pseudonyms (empty: none).
 * False: complained. */
AET_MUST bool aet_part_head(struct session *s, const struct work *w, uint64_t read, bool marks,
                            struct span key, struct buf *head);

void aet_part_totals(struct partial *p, struct totals *t);

/* One input; false: there are no more. Texts that are read are copied into the arena. */
bool aet_part_input(struct partial *p, bool more, struct input_file *f, struct arena *arena);

/* One mark, whose place is in one of `files` files from number `base` on; false: there are no more.
 */
bool aet_part_mark(struct partial *p, bool more, struct kept_mark *m, size_t base, size_t files);

/* Write what was counted where -o says: the totals, the inputs of the report, the sum, the marks if
 * it has any. False: complained. */
AET_MUST bool aet_part_leave(struct session *s, const struct work *w, const struct totals *t,
                             const struct report *r, const struct marks *marks, bool marked,
                             struct span key);

/* The same, of a run: with its pseudonyms, and the marks that it kept. */
AET_MUST bool aet_part_leave_run(struct session *s, const struct work *w, const struct totals *t,
                                 const struct report *r, const struct marks *marks);

#endif
