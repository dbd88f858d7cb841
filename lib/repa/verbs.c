/* The verbs on journals, segments, trails and recommendations: which knowledge, rules and sums go
 * down the way of the records. Those of other documents stand in their own files. */
#include "repa/verbs.h"

#include "repa/bilan/attentes.h"
#include "repa/bilan/bilan.h"
#include "repa/job.h"
#include "repa/memos/memos.h"
#include "repa/rules.h"
#include "repa/suggerer.h"
#include "cli/hide.h"
#include "flow/kinds.h"
#include "verbs/singularite.h"

static bool begin(struct session *s, struct job *t)
{
    return aet_repa_begin(s, t, s->command.values[REPA_OPT_ETAPES]);
}

/* The kind of record, or -1: complained. */
static int kind_of(struct session *s)
{
    return aet_session_kind(s, aet_repa_kinds, s->command.values[REPA_OPT_TYPE]);
}

enum status aet_repa_valider(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        int kind = kind_of(s);

        if (kind >= 0) {
            aet_repa_arm(&t, (enum repa_kind)kind);
            t.w.sink = AET_ECHO(.canonical = false);
            st = aet_run_valider(s, &t.w);
        }
    }
    aet_repa_end(&t);
    return st;
}

enum status aet_repa_singularite(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        aet_repa_arm(&t, KIND_JOURNAL);
        st = aet_verb_singularite(s, &t.w, "date|milieu|palier|fonction|phase");
    }
    aet_repa_end(&t);
    return st;
}

enum status aet_repa_suggerer(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        aet_repa_arm(&t, KIND_JOURNAL);
        t.w.sink = AET_COMPLETE(aet_repa_suggest, &t.k, aet_repa_suggestion_fields,
                                SUGGESTIONS_REPA);
        st = aet_run_out(s, &t.w);
    }
    aet_repa_end(&t);
    return st;
}

/* The function that the operand names; NO_ROW without one. False: complained. */
static bool fiche_of(struct session *s, const struct repa_knowledge *k, int32_t *fonction)
{
    const char *name = s->command.operands_n ? s->command.operands[0] : NULL;
    struct matcher *m = k->journal[JOU_FONCTION];
    struct word words[MEANT_MAX + 2] = { aet_word("valeur", name) };
    int32_t rows[MEANT_MAX];
    size_t n;

    *fonction = name ? aet_match(m, aet_span_z(name)) : NO_ROW;
    if (s->command.operands_n > 1) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_FICHE_ONE], NULL);
        return false;
    }
    if (!name || (*fonction != NO_ROW && (size_t)*fonction < k->six))
        return true;
    n = aet_meant(m, aet_span_z(name), rows);
    for (size_t i = 0; i < n; i++)
        words[1 + i] = aet_word_span("suggestion",
                                     aet_label(k->fonctions, (size_t)rows[i], s->voice.lang));
    aet_voice_say(&s->voice, &aet_repa_rule[REP_FICHE_FONCTION], words);
    return false;
}

enum status aet_repa_fiche_verb(struct session *s)
{
    static const struct text title = { "Fiche des fonctions d’accompagnement",
                                       "Sheet of the accompaniment functions" };
    const struct table *fonctions = aet_session_table(s, "fonctions");
    struct report r;
    struct repa_knowledge k;
    int32_t row;
    enum status st = STATUS_FAILED;

    if (fonctions && aet_repa_knowledge_load(&k, s)) {
        st = STATUS_DATA;
        if (fiche_of(s, &k, &row)) {
            aet_session_report_begin(s, &r, title);
            aet_repa_fiche(&k, fonctions, row, &r);
            st = aet_session_report(s, &r, false, STATUS_CLEAN);
            aet_report_free(&r);
        }
        aet_repa_knowledge_free(&k);
    }
    return st;
}

static bool finish(void *sum, struct session *s, struct report *r)
{
    const struct bilan_repa *b = sum;

    if (b->k->datees && b->milieux.n && !aet_repa_etapes_known(b->k->datees, &b->milieux))
        aet_voice_say(&s->voice, &aet_repa_rule[REP_ETAPES_AILLEURS],
                      AET_WORDS(aet_word("fichier", b->k->datees->file)));
    aet_repa_bilan_finish(sum, r);
    return true;
}

static enum status bilan_of(struct session *s, struct job *t, enum repa_kind kind, struct report *r)
{
    struct bilan_repa b;
    enum status st;

    aet_repa_bilan_init(&b, &t->k, kind);
    t->w.sink = AET_SUM(.add = aet_repa_bilan_add, .of = &b, .kind = &aet_repa_bilan_kind);
    st = aet_run_report(s, &t->w, r, finish);
    aet_repa_bilan_free(&b);
    return st;
}

static bool finish_recommandations(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_repa_recommandations_sections, sum);
    return true;
}

static enum status bilan_of_recommandations(struct session *s, struct job *t, struct report *r)
{
    struct recommandations sum;
    enum status st;

    aet_repa_recommandations_init(&sum, &t->k);
    t->w.sink = AET_SUM(.add = aet_repa_recommandations_add, .of = &sum);
    st = aet_run_report(s, &t->w, r, finish_recommandations);
    aet_repa_recommandations_free(&sum);
    return st;
}

static bool finish_memos(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_repa_memos_sections, sum);
    return true;
}

static enum status bilan_of_memos(struct session *s, struct job *t, struct report *r)
{
    struct memos sum;
    enum status st;

    aet_repa_memos_init(&sum, &t->k);
    t->w.sink = AET_SUM(.add = aet_repa_memos_add, .of = &sum);
    st = aet_run_report(s, &t->w, r, finish_memos);
    aet_repa_memos_free(&sum);
    return st;
}

enum status aet_repa_bilan(struct session *s)
{
    static const struct text titles[KINDS] = {
        { "Bilan du journal d’accompagnement", "Summary of the accompaniment journal" },
        { "Bilan des segments codés", "Summary of the coded segments" },
        { "Bilan de la validation des récits", "Summary of the validation of narratives" },
        { "Bilan des recommandations", "Summary of the recommendations" },
        { "Bilan des mémos", "Summary of the memos" }
    };
    struct report r;
    struct job t = { .w.least = ERREUR };
    struct attentes attentes = { .findings = { .table = NULL } };
    enum status st = STATUS_FAILED;
    int kind = kind_of(s);

    /* names of communities in a calendar are hidden as those of the journal are */
    if (kind >= 0 && aet_hide_learn(s, aet_repa_kinds[kind], NULL) && begin(s, &t) &&
        (kind != KIND_JOURNAL || aet_repa_attentes_read(&attentes, &t.k, s))) {
        t.k.attentes = &attentes;
        aet_repa_arm(&t, (enum repa_kind)kind);
        aet_session_report_begin(s, &r, titles[kind]);
        st = kind == KIND_RECOMMANDATIONS ? bilan_of_recommandations(s, &t, &r)
             : kind == KIND_MEMOS         ? bilan_of_memos(s, &t, &r)
                                          : bilan_of(s, &t, (enum repa_kind)kind, &r);
        aet_report_free(&r);
    }
    aet_repa_attentes_free(&attentes);
    aet_repa_end(&t);
    return st;
}
