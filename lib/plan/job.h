/* What the verbs of aet-plan begin with. */
#ifndef AET_PLAN_JOB_H
#define AET_PLAN_JOB_H

#include "base/must.h"
#include "plan/knowledge.h"
#include "plan/lus.h"

/* What a verb on plans holds while it runs. */
struct job {
    struct plan_knowledge k;
    struct plans_lus lus;
    struct work w;
};

/* Load the first `tables` tables and prepare a run over plans: checked and judged, only errors
 * said. False: complained; end all the same. */
AET_MUST bool aet_plan_begin(struct session *s, struct job *t, size_t tables);
void aet_plan_end(struct job *t);

#endif
