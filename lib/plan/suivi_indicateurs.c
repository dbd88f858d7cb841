/* Indicators on their way from baseline to target. */
#include "plan/suivi.h"

/* What is known of one indicator at the day. */
struct chemin {
    double depart, cible, valeur, part, attendu;
    bool has_depart, has_cible, has_valeur, has_part, has_attendu;
    bool qualitatif, echu;
};

static void way(const struct suivi *s, const struct element *i, const struct element *r,
                struct chemin *c)
{
    int32_t from, to;
    bool dated = aet_plan_last_day(i, IND_DATE_CIBLE, &to);

    *c = (struct chemin){ .qualitatif = aet_plan_mesure(s->k, i) == MES_QUALITATIF };
    c->has_depart = !c->qualitatif && aet_plan_number(i, IND_DEPART, &c->depart);
    c->has_cible = !c->qualitatif && aet_plan_number(i, IND_CIBLE, &c->cible);
    c->has_valeur = r && !c->qualitatif && aet_plan_number(r, REL_VALEUR, &c->valeur);
    c->has_part = c->has_depart && c->has_cible && c->has_valeur && c->cible != c->depart;
    if (c->has_part)
        c->part = (c->valeur - c->depart) / (c->cible - c->depart);
    c->echu = dated && to < s->k->today;
    c->has_attendu = dated && aet_plan_first_day(i, IND_DATE_DEPART, &from) && to > from;
    if (c->has_attendu) {
        c->attendu = (double)(s->k->today - from) / (double)(to - from);
        c->attendu = c->attendu < 0 ? 0 : c->attendu > 1 ? 1 : c->attendu;
    }
}

/* Reached; behind: a fifth of the way less than the time elapsed, or the target date has passed. */
static const char *state(const struct chemin *c, const struct element *r)
{
    if (c->qualitatif)
        return r ? "qualitatif" : "sans-releve";
    if (!c->has_valeur)
        return "sans-releve";
    if (c->has_part && c->part >= 1)
        return "atteint";
    if (!c->has_part && c->has_cible && c->valeur == c->cible)
        return "atteint";
    if (c->echu)
        return "non-atteint";
    if (!c->has_part)
        return "indetermine";
    return c->has_attendu && c->part < c->attendu - 0.2 ? "en-retard" : "en-voie";
}

static void put_date(struct section *to, const struct element *e, int field)
{
    aet_put_date(to, e && aet_plan_fact(e, field)->good ? aet_plan_fact(e, field)->u.date
                                                        : (struct date){ 0 });
}

static void alert(struct suivi *s, const struct element *i, const char *etat)
{
    static const struct text missed = { "cible non atteinte à sa date",
                                        "target not reached on its date" };
    static const struct text behind = { "progression en retard sur le calendrier",
                                        "progress behind the calendar" };
    static const struct text unread = { "aucun relevé", "no reading" };
    struct text none = { NULL, NULL }, message = none;
    enum urgence u = MOYENNE;

    if (strcmp(etat, "non-atteint") == 0) {
        message = missed;
        u = HAUTE;
    } else if (strcmp(etat, "en-retard") == 0) {
        message = behind;
    } else if (strcmp(etat, "sans-releve") == 0) {
        message = unread;
        u = BASSE;
    }
    if (message.fr)
        aet_suivi_alert(s, u, i, IND_LIBELLE, IND_ID, message, AET_LIT(""), AET_LIT(""));
}

static void put_indicator(struct suivi *s, const struct element *plan, const struct element *i)
{
    const struct element *r = aet_plan_last_releve(i, s->k->today);
    struct section *to = aet_suivi_section(s, S_INDICATEURS);
    struct buf scratch = { 0 };
    struct chemin c;
    const char *etat;

    way(s, i, r, &c);
    etat = state(&c, r);
    aet_put_text(s->report, to, aet_plan_group(plan));
    aet_put_text(s->report, to, aet_plan_name(i, IND_ID, IND_LIBELLE, &scratch));
    aet_put_text(s->report, to, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
    aet_put_text(s->report, to, aet_plan_name(i->parent, TRA_LIBELLE, TRA_ID, &scratch));
    aet_put_number_if(to, c.has_depart, c.depart);
    aet_put_number_if(to, c.has_cible, c.cible);
    put_date(to, i, IND_DATE_CIBLE);
    aet_put_number_if(to, c.has_valeur, c.valeur);
    put_date(to, r, REL_DATE);
    aet_put_number_if(to, c.has_part, c.part);
    aet_put_number_if(to, c.has_attendu, c.attendu);
    aet_put_text(s->report, to, aet_span_z(etat));
    if (c.qualitatif && r)
        aet_put_text(s->report, to, aet_plan_fact(r, REL_VALEUR)->u.number.text);
    else
        aet_put_unknown(to);
    s->indicateurs++;
    s->atteints += strcmp(etat, "atteint") == 0;
    alert(s, i, etat);
    aet_buf_free(&scratch);
}

void aet_suivi_indicateurs(struct suivi *s, const struct element *plan)
{
    for (const struct element *i = plan->document->first[K_INDICATEUR]; i; i = i->after)
        put_indicator(s, plan, i);
}
