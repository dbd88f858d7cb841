/* What the verbs of aet-plan begin with. */
#ifndef AET_PLAN_TRAVAIL_H
#define AET_PLAN_TRAVAIL_H

#include "plan/savoir.h"

/* Load the first `tables` tables and prepare a run over plans: checked, only errors said. False:
 * complained; free `k` all the same. */
bool aet_plan_begin(struct session *s, struct savoir *k, struct work *w, size_t tables);

#endif
