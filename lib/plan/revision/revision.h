/* `revision`: the next version of a plan, drafted from the plan and what its follow-up decided. */
#ifndef AET_PLAN_REVISION_H
#define AET_PLAN_REVISION_H

#include "cli/session.h"

enum status aet_plan_revision(struct session *s);

/* The sections of its report. */
extern const struct section_kind *const aet_plan_revision_sections[];

#endif
