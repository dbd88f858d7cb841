/* The rules on one entry of a journal. Each looks at its facts and at the tables, nothing else. */
#include "repa/check/check.h"

#include "base/duration.h"
#include "base/fold.h"
#include "repa/rules.h"

enum { DUREE_LONGUE = 16 * 60, PLANIFICATION_FIN = 4 };

struct subject {
    const struct repa_knowledge *k;
    const struct facts *f;
    struct diags *d;
};

static bool has(const struct subject *s, int field)
{
    return s->f->f[field].present;
}

static struct diag *say(struct subject *s, int rule, int field, long position)
{
    return aet_repa_say(s->d, rule, &aet_repa_schema_journal, field, position);
}

/* The indicator: type (function, strategies) and intensity (date, duration) of the support. */
static void complete(struct subject *s)
{
    static const struct {
        int field, rule;
    } needed[] = { { JOU_DATE, REP_SANS_DATE },     { JOU_FONCTION, REP_SANS_FONCTION },
                   { JOU_DUREE, REP_SANS_DUREE },   { JOU_AGENT, REP_SANS_AGENT },
                   { JOU_MILIEU, REP_SANS_MILIEU }, { JOU_STRATEGIES, REP_SANS_STRATEGIE } };

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!has(s, needed[i].field) && (needed[i].field != JOU_DUREE || !has(s, JOU_MINUTES)))
            say(s, needed[i].rule, (int)needed[i].field, -1);
}

static struct span label(const struct repa_knowledge *k, const struct table *t, int32_t row)
{
    return aet_fold_short(aet_label(t, (size_t)row, k->lang));
}

static bool expects(const struct subject *s, int32_t after, int32_t strategie)
{
    int32_t f = aet_repa_fonction_next(s->f, after);

    while (f != NO_ROW && !aet_repa_strategie_attendue(s->k, f, strategie))
        f = aet_repa_fonction_next(s->f, f);
    return f != NO_ROW;
}

/* "Communication, Valorisation": what the functions expect, in the order of Tableau 5; one that
 * several of them expect stands where the last of these does. */
static void expected(const struct subject *s, struct buf *out)
{
    const struct repa_knowledge *k = s->k;

    aet_buf_clear(out);
    for (int32_t f = aet_repa_fonction_next(s->f, NO_ROW); f != NO_ROW;
         f = aet_repa_fonction_next(s->f, f))
        for (size_t i = 0; i < k->par_fonction[f].n; i++) {
            int32_t row = k->par_fonction[f].strategies[i];

            if (expects(s, f, row))
                continue;
            aet_buf_str(out, out->n ? ", " : "");
            aet_buf_span(out, label(k, k->strategies, row));
        }
}

/* "Coaching, Liaison" */
static void functions(const struct subject *s, struct buf *out)
{
    const struct item *it = aet_fact_items(s->f, JOU_FONCTION);

    aet_buf_clear(out);
    for (size_t i = 0; i < aet_fact_count(s->f, JOU_FONCTION); i++) {
        aet_buf_str(out, i ? ", " : "");
        aet_buf_span(out, label(s->k, s->k->fonctions, it[i].row));
    }
}

/* Whether Tableau 5 can be asked: the entry has functions, and all of them are known. */
static bool functions_known(const struct subject *s)
{
    const struct item *it = aet_fact_items(s->f, JOU_FONCTION);
    size_t n = aet_fact_count(s->f, JOU_FONCTION), known = 0;

    while (known < n && it[known].row != NO_ROW)
        known++;
    return n && known == n && s->f->f[JOU_FONCTION].good;
}

/* A strategy is expected when any of the entry's functions expects it. */
static void strategies(struct subject *s)
{
    const struct item *it = aet_fact_items(s->f, JOU_STRATEGIES);
    bool known = functions_known(s);
    struct buf names = { 0 };

    for (size_t i = 0; known && i < aet_fact_count(s->f, JOU_STRATEGIES); i++) {
        struct diag *x;

        if (it[i].row == NO_ROW || expects(s, NO_ROW, it[i].row))
            continue;
        x = say(s, REP_SURPRISE, JOU_STRATEGIES, (long)it[i].position);
        aet_diag_arg(s->d, x, "valeur", it[i].text);
        functions(s, &names);
        aet_diag_arg(s->d, x, "autre", aet_buf_view(&names));
        aet_diag_arg_uint(s->d, x, "nombre", aet_fact_count(s->f, JOU_FONCTION));
        expected(s, &names);
        aet_diag_arg(s->d, x, "attendu", aet_buf_view(&names));
    }
    aet_buf_free(&names);
}

/* The duration of an entry is shared among its functions: a few words on that, once a file. */
static void several(struct subject *s)
{
    const struct field *field = &aet_repa_schema_journal.fields[JOU_FONCTION];

    if (aet_fact_count(s->f, JOU_FONCTION) > 1)
        aet_diag_about(aet_diag_once(s->d, &aet_repa_rule[REP_PARTAGE], aet_span_z(field->name)),
                       &field->title);
}

static bool uses(const struct subject *s, const struct mobilise *m)
{
    const struct item *it = aet_fact_items(s->f, JOU_STRATEGIES);

    for (size_t i = 0; i < aet_fact_count(s->f, JOU_STRATEGIES); i++)
        if (it[i].row != NO_ROW && m->strategies[it[i].row])
            return true;
    return false;
}

