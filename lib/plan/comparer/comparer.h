/* `comparer`: two versions of a plan, or two years of a group. */
#ifndef AET_PLAN_COMPARER_COMPARER_H
#define AET_PLAN_COMPARER_COMPARER_H

#include "cli/session.h"

enum status aet_plan_comparer(struct session *s);

/* The sections. */
extern const struct section_kind *const aet_plan_comparer_sections[];

#endif
