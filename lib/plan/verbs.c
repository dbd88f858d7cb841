/* The verbs of aet-plan that follow the way of the records alone. */
#include "plan/verbs.h"

#include "cli/hide.h"
#include "plan/check.h"
#include "plan/rules.h"
#include "plan/suivi/suivi.h"
#include "plan/job.h"
#include "plan/rapport.h"
#include "plan/territoire.h"
#include "plan/vue.h"

bool aet_plan_begin(struct session *s, struct job *t, size_t tables)
{
    *t = (struct job){ .k = { .today = 0 } };
    aet_plan_lus_init(&t->lus);
    t->w = (struct work){ .reads = AET_TREE(.nest = &aet_plan_nest, .matchers = t->k.by_kind),
                          .rules = &aet_plan_rules,
                          .context = &t->k,
                          .state = &t->lus,
                          .seen = &t->lus.twice.set,
                          .least = ERREUR };
    return aet_plan_knowledge_load(&t->k, s, tables);
}

void aet_plan_end(struct job *t)
{
    aet_plan_lus_free(&t->lus);
    aet_plan_knowledge_free(&t->k);
}

enum status aet_plan_valider(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        t.w.sink = AET_ECHO(.canonical = aet_given(s, PLAN_OPT_CANONIQUE));
        st = aet_run_valider(s, &t.w);
    }
    aet_plan_end(&t);
    return st;
}

static bool finish_vue(void *sum, struct session *s, struct report *r)
{
    const struct vue *of = sum;

    if (of->territoire && !aet_plan_territoire_settle(of->territoire, s, r))
        return false;
    aet_report_fill(r, aet_plan_vue_sections, sum);
    return true;
}

enum status aet_plan_vue(struct session *s)
{
    static const struct text title = { "Vue d’ensemble du plan d’action",
                                       "Overview of the action plan" };
    struct job t;
    struct report r;
    struct vue v;
    struct territoire place;
    enum status st = STATUS_FAILED;

    if (!aet_plan_territoire_begin(s, &place, s->command.values[PLAN_OPT_TERRITOIRE])) {
        aet_plan_territoire_free(&place);
        return st;
    }
    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        aet_session_report_begin(s, &r, title);
        aet_plan_vue_init(&v, &t.k);
        if (aet_plan_territoire_asked(&place))
            aet_plan_vue_of(&v, &place);
        t.w.sink = AET_SUM(.add = aet_plan_vue_add, .of = &v);
        st = aet_run_report(s, &t.w, &r, finish_vue);
        aet_plan_vue_free(&v);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    aet_plan_territoire_free(&place);
    return st;
}

static bool finish_suivi(void *sum, struct session *s, struct report *r)
{
    const struct suivi *of = sum;

    if (of->territoire && !aet_plan_territoire_settle(of->territoire, s, r))
        return false;
    aet_report_fill(r, aet_plan_suivi_sections, sum);
    return true;
}

enum status aet_plan_suivi(struct session *s)
{
    static const struct text title = { "Suivi du plan d’action", "Follow-up of the action plan" };
    struct job t;
    struct report r;
    struct suivi f;
    struct territoire place;
    enum status st = STATUS_FAILED;

    if (!aet_plan_territoire_begin(s, &place, s->command.values[PLAN_OPT_TERRITOIRE])) {
        aet_plan_territoire_free(&place);
        return st;
    }
    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        aet_session_report_begin(s, &r, title);
        aet_plan_suivi_init(&f, &t.k);
        if (aet_plan_territoire_asked(&place))
            aet_plan_suivi_of(&f, &place);
        t.w.sink = AET_SUM(.add = aet_plan_suivi_add, .of = &f);
        st = aet_run_report(s, &t.w, &r, finish_suivi);
        aet_plan_suivi_free(&f);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    aet_plan_territoire_free(&place);
    return st;
}

/* A funder that no plan names is an error that names those there are. */
static bool finish_rapport(void *sum, struct session *s, struct report *r)
{
    const struct rapport *of = sum;
    const char **names;
    size_t n = 0;

    if (of->demande.n && !of->actions) {
        names = aet_calloc(of->bailleurs.n + 1, sizeof *names);
        for (size_t i = 0; i < of->bailleurs.n; i++)
            if (of->bailleurs.list[i].n)
                names[n++] = aet_arena_copy(&s->arena, of->bailleurs.list[i]).p;
        aet_voice_unknown(&s->voice, &aet_plan_rule[PLA_BAILLEUR_INCONNU],
                          s->command.values[PLAN_OPT_BAILLEUR], names, n);
        aet_free(names);
        return false;
    }
    aet_report_fill(r, aet_plan_rapport_sections, sum);
    return true;
}

enum status aet_plan_rapport(struct session *s)
{
    static const struct text title = { "Ce que les bailleurs ont financé",
                                       "What funders paid for" };
    const char *bailleur;
    struct job t;
    struct report r;
    struct rapport f;
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &t, T_RENCONTRES) &&
        aet_hide_learn(s, &aet_plan_schemas[K_PLAN], &aet_plan_nest)) {
        bailleur = aet_hide_name(s, "nom", s->command.values[PLAN_OPT_BAILLEUR]);
        aet_session_report_begin(s, &r, title);
        aet_plan_rapport_init(&f, &t.k, aet_span_trim(aet_span_z(bailleur ? bailleur : "")));
        t.w.sink = AET_SUM(.add = aet_plan_rapport_add, .of = &f);
        st = aet_run_report(s, &t.w, &r, finish_rapport);
        aet_plan_rapport_free(&f);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    return st;
}
