/* The verbs of aet-publics: which knowledge, rules and sums go down the way of the records. */
#include "publics/verbs.h"

#include <stdlib.h>

#include "flow/twice.h"
#include "publics/bilan.h"
#include "publics/check.h"
#include "publics/rules.h"
#include "publics/suggerer.h"

/* --max-publics N. False: complained. */
static bool read_max(struct session *s, struct publics *p)
{
    static const struct text whole = { "--max-publics : un nombre entier, et non « {valeur} »",
                                       "--max-publics: a whole number, not “{valeur}”" };
    const char *v = s->command.values[PUBLICS_OPT_MAX];
    char *end;

    if (!v)
        return true;
    p->max_publics = strtol(v, &end, 10);
    if (*v >= '0' && *v <= '9' && !*end && p->max_publics < 1000000)
        return true;
    aet_complain_usage(&s->voice, whole, v, "");
    return false;
}

static bool begin(struct session *s, struct publics *p, struct work *w)
{
    *w = (struct work){ .schema = &aet_activite,
                        .matchers = p->matchers,
                        .context = p,
                        .check = aet_publics_check,
                        .least = ERREUR };
    return aet_publics_load(p, s) && read_max(s, p);
}

enum status aet_publics_valider(struct session *s)
{
    struct publics p;
    struct twice seen = { .rule = &aet_rules_pub[PUB_ID_TWICE], .field = "id" };
    struct work w;
    enum status st = STATUS_FAILED;

    if (begin(s, &p, &w)) {
        w.suite = aet_twice;
        w.state = &seen;
        w.seen = &seen.set;
        st = aet_run_valider(s, &w);
    }
    aet_twice_free(&seen);
    aet_publics_free(&p);
    return st;
}

enum status aet_publics_suggerer(struct session *s)
{
    struct publics p;
    struct work w;
    enum status st = STATUS_FAILED;

    if (begin(s, &p, &w))
        st = aet_run_suggerer(s, &w, aet_publics_suggest, aet_suggestion_fields, SUGGESTIONS);
    aet_publics_free(&p);
    return st;
}

static bool finish(void *sum, struct session *s, struct report *r, uint64_t rejected)
{
    (void)s;
    aet_bilan_finish(sum, r, rejected);
    return true;
}

enum status aet_publics_bilan(struct session *s)
{
    static const struct text title = { "Bilan de la stratégie de partage",
                                       "Summary of the sharing strategy" };
    struct publics p;
    struct report r;
    struct bilan b;
    struct work w;
    enum status st = STATUS_FAILED;

    if (begin(s, &p, &w)) {
        aet_session_report_begin(s, &r, title);
        aet_bilan_init(&b, &p);
        w.add = aet_bilan_add;
        w.sum = &b;
        st = aet_run_report(s, &w, &r, finish);
        aet_bilan_free(&b);
        aet_report_free(&r);
    }
    aet_publics_free(&p);
    return st;
}
