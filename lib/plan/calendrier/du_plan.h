/* What a calendar takes from a plan: its meetings, its dates of follow-up, its factors. */
#ifndef AET_PLAN_CALENDRIER_DU_PLAN_H
#define AET_PLAN_CALENDRIER_DU_PLAN_H

#include "plan/calendrier/demande.h"
#include "plan/knowledge.h"

/* Zero-initialised is empty. */
struct du_plan {
    struct fixe *fixes; /* by day */
    size_t fixes_n, fixes_cap;
    struct span *facteurs; /* their names; borrowed from the plan */
    size_t facteurs_n, facteurs_cap;
};

/* Fill it anew. */
void aet_plan_du_plan(struct du_plan *p, const struct element *plan);

void aet_plan_du_plan_free(struct du_plan *p);

#endif
