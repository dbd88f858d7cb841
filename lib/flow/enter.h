/* Entering a file: its headings, whether it can go out as one with those before it, and what its
 * records are written as. */
#ifndef AET_FLOW_ENTER_H
#define AET_FLOW_ENTER_H

#include "base/must.h"
#include "flow/run.h"

/* Begin a file that is not empty. False: complained. */
AET_MUST bool aet_run_enter(struct run *r, const struct layout *l);

#endif
