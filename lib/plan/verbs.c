/* The verbs of aet-plan that follow the way of the records alone. */
#include "plan/verbs.h"

#include "base/idset.h"
#include "plan/check.h"
#include "plan/travail.h"

bool aet_plan_begin(struct session *s, struct savoir *k, struct work *w, size_t tables)
{
    *w = (struct work){ .schema = &aet_plan_schemas[K_PLAN], .nest = &aet_plan_nest,
                        .context = k, .check = aet_plan_check, .least = ERREUR };
    w->nest_matchers = k->by_kind;
    return aet_savoir_load(k, s, tables);
}

enum status aet_plan_valider(struct session *s)
{
    struct savoir k;
    struct idset seen = { 0 };
    struct work w;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &k, &w, T_RENCONTRES)) {
        w.suite = aet_plan_suite;
        w.state = &seen;
        w.writes = true;
        w.anew = aet_given(s, PLAN_OPT_CANONIQUE);
        w.least = INFO;
        st = aet_run_valider(s, &w);
    }
    aet_idset_free(&seen);
    aet_savoir_free(&k);
    return st;
}
