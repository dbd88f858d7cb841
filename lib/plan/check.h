/* The rules of aet-plan on one plan. */
#ifndef AET_PLAN_CHECK_H
#define AET_PLAN_CHECK_H

#include "base/hash.h"
#include "plan/knowledge.h"

/* The rules on plans: the context is a struct plan_knowledge, the state a struct plans_lus. */
extern const struct rules aet_plan_rules;

/* The mark is the fingerprint of the plan's id. */
void aet_plan_check(const void *context, const struct facts *f, struct diags *d, struct mark *mark);

/* The elements of a plan by their identifiers: each the number of its place in `elements`. */
struct plan_ids {
    struct hash index;
    const struct element **elements;
    size_t n, cap;
};

/* Private to check*.c: one plan under check. */
struct subject {
    const struct plan_knowledge *k;
    const struct element *plan;
    struct diags *d;
    struct plan_ids ids;
    bool has_cycle; /* both ends are known */
    int32_t cycle_from, cycle_to;
};

struct diag *aet_plan_subject_say(struct subject *x, int rule, const struct element *e, int field,
                                  long position);
/* With {valeur}. */
void aet_plan_subject_value(struct subject *x, int rule, const struct element *e, int field,
                            struct span value);
/* A field that is missing of `e`, or with all of `e` (NULL) of its parent. */
void aet_plan_subject_lacks(struct subject *x, int rule, const struct element *e,
                            const struct element *parent, unsigned kind, int field);
/* With {valeur} and {autre} as days. */
struct diag *aet_plan_subject_days(struct subject *x, int rule, const struct element *e, int field,
                                   int32_t value, int32_t other);

static inline bool aet_plan_subject_has(const struct element *e, int field)
{
    return e->facts.f[field].present;
}

void aet_plan_subject_identite(
    struct subject *x); /* check_identite.c: ids, references, misplaced parts */
/* Once it is known what is left out: references to that are left out too. */
void aet_plan_subject_renvois(struct subject *x);
void aet_plan_ids_free(struct plan_ids *t);
void aet_plan_subject_demarche(struct subject *x); /* check.c: group, cycle, findings, objectives */
void aet_plan_subject_indicateurs(struct subject *x); /* check_suivi.c: indicators and readings */
void aet_plan_subject_actions(struct subject *x); /* check_action.c: actions, money, decisions */
void aet_plan_subject_rencontres(
    struct subject *x); /* check_suivi.c: meetings, revisions, tool 13 */

/* The result that a decision cites: a reading or a follow-up of the plan, or NULL. */
const struct element *aet_plan_resultat(const struct element *plan, struct span id);

#endif
