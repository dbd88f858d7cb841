/* Private to flow's frames: --fusion, parts of a sum added up. */
#ifndef AET_FLOW_PARTS_FUSION_H
#define AET_FLOW_PARTS_FUSION_H

#include "base/must.h"
#include "cli/session.h"
#include "flow/totals.h"
#include "flow/work.h"

/* Whether what the verb counts here can be added up in parts; otherwise complained. */
AET_MUST bool aet_fusion_can(const struct session *s, const struct work *w);

/* In the place of a run: the sum, the totals and the inputs of the report become those of all parts
 * that the command line names. With --partiel the sum is left as a part again. */
AET_MUST enum status aet_fusion_run(struct session *s, const struct work *w, struct totals *t,
                                    struct report *r);

#endif
