/* The verbs of aet-plan that follow the way of the records alone. */
#include "plan/verbs.h"

#include "flow/twice.h"
#include "plan/check.h"
#include "plan/rules.h"
#include "plan/suivi.h"
#include "plan/travail.h"
#include "plan/vue.h"

bool aet_plan_begin(struct session *s, struct savoir *k, struct work *w, size_t tables)
{
    *w = (struct work){ .schema = &aet_plan_schemas[K_PLAN],
                        .nest = &aet_plan_nest,
                        .context = k,
                        .check = aet_plan_check,
                        .least = ERREUR };
    w->nest_matchers = k->by_kind;
    return aet_savoir_load(k, s, tables);
}

enum status aet_plan_valider(struct session *s)
{
    struct savoir k;
    struct twice seen = { .rule = &aet_rules_pla[PLA_PLAN_TWICE], .field = "" };
    struct work w;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &k, &w, T_RENCONTRES)) {
        w.suite = aet_twice;
        w.state = &seen;
        w.seen = &seen.set;
        w.anew = aet_given(s, PLAN_OPT_CANONIQUE);
        st = aet_run_valider(s, &w);
    }
    aet_twice_free(&seen);
    aet_savoir_free(&k);
    return st;
}

static bool finish_vue(void *sum, struct session *s, struct report *r, uint64_t rejected)
{
    (void)s, (void)r; /* it holds the report from its beginning */
    aet_vue_finish(sum, rejected);
    return true;
}

enum status aet_plan_vue(struct session *s)
{
    static const struct text title = { "Vue d’ensemble du plan d’action",
                                       "Overview of the action plan" };
    struct savoir k;
    struct report r;
    struct work w;
    struct vue v;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &k, &w, T_RENCONTRES)) {
        aet_session_report_begin(s, &r, title);
        aet_vue_init(&v, &k, &r);
        w.add = aet_vue_add;
        w.sum = &v;
        st = aet_run_report(s, &w, &r, finish_vue);
        aet_vue_free(&v);
        aet_report_free(&r);
    }
    aet_savoir_free(&k);
    return st;
}

static bool finish_suivi(void *sum, struct session *s, struct report *r, uint64_t rejected)
{
    (void)s, (void)r; /* it holds the report from its beginning */
    aet_suivi_finish(sum, rejected);
    return true;
}

enum status aet_plan_suivi(struct session *s)
{
    static const struct text title = { "Suivi du plan d’action", "Follow-up of the action plan" };
    struct savoir k;
    struct report r;
    struct work w;
    struct suivi f;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &k, &w, T_RENCONTRES)) {
        aet_session_report_begin(s, &r, title);
        aet_suivi_init(&f, &k, &r);
        w.add = aet_suivi_add;
        w.sum = &f;
        st = aet_run_report(s, &w, &r, finish_suivi);
        aet_suivi_free(&f);
        aet_report_free(&r);
    }
    aet_savoir_free(&k);
    return st;
}
