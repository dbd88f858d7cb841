/* The plans that were read: one that comes again is an error. A plan is known by its identifier;
 * where it has none of its own it is that of its group, and of its year: a group keeps the plans of
 * several years beside each other. */
#ifndef AET_PLAN_LUS_H
#define AET_PLAN_LUS_H

#include "flow/twice.h"
#include "plan/records.h"
#include "tree/element.h"

/* Zero but for twice.rule and .field: of aet_plan_lus_init. */
struct plans_lus {
    struct twice twice;
    /* of plans without an identifier of their own: groups that have one, of any year; groups that
     * have one whose year is not known */
    struct idset groupes, sans_annee;
};

void aet_plan_lus_init(struct plans_lus *l);
void aet_plan_lus_free(struct plans_lus *l);

/* What a plan leaves for the judge. */
void aet_plan_mark(const struct element *plan, struct mark *mark);

/* struct rules.judge; the state is a struct plans_lus. */
void aet_plan_judge(void *state, const struct mark *mark, uint64_t place,
                    const struct layout *const *files, struct diags *diags);

#endif
