/* The rules on indicators and their readings, on meetings, revisions and tool 13. */
#include "base/stand_in.h"
#include "plan/check.h"
#include "plan/rules.h"

/* A value of a numeric measure is a number, of a percentage one from 0 to 100. */
static void measured(struct subject *x, const struct element *e, int field, int mesure,
                     const struct element *indicateur)
{
    const struct fact *f = aet_plan_fact(e, field);
    double v;
    struct span written = e->values[field].text;
    struct diag *d;

    if (!f->present || mesure < 0 || mesure == MES_QUALITATIF)
        return;
    if (!f->good) {
        if (!f->u.number.text.n)
            return; /* ENT has spoken */
        d = aet_plan_subject_say(x, PLA_NON_NUMERIQUE, e, field, -1);
        aet_diag_arg(x->d, d, "valeur", f->u.number.text);
        aet_diag_arg(x->d, d, "autre", indicateur->values[IND_MESURE].text);
        return;
    }
    v = f->u.number.value;
    if (mesure == MES_POURCENTAGE && (v < 0 || v > 100))
        aet_plan_subject_value(x, PLA_POURCENTAGE, e, field, f->u.number.text);
    if (mesure != MES_POURCENTAGE && aet_number_percent(&written)) {
        d = aet_plan_subject_say(x, PLA_SIGNE_POURCENT, e, field, -1);
        aet_diag_arg(x->d, d, "valeur", e->values[field].text);
        aet_diag_arg(x->d, d, "attendu", f->u.number.text);
        aet_diag_arg(x->d, d, "autre", indicateur->values[IND_MESURE].text);
    }
}

static void reading(struct subject *x, const struct element *r)
{
    int32_t day;

    if (!aet_plan_subject_has(r, REL_DATE))
        aet_plan_subject_say(x, PLA_SUIVI_SANS_DATE, r, REL_DATE, -1);
    if (!aet_plan_first_day(r, REL_DATE, &day))
        return;
    if (day <= x->k->today && !aet_plan_subject_has(r, REL_VALEUR))
        aet_plan_subject_days(x, PLA_RELEVE_SANS_VALEUR, r, REL_VALEUR, day, day);
    if (day > x->k->today && aet_plan_subject_has(r, REL_VALEUR))
        aet_plan_subject_days(x, PLA_VALEUR_FUTURE, r, REL_DATE, day, day);
}

/* An interim target beside those before it and the way that its indicator goes. */
static void interim_day(struct subject *x, const struct element *j)
{
    int32_t day, other;

    if (!aet_plan_last_day(j, JAL_DATE, &day))
        return;
    if (aet_plan_first_day(j->parent, IND_DATE_DEPART, &other) && day <= other)
        aet_plan_subject_days(x, PLA_JALON_HORS, j, JAL_DATE, day, other);
    else if (aet_plan_last_day(j->parent, IND_DATE_CIBLE, &other) && day >= other)
        aet_plan_subject_days(x, PLA_JALON_HORS, j, JAL_DATE, day, other);
    for (const struct element *o = aet_child(j->parent, K_JALON); o != j; o = o->next)
        if (aet_plan_last_day(o, JAL_DATE, &other) && other == day) {
            aet_plan_subject_days(x, PLA_JALON_DEUX_FOIS, j, JAL_DATE, day, day);
            return;
        }
}

static void interim_value(struct subject *x, const struct element *j)
{
    const struct fact *f = aet_plan_fact(j, JAL_VALEUR);
    double from, to, v;

    if (!aet_plan_number(j->parent, IND_DEPART, &from) ||
        !aet_plan_number(j->parent, IND_CIBLE, &to) || !aet_plan_number(j, JAL_VALEUR, &v))
        return;
    if ((v < from && v < to) || (v > from && v > to))
        aet_plan_subject_value(x, PLA_JALON_A_COTE, j, JAL_VALEUR, f->u.number.text);
}

static void interim(struct subject *x, const struct element *i, int mesure)
{
    for (const struct element *j = aet_child(i, K_JALON); j; j = j->next) {
        if (!aet_plan_subject_has(j, JAL_DATE))
            aet_plan_subject_say(x, PLA_JALON_INCOMPLET, j, JAL_DATE, -1);
        if (!aet_plan_subject_has(j, JAL_VALEUR))
            aet_plan_subject_say(x, PLA_JALON_INCOMPLET, j, JAL_VALEUR, -1);
        measured(x, j, JAL_VALEUR, mesure, i);
        interim_day(x, j);
        interim_value(x, j);
    }
}

static void target_dates(struct subject *x, const struct element *i)
{
    int32_t from, to;
    bool has_to = aet_plan_last_day(i, IND_DATE_CIBLE, &to);

    if (aet_plan_subject_has(i, IND_CIBLE) && !aet_plan_subject_has(i, IND_DATE_CIBLE))
        aet_plan_subject_say(x, PLA_SANS_DATE_CIBLE, i, IND_DATE_CIBLE, -1);
    if (!has_to)
        return;
    if (aet_plan_first_day(i, IND_DATE_DEPART, &from) && to < from)
        aet_plan_subject_days(x, PLA_CIBLE_AVANT_DEPART, i, IND_DATE_CIBLE, to, from);
    if (to < x->k->today && !aet_plan_last_releve(i, x->k->today))
        aet_plan_subject_days(x, PLA_CIBLE_SANS_RELEVE, i, IND_DATE_CIBLE, to, to);
}

