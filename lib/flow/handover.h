/* What a run that checks records leaves for the run that reads those it passed, further down a pipe
 * or later: how many were read, and how many of them never came so far (aet(7), THE REPORT). */
#ifndef AET_FLOW_HANDOVER_H
#define AET_FLOW_HANDOVER_H

#include "base/must.h"
#include "cli/session.h"
#include "flow/inputs.h"
#include "flow/totals.h"

/* Leave the tally of a run that is done, where the option asks for it. False: complained. */
AET_MUST bool aet_handover_leave(struct session *s, const struct schema *schema,
                                 const struct totals *t, const struct inputs *in,
                                 const struct hider *hider);

/* --lecture: read the tally once all records are read (upstream writes it before its output ends),
 * hold it to what was read, and enter it into the report. False: complained. */
AET_MUST bool aet_handover_take(const struct session *s, const struct schema *schema,
                                const struct totals *t, struct report *r);

#endif
