/* The drive: blocks of records through the stages, and what is concluded from them. */
#ifndef AET_FLOW_DRIVE_H
#define AET_FLOW_DRIVE_H

#include "base/must.h"
#include "flow/run.h"

/* Set up a run; `s`, `w` and `totals` stay their owner's. */
void aet_run_init(struct run *r, struct session *s, const struct work *w, struct totals *totals);
void aet_run_free(struct run *r);

/* Read all, and answer with the status: STATUS_DATA when a record was rejected (or warned of, under
 * --strict), STATUS_ALERT when --alerte met no record, STATUS_FAILED when fewer than --au-moins
 * passed. Outputs are opened, and left open. */
AET_MUST enum status aet_run_all(struct run *r);

#endif