void aet_plan_subject_indicateurs(struct subject *x)
{
    for (const struct element *i = x->plan->document->first[K_INDICATEUR]; i; i = i->after) {
        int mesure = aet_plan_mesure(x->k, i);

        if (!aet_plan_subject_has(i, IND_MESURE))
            aet_plan_subject_say(x, PLA_SANS_MESURE, i, IND_MESURE, -1);
        if (!aet_plan_subject_has(i, IND_DEPART))
            aet_plan_subject_say(x, PLA_SANS_DEPART, i, IND_DEPART, -1);
        if (!aet_plan_subject_has(i, IND_CIBLE))
            aet_plan_subject_say(x, PLA_SANS_CIBLE, i, IND_CIBLE, -1);
        if (!aet_plan_subject_has(i, IND_OUTIL))
            aet_plan_subject_say(x, PLA_SANS_OUTIL, i, IND_OUTIL, -1);
        target_dates(x, i);
        measured(x, i, IND_DEPART, mesure, i);
        measured(x, i, IND_CIBLE, mesure, i);
        for (const struct element *r = aet_child(i, K_RELEVE); r; r = r->next) {
            reading(x, r);
            measured(x, r, REL_VALEUR, mesure, i);
        }
        interim(x, i, mesure);
    }
}

static void meetings(struct subject *x)
{
    enum { PLANIFICATION = 2 }; /* the first three steps have an order */
    int32_t top = -1, top_day = 0, day;

    for (const struct element *r = aet_child(x->plan, K_RENCONTRE); r; r = r->next) {
        int32_t row = aet_fact_row(&r->facts, REN_ETAPE);

        if (!aet_plan_subject_has(r, REN_DATE))
            aet_plan_subject_say(x, PLA_SUIVI_SANS_DATE, r, REN_DATE, -1);
        if (row == NO_ROW || row > PLANIFICATION || !aet_plan_first_day(r, REN_DATE, &day))
            continue;
        if (row < top && day > top_day) {
            const struct table *t = x->k->tables[T_ETAPES];
            struct diag *d = aet_plan_subject_say(x, PLA_ORDRE_ETAPES, r, REN_ETAPE, -1);

            aet_diag_arg(x->d, d, "valeur", aet_label(t, (size_t)row, x->k->lang));
            aet_diag_arg(x->d, d, "autre", aet_label(t, (size_t)top, x->k->lang));
        }
        if (row > top) {
            top = row;
            top_day = day;
        }
    }
}

static void revisions(struct subject *x)
{
    static const int parts[] = { REV_DATE, REV_PORTE_SUR, REV_MOTIF };

    for (const struct element *r = aet_child(x->plan, K_REVISION); r; r = r->next)
        for (size_t i = 0; i < 3; i++)
            if (!aet_plan_subject_has(r, parts[i]))
                aet_plan_subject_say(x, PLA_REVISION, r, parts[i], -1);
}

/* `?`: nothing was answered, and the other items count all the same. */
static void no_answer(struct subject *x, const struct element *r, int item, struct span text)
{
    struct diag *d = aet_element_diag(x->d, &aet_rules_ent[ENT_NO_VALUE], r, item, -1);

    aet_diag_arg(x->d, d, "valeur", text);
}

static void answers(struct subject *x, const struct element *d)
{
    const struct element *r = aet_child(d, K_REPONSES);
    uint64_t n = 0;

    for (int i = 0; r && i < REP_COUNT; i++) {
        struct span text = aet_span_trim(aet_plan_text(r, i));

        if (!text.n)
            continue;
        if (aet_stand_in(text) == STANDS_FOR_NOTHING) {
            no_answer(x, r, i, text);
            continue;
        }
        n++;
        if (text.n != 1 || !strchr("ABCabc", text.p[0]))
            aet_plan_subject_value(x, PLA_REPONSE, r, i, text);
    }
    if (n < REP_COUNT)
        aet_diag_arg_uint(x->d, aet_plan_subject_say(x, PLA_DIAGNOSTIC_INCOMPLET, d, -1, -1),
                          "valeur", n);
}

void aet_plan_subject_rencontres(struct subject *x)
{
    const struct element *g = aet_child(x->plan, K_REGROUPEMENT);
    const struct element *d = aet_child(x->plan, K_DIAGNOSTIC);
    const struct fact *niveau = g ? aet_plan_fact(g, RGP_NIVEAU) : NULL;

    meetings(x);
    revisions(x);
    if (d && niveau && niveau->good && niveau->u.number.value == 1)
        aet_plan_subject_say(x, PLA_DIAGNOSTIC_NIVEAU_1, d, -1, -1);
    for (; d; d = d->next)
        answers(x, d);
}
