/* The verbs on journals, segments and trails: which knowledge, rules and sums go down the way of
 * the records. Those of other documents stand in their own files. */
#include "repa/verbs.h"

#include "flow/twice.h"
#include "repa/attentes.h"
#include "repa/bilan.h"
#include "repa/check.h"
#include "repa/etapes.h"
#include "repa/rules.h"
#include "repa/suggerer.h"
#include "flow/kinds.h"
#include "privacy/hiding.h"

static const size_t identities[KINDS][3] = { { JOU_AGENT, JOU_MILIEU },
                                             { SEG_CODEUR },
                                             { REC_PARTICIPANTS } };
static const size_t identities_n[KINDS] = { 2, 1, 1 };

/* What a verb holds while it runs. */
struct tools {
    struct savoir k;
    struct twice twice;
    struct parcours parcours;
    struct etapes etapes;
    struct work w;
};

static bool read_etapes(struct session *s, struct tools *t)
{
    const char *file = s->command.values[REPA_OPT_ETAPES];

    if (!file)
        return true;
    if (!aet_etapes_read(&t->etapes, s, file, t->k.etapes))
        return false;
    t->k.datees = &t->etapes;
    return true;
}

/* The rules of one kind of record, the same for every verb. */
static void arm(struct tools *t, enum sorte kind)
{
    struct work *w = &t->w;

    *w = (struct work){ .schema = aet_repa_kinds[kind],
                        .context = &t->k,
                        .suite = aet_twice,
                        .state = &t->twice,
                        .seen = &t->twice.set,
                        .least = ERREUR };
    switch (kind) {
    case KIND_JOURNAL:
        w->matchers = t->k.journal;
        w->check = aet_check_journal;
        t->twice.rule = &aet_rules_rep[REP_DOUBLON];
        t->twice.field = "date";
        break;
    case KIND_SEGMENTS:
        w->matchers = t->k.segments;
        w->check = aet_check_segments;
        t->twice.rule = &aet_rules_rep[REP_DEUX_FOIS];
        t->twice.field = "code";
        break;
    default:
        w->matchers = t->k.recits;
        w->check = aet_check_recits;
        w->suite = aet_suite_recits;
        w->end = aet_end_recits;
        w->state = &t->parcours;
        w->seen = &t->parcours.recits;
        t->parcours.k = &t->k;
        break;
    }
}

static bool begin(struct session *s, struct tools *t)
{
    *t = (struct tools){ .twice = { .field = "" } };
    return aet_repa_savoir_load(&t->k, s) && read_etapes(s, t);
}

static void end(struct tools *t)
{
    aet_twice_free(&t->twice);
    aet_parcours_free(&t->parcours);
    aet_etapes_free(&t->etapes);
    aet_repa_savoir_free(&t->k);
}

/* --pseudonymes, before anything is read. False: complained. */
static bool hide(struct session *s)
{
    struct hiding_files files = { s->command.operands, s->command.operands_n };

    return aet_hiding_open(&s->hiding, &s->voice, &s->reading, &files,
                           s->command.values[REPA_OPT_PSEUDONYMES],
                           s->command.values[REPA_OPT_IDENTITES]);
}

/* The kind of record, names that are to be replaced being declared before anything is read. */
static int kind_of(struct session *s)
{
    int kind;

    if (!hide(s))
        return -1;
    kind = aet_session_kind(s, aet_repa_kinds, s->command.values[REPA_OPT_TYPE]);
    if (kind >= 0)
        aet_hiding_identify(s->hiding, identities[kind], identities_n[kind]);
    return kind;
}

enum status aet_repa_valider(struct session *s)
{
    struct tools t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        int kind = kind_of(s);

        if (kind >= 0) {
            arm(&t, (enum sorte)kind);
            st = aet_run_valider(s, &t.w);
        }
    }
    end(&t);
    return st;
}

