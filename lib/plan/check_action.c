/* The rules on actions: what is described, when, with which money, what was decided. */
#include "plan/check.h"
#include "plan/rules.h"

static void say_money(struct subject *x, int rule, const struct element *e, int field,
                      int64_t value, int64_t other)
{
    struct diag *d = aet_plan_subject_say(x, rule, e, field, -1);

    struct buf plain = { 0 };

    aet_money_write(value, &plain);
    aet_diag_arg(x->d, d, "valeur", aet_buf_view(&plain));
    aet_diag_money(x->d, d, "montant", value);
    aet_diag_money(x->d, d, "autre", other);
    aet_buf_free(&plain);
}

static void not_negative(struct subject *x, const struct element *e, int field)
{
    const struct fact *f = aet_plan_fact(e, field);

    if (f->good && f->u.cents < 0)
        say_money(x, PLA_NEGATIF, e, field, f->u.cents, 0);
}

static void described(struct subject *x, const struct element *a)
{
    const struct element *r = aet_child(a, K_RESSOURCES);

    if (!aet_plan_subject_has(a, ACN_CONTENU))
        aet_plan_subject_say(x, PLA_SANS_CONTENU, a, ACN_CONTENU, -1);
    if (!aet_plan_subject_has(a, ACN_RESPONSABLE))
        aet_plan_subject_say(x, PLA_SANS_RESPONSABLE, a, ACN_RESPONSABLE, -1);
    if (!aet_fact_count(&a->facts, ACN_PARTENAIRES))
        aet_plan_subject_say(x, PLA_SANS_PARTENAIRE, a, ACN_PARTENAIRES, -1);
    for (int i = 0; i < RES_COUNT; i++)
        if (!r || !aet_plan_subject_has(r, i))
            aet_plan_subject_lacks(x, PLA_SANS_RESSOURCES, r, a, K_RESSOURCES, i);
}

static void out_of_cycle(struct subject *x, const struct element *e, int field, int32_t day)
{
    struct diag *d;
    struct buf b = { 0 };

    if (!x->has_cycle || (day >= x->cycle_from && day <= x->cycle_to))
        return;
    d = aet_plan_subject_say(x, PLA_HORS_CYCLE, e, field, -1);
    aet_date_write(aet_date_from_days(day), &b);
    aet_diag_arg(x->d, d, "valeur", aet_buf_view(&b));
    aet_buf_clear(&b);
    aet_date_write(aet_date_from_days(x->cycle_from), &b);
    aet_buf_str(&b, " – ");
    aet_date_write(aet_date_from_days(x->cycle_to), &b);
    aet_diag_arg(x->d, d, "autre", aet_buf_view(&b));
    aet_buf_free(&b);
}

static void schedule(struct subject *x, const struct element *a)
{
    int32_t from, to;
    bool has_from = aet_plan_first_day(a, ACN_DEBUT, &from);
    bool has_to = aet_plan_last_day(a, ACN_FIN, &to);

    if (!aet_plan_subject_has(a, ACN_DEBUT))
        aet_plan_subject_say(x, PLA_SANS_ECHEANCIER, a, ACN_DEBUT, -1);
    if (!aet_plan_subject_has(a, ACN_FIN))
        aet_plan_subject_say(x, PLA_SANS_ECHEANCIER, a, ACN_FIN, -1);
    if (has_from && has_to && to < from)
        aet_plan_subject_days(x, PLA_FIN_AVANT_DEBUT, a, ACN_FIN, to, from);
    if (has_from)
        out_of_cycle(x, a, ACN_DEBUT, from);
    if (has_to)
        out_of_cycle(x, a, ACN_FIN, to);
}

static void money(struct subject *x, const struct element *a)
{
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);
    int64_t sum = 0;
    bool known = true;

    not_negative(x, a, ACN_BUDGET);
    for (const struct element *b = aet_child(a, K_BAILLEUR); b; b = b->next) {
        const struct fact *m = aet_plan_fact(b, BAI_MONTANT);

        not_negative(x, b, BAI_MONTANT);
        if (!aet_plan_subject_has(b, BAI_NOM))
            aet_plan_subject_say(x, PLA_BAILLEUR_SANS_NOM, b, BAI_NOM, -1);
        if (!m->present)
            aet_plan_subject_say(x, PLA_BAILLEUR_SANS_NOM, b, BAI_MONTANT, -1);
        known &= m->good;
        sum += m->good ? m->u.cents : 0;
    }
    if (!budget->present)
        aet_plan_subject_say(x, PLA_SANS_BUDGET, a, ACN_BUDGET, -1);
    if (budget->good && known && sum != budget->u.cents &&
        (aet_child(a, K_BAILLEUR) || budget->u.cents > 0))
        say_money(x, PLA_BUDGET_BAILLEURS, a, ACN_BUDGET, budget->u.cents, sum);
}

