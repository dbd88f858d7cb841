/* The verbs of aet-publics: which knowledge, rules and sums go down the way of the records. */
#include "publics/verbs.h"

#include <stdlib.h>

#include "flow/twice.h"
#include "publics/bilan.h"
#include "publics/check.h"
#include "publics/experience.h"
#include "publics/retombees.h"
#include "publics/rules.h"
#include "publics/suggerer.h"
#include "verbs/singularite.h"

/* --max-publics N. False: complained. */
static bool read_max(struct session *s, struct publics_knowledge *p)
{
    const char *v = s->command.values[PUBLICS_OPT_MAX];
    char *end;

    if (!v)
        return true;
    p->max_publics = strtol(v, &end, 10);
    if (*v >= '0' && *v <= '9' && !*end && p->max_publics < 1000000)
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                    AET_WORDS(aet_word("option", "max-publics"), aet_word("valeur", v)));
    return false;
}

/* What a verb on activities holds while it runs. */
struct job {
    struct publics_knowledge p;
    struct twice seen;
    struct work w;
};

/* The rules on activities, the same for every verb. False: complained; end all the same. */
static bool begin(struct session *s, struct job *t)
{
    *t = (struct job){ .seen = { .rule = &aet_publics_rule[PUB_ID_TWICE],
                                 .schema = &aet_publics_schema_activite,
                                 .field = ACT_ID } };
    t->w = (struct work){ .reads = AET_FLAT(.schema = &aet_publics_schema_activite,
                                            .matchers = t->p.matchers),
                          .rules = &aet_publics_rules,
                          .context = &t->p,
                          .state = &t->seen,
                          .seen = &t->seen.set,
                          .least = ERREUR };
    return aet_publics_knowledge_load(&t->p, s) && read_max(s, &t->p);
}

static void end(struct job *t)
{
    aet_twice_free(&t->seen);
    aet_publics_knowledge_free(&t->p);
}

enum status aet_publics_valider(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        t.w.sink = AET_ECHO(.canonical = false);
        st = aet_run_valider(s, &t.w);
    }
    end(&t);
    return st;
}

enum status aet_publics_suggerer(struct session *s)
{
    const char *file = s->command.values[PUBLICS_OPT_EXPERIENCE];
    struct experience done = { .p = NULL };
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t) && (!file || aet_publics_experience_read(&done, s, &t.p, file))) {
        t.p.experience = file ? &done : NULL;
        t.w.sink = AET_COMPLETE(aet_publics_suggest, &t.p, aet_publics_suggestion_fields,
                                file ? SUGGESTIONS : SUGGESTIONS - 1);
        st = aet_run_out(s, &t.w);
    }
    aet_publics_experience_free(&done);
    end(&t);
    return st;
}

enum status aet_publics_singularite(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t))
        st = aet_verb_singularite(s, &t.w, "echeance|public|comment|etat");
    end(&t);
    return st;
}

static bool finish(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_publics_bilan_sections, sum);
    return true;
}

enum status aet_publics_bilan(struct session *s)
{
    static const struct text title = { "Bilan de la stratégie de partage",
                                       "Summary of the sharing strategy" };
    struct job t;
    struct report r;
    struct bilan b;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        aet_session_report_begin(s, &r, title);
        aet_publics_bilan_init(
            &b, &t.p,
            aet_given(s, OPT_PARTIEL) ? SIZE_MAX : aet_report_wants(&r, &aet_publics_kind_retards));
        t.w.sink = AET_SUM(.add = aet_publics_bilan_add, .of = &b, .kind = &aet_publics_bilan_kind);
        st = aet_run_report(s, &t.w, &r, finish);
        aet_publics_bilan_free(&b);
        aet_report_free(&r);
    }
    end(&t);
    return st;
}

static bool finish_retombees(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_publics_retombees_sections, sum);
    return true;
}

enum status aet_publics_retombees(struct session *s)
{
    static const struct text title = { "Ce que le partage a donné", "What sharing led to" };
    struct job t;
    struct report r;
    struct retombees sum;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        aet_session_report_begin(s, &r, title);
        aet_publics_retombees_init(&sum, &t.p);
        t.w.sink = AET_SUM(.add = aet_publics_retombees_add, .of = &sum);
        st = aet_run_report(s, &t.w, &r, finish_retombees);
        aet_publics_retombees_free(&sum);
        aet_report_free(&r);
    }
    end(&t);
    return st;
}
