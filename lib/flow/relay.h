/* Lots on their way through the stages. One worker takes them one by one; of a large input several
 * read and check at once, beside the thread that drives, which judges, takes and settles what they
 * read in the order of the input. Private to lib/flow. */
#ifndef AET_FLOW_RELAY_H
#define AET_FLOW_RELAY_H

#include "flow/run.h"

void aet_relay_init(struct relay *l);
void aet_relay_free(struct relay *l);

/* Where the next block goes: none of what is there is needed any more. */
struct block *aet_relay_room(struct run *r);

/* Pass on all records of the block that came there. */
void aet_relay_pass(struct run *r);

/* Settle all that is on its way. */
void aet_relay_drain(struct run *r);

/* A file begins, which the first worker has entered. */
void aet_relay_file(struct run *r);

#endif