enum status aet_repa_suggerer(struct session *s)
{
    struct tools t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t) && hide(s)) {
        aet_hiding_identify(s->hiding, identities[KIND_JOURNAL], identities_n[KIND_JOURNAL]);
        arm(&t, KIND_JOURNAL);
        st = aet_run_suggerer(s, &t.w, aet_repa_suggest, aet_suggestion_fields_repa,
                              SUGGESTIONS_REPA);
    }
    end(&t);
    return st;
}

/* The function that the operand names; NO_ROW without one. False: complained. */
static bool fiche_of(struct session *s, const struct savoir *k, int32_t *fonction)
{
    const char *name = s->command.operands_n ? s->command.operands[0] : NULL;
    struct matcher *m = k->journal[JOU_FONCTION];
    struct word meant = aet_word("suggestion", NULL);
    int32_t near;

    *fonction = name ? aet_match(m, aet_span_z(name)) : NO_ROW;
    if (s->command.operands_n > 1) {
        aet_voice_usage(&s->voice, &aet_rules_rep[REP_FICHE_ONE], NULL);
        return false;
    }
    if (!name || (*fonction != NO_ROW && (size_t)*fonction < k->six))
        return true;
    near = aet_nearest_one(m, aet_span_z(name));
    if (near != NO_ROW)
        meant = aet_word_span("suggestion", aet_label(k->fonctions, (size_t)near, s->voice.lang));
    aet_voice_say(&s->voice, &aet_rules_rep[REP_FICHE_FONCTION],
                  AET_WORDS(aet_word("valeur", name), meant));
    return false;
}

enum status aet_repa_fiche_verb(struct session *s)
{
    static const struct text title = { "Fiche des fonctions d’accompagnement",
                                       "Sheet of the accompaniment functions" };
    const struct table *fonctions = aet_session_table(s, "fonctions");
    struct report r;
    struct savoir k;
    int32_t row;
    enum status st = STATUS_FAILED;

    if (fonctions && aet_repa_savoir_load(&k, s)) {
        st = STATUS_DATA;
        if (fiche_of(s, &k, &row)) {
            aet_session_report_begin(s, &r, title);
            aet_repa_fiche(&k, fonctions, row, &r);
            st = aet_session_report(s, &r, false, STATUS_CLEAN);
            aet_report_free(&r);
        }
        aet_repa_savoir_free(&k);
    }
    return st;
}

static bool finish(void *sum, struct session *s, struct report *r)
{
    const struct bilan_repa *b = sum;

    if (b->k->datees && b->milieux.n && !aet_etapes_known(b->k->datees, &b->milieux))
        aet_voice_say(&s->voice, &aet_rules_rep[REP_ETAPES_AILLEURS],
                      AET_WORDS(aet_word("fichier", b->k->datees->file)));
    aet_bilan_repa_finish(sum, r);
    return true;
}

enum status aet_repa_bilan(struct session *s)
{
    static const struct text titles[KINDS] = {
        { "Bilan du journal d’accompagnement", "Summary of the accompaniment journal" },
        { "Bilan des segments codés", "Summary of the coded segments" },
        { "Bilan de la validation des récits", "Summary of the validation of narratives" }
    };
    struct report r;
    struct bilan_repa b;
    struct tools t;
    struct attentes attentes = { .findings = { .table = NULL } };
    enum status st = STATUS_FAILED;
    int kind;

    if (begin(s, &t) &&
        (kind = aet_session_kind(s, aet_repa_kinds, s->command.values[REPA_OPT_TYPE])) >= 0 &&
        (kind != KIND_JOURNAL || aet_repa_attentes_read(&attentes, &t.k, s))) {
        t.k.attentes = &attentes;
        arm(&t, (enum sorte)kind);
        aet_session_report_begin(s, &r, titles[kind]);
        aet_bilan_repa_init(&b, &t.k, (enum sorte)kind);
        t.w.add = aet_bilan_repa_add;
        t.w.sum = &b;
        st = aet_run_report(s, &t.w, &r, finish);
        aet_bilan_repa_free(&b);
        aet_report_free(&r);
    }
    aet_repa_attentes_free(&attentes);
    end(&t);
    return st;
}