static void followed(struct subject *x, const struct element *a)
{
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);

    for (const struct element *s = aet_child(a, K_SUIVI_ACTION); s; s = s->next) {
        const struct fact *share = aet_plan_fact(s, SUA_AVANCEMENT);
        const struct fact *spent = aet_plan_fact(s, SUA_DEPENSE);
        bool done = aet_fact_row(&s->facts, SUA_ETAT) != NO_ROW &&
                    aet_plan_etat(x->k, s) == EA_REALISEE;
        int32_t day;

        if (!aet_plan_subject_has(s, SUA_DATE))
            aet_plan_subject_say(x, PLA_SUIVI_SANS_DATE, s, SUA_DATE, -1);
        else if (aet_plan_first_day(s, SUA_DATE, &day) && day > x->k->today)
            aet_plan_subject_days(x, PLA_SUIVI_FUTUR, s, SUA_DATE, day, day);
        if (share->good && (share->u.number.value < 0 || share->u.number.value > 100))
            aet_plan_subject_value(x, PLA_AVANCEMENT, s, SUA_AVANCEMENT, share->u.number.text);
        else if (share->good && done && share->u.number.value < 100)
            aet_plan_subject_value(x, PLA_REALISEE_INCOMPLETE, s, SUA_AVANCEMENT,
                                   share->u.number.text);
        not_negative(x, s, SUA_DEPENSE);
        if (spent->good && budget->good && spent->u.cents > budget->u.cents)
            say_money(x, PLA_DEPASSEMENT, s, SUA_DEPENSE, spent->u.cents, budget->u.cents);
    }
}

/* The day of a result: a reading's or a follow-up's. */
static bool result_day(const struct element *r, int32_t *day)
{
    return aet_plan_first_day(r, r->kind == K_RELEVE ? (int)REL_DATE : (int)SUA_DATE, day);
}

static void decided(struct subject *x, const struct element *a)
{
    for (const struct element *c = aet_child(a, K_DECISION); c; c = c->next) {
        const struct item *it = aet_fact_items(&c->facts, DEC_RESULTATS);
        size_t n = aet_fact_count(&c->facts, DEC_RESULTATS);
        int32_t when, day;

        if (!aet_plan_subject_has(c, DEC_DATE))
            aet_plan_subject_say(x, PLA_SUIVI_SANS_DATE, c, DEC_DATE, -1);
        if (!aet_plan_subject_has(c, DEC_JUSTIFICATION))
            aet_plan_subject_say(x, PLA_DECISION_SANS_MOTIF, c, DEC_JUSTIFICATION, -1);
        if (!n)
            aet_plan_subject_say(x, PLA_DECISION_SANS_RESULTAT, c, DEC_RESULTATS, -1);
        for (size_t i = 0; i < n && aet_plan_first_day(c, DEC_DATE, &when); i++) {
            const struct element *r = aet_plan_resultat(x->plan, it[i].text);

            if (r && result_day(r, &day) && day > when)
                aet_plan_subject_days(x, PLA_RESULTAT_POSTERIEUR, c, DEC_RESULTATS, day, when);
        }
    }
}

void aet_plan_subject_actions(struct subject *x)
{
    for (const struct element *a = x->plan->document->first[K_ACTION]; a; a = a->after) {
        described(x, a);
        schedule(x, a);
        money(x, a);
        followed(x, a);
        decided(x, a);
    }
    for (const struct element *i = x->plan->document->first[K_INDICATEUR]; i; i = i->after) {
        int32_t day;

        if (aet_plan_last_day(i, IND_DATE_CIBLE, &day))
            out_of_cycle(x, i, IND_DATE_CIBLE, day);
    }
}