/* Tableau 6 shows the main knowledge of each strategy: what is outside of it only informs. */
static void elements(struct subject *s)
{
    const struct item *it = aet_fact_items(s->f, JOU_ELEMENTS);
    const struct item *by = aet_fact_items(s->f, JOU_STRATEGIES);
    size_t n = aet_fact_count(s->f, JOU_STRATEGIES);
    struct buf names = { 0 };

    if (!aet_fact_count(s->f, JOU_ELEMENTS))
        return;
    for (size_t i = 0; i < n; i++) {
        if (by[i].row == NO_ROW) {
            aet_buf_free(&names);
            return;
        }
        aet_buf_str(&names, i ? ", " : "");
        aet_buf_span(&names, label(s->k, s->k->strategies, by[i].row));
    }
    for (size_t i = 0; n && i < aet_fact_count(s->f, JOU_ELEMENTS); i++) {
        bool main = it[i].row == NO_ROW;
        struct diag *x;

        for (size_t m = 0; m < s->k->mobilisation_n && !main; m++)
            main = s->k->mobilisation[m].element == it[i].row && uses(s, &s->k->mobilisation[m]);
        if (main)
            continue;
        x = say(s, REP_SAVOIR, JOU_ELEMENTS, (long)it[i].position);
        aet_diag_arg(s->d, x, "valeur", it[i].text);
        aet_diag_arg(s->d, x, "autre", aet_buf_view(&names));
    }
    aet_buf_free(&names);
}

static void date_of(const struct fact *date, struct buf *text)
{
    aet_buf_clear(text);
    aet_date_write(date->u.date, text);
}

static void dates(struct subject *s)
{
    const struct fact *date = &s->f->f[JOU_DATE];
    int32_t etape = aet_fact_row(s->f, JOU_ETAPE);
    struct buf text = { 0 };
    struct diag *x;

    if (!date->good)
        return;
    if (aet_date_days(date->u.date) > s->k->today) {
        date_of(date, &text);
        aet_diag_arg(s->d, say(s, REP_FUTUR, JOU_DATE, -1), "valeur", aet_buf_view(&text));
    }
    if (etape != NO_ROW &&
        (date->u.date.month <= PLANIFICATION_FIN) != (etape == s->k->etape_planification)) {
        date_of(date, &text);
        x = say(s, REP_ETAPE_DATE, JOU_ETAPE, -1);
        aet_diag_arg(s->d, x, "valeur", label(s->k, s->k->etapes, etape));
        aet_diag_arg(s->d, x, "autre", aet_buf_view(&text));
    }
    aet_buf_free(&text);
}

/* Two fields hold it: in hours or with a unit, and in minutes; a journal has one, or they agree. */
static void duration(struct subject *s)
{
    const struct fact *duree = &s->f->f[JOU_DUREE], *minutes = &s->f->f[JOU_MINUTES];
    int field = duree->present ? JOU_DUREE : JOU_MINUTES;
    struct buf text = { 0 };
    int64_t n;

    if (duree->good && minutes->good && duree->u.minutes != minutes->u.minutes) {
        struct diag *x = say(s, REP_DEUX_DUREES, JOU_MINUTES, -1);

        aet_duration_write(minutes->u.minutes, &text);
        aet_diag_arg(s->d, x, "valeur", aet_buf_view(&text));
        aet_buf_clear(&text);
        aet_duration_write(duree->u.minutes, &text);
        aet_diag_arg(s->d, x, "autre", aet_buf_view(&text));
    } else if (aet_repa_duree(s->f, &n)) {
        if (n == 0)
            say(s, REP_DUREE_NULLE, field, -1);
        if (n > DUREE_LONGUE) {
            aet_duration_write(n, &text);
            aet_diag_arg(s->d, say(s, REP_DUREE_LONGUE, field, -1), "valeur", aet_buf_view(&text));
        }
    }
    aet_buf_free(&text);
}

/* Two entries overlap when date, agent, community and functions, in any order, are the same; all
 * must be known: otherwise 0. */
static uint64_t overlap(const struct subject *s)
{
    const struct fact *date = &s->f->f[JOU_DATE];
    struct buf key = { 0 };
    uint64_t fingerprint;

    if (!date->good || !functions_known(s) || !has(s, JOU_AGENT) || !has(s, JOU_MILIEU))
        return 0;
    aet_buf_int(&key, aet_date_days(date->u.date));
    aet_buf_char(&key, '\n');
    for (int32_t f = aet_repa_fonction_next(s->f, NO_ROW); f != NO_ROW;
         f = aet_repa_fonction_next(s->f, f)) {
        aet_buf_int(&key, f);
        aet_buf_char(&key, '\n');
    }
    aet_nfc(aet_span_trim(aet_fact_text(s->f, JOU_AGENT)), &key);
    aet_buf_char(&key, '\n');
    aet_nfc(aet_span_trim(aet_fact_text(s->f, JOU_MILIEU)), &key);
    fingerprint = aet_span_fingerprint(aet_buf_view(&key)) | 1;
    aet_buf_free(&key);
    return fingerprint;
}

void aet_repa_check_journal(const void *context, const struct facts *f, struct diags *d,
                            struct mark *mark)
{
    struct subject s = { context, f, d };

    complete(&s);
    several(&s);
    strategies(&s);
    elements(&s);
    dates(&s);
    duration(&s);
    if (mark)
        aet_repa_mark_inscription(f, overlap(&s), mark);
}
