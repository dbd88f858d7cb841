/* What each plan has: which strategies by object, which sub-strategies, which means. Read before
 * anything is suggested, so that nothing is that the plan has elsewhere. */
#ifndef AET_PERENNITE_PLANS_VUS_H
#define AET_PERENNITE_PLANS_VUS_H

#include "base/names.h"
#include "perennite/knowledge.h"

struct plans_vus {
    const struct perennite_knowledge *k;
    struct names plans; /* by group, and plan or else year */
    uint64_t *bits;     /* by plan: words of each */
    size_t words, cap;
    struct buf key;
};

/* A plan and what may be asked of it; without a plan, nothing is had. */
struct plan_vu {
    const struct plans_vus *all;
    const uint64_t *bits; /* NULL: it was not met */
};

void aet_perennite_plans_vus_init(struct plans_vus *v, const struct perennite_knowledge *k);
void aet_perennite_plans_vus_free(struct plans_vus *v);

/* struct sum.add */
void aet_perennite_plans_vus_add(void *vus, const struct facts *f);

/* The plan of a mention. `key` is room of the caller's own: nothing of the plans changes. */
struct plan_vu aet_perennite_plan_vu(const struct plans_vus *v, const struct facts *f,
                                     struct buf *key);

/* Whether the plan has a strategy for an object (NO_ROW: for any, or none that is told), an object,
 * a sub-strategy, a means. */
bool aet_perennite_plan_a_strategie(const struct plan_vu *p, int32_t objet, int32_t strategie);
bool aet_perennite_plan_a_objet(const struct plan_vu *p, int32_t objet);
bool aet_perennite_plan_a_sous(const struct plan_vu *p, size_t sous);
bool aet_perennite_plan_a_moyen(const struct plan_vu *p, size_t moyen);

#endif
