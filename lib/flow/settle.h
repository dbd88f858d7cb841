/* The last stage: in the order of the input, what was found is said, what passed is written, and
 * the rest goes where it belongs. */
#ifndef AET_FLOW_SETTLE_H
#define AET_FLOW_SETTLE_H

#include "flow/run.h"

/* Settle what the worker holds, of the current file. */
void aet_run_settle(struct run *r, struct worker *w);

/* All of a block is settled: out with what was said and written of it. */
void aet_run_settle_block(struct run *r);

/* A file ends: say what is said once of how it was read. */
void aet_settle_onces(struct run *r);

#endif
