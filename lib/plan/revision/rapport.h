/* The report of a revision. Private to this folder. */
#ifndef AET_PLAN_REVISION_RAPPORT_H
#define AET_PLAN_REVISION_RAPPORT_H

#include "plan/comparer/version.h"
#include "plan/revision/redaction.h"
#include "report/report.h"

/* What is added up over plans; rows are kept as they are made. */
struct revisions {
    int64_t plans, sorts[SORTS], attentes, restes, budget_avant, budget_apres;
    struct report kept;
};

/* Add a plan that was drafted: what its elements were before and are now. */
void aet_plan_revision_rapporter(struct revisions *sum, const struct redaction *r,
                                 struct version *avant, struct version *apres);

#endif
