/* Entering a file: its headings, whether it can go out as one with those before it, and what its
 * records are written as. Leaving it: what is said once of its columns. */
#ifndef AET_FLOW_ENTER_H
#define AET_FLOW_ENTER_H

#include "base/must.h"
#include "flow/run.h"

/* Begin a file that is not empty. False: complained. */
AET_MUST bool aet_run_enter(struct run *r, const struct layout *l);

/* The file that was entered last was read: how many rows stopped short; which of its columns were
 * read, and which were not, unless quiet. Of a list that is drawn from, nothing: its columns are
 * not there to be read. */
void aet_run_leave(struct run *r);

#endif
