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

/* What the totals make of a status, of a run or of several added up. In this order: fewer passed
 * than --au-moins asks for (STATUS_FAILED, complained), something is wrong (STATUS_DATA), --alerte
 * and nothing was read (STATUS_ALERT, said). */
AET_MUST enum status aet_run_enough(const struct session *s, const struct totals *t,
                                    enum status st);
AET_MUST enum status aet_run_verdict(const struct session *s, const struct totals *t,
                                     enum status st);
AET_MUST enum status aet_run_anything(const struct session *s, const struct totals *t,
                                      enum status st);

#endif
