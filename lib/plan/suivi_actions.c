/* Following up an action: its row and its alerts. */
#include "plan/suivi.h"

#include "plan/situation.h"

enum { STALLED_DAYS = 183 };

static struct span count_text(struct buf *b, int64_t n)
{
    aet_buf_clear(b);
    aet_buf_int(b, n);
    return aet_buf_view(b);
}

static bool ended(enum etat_action e)
{
    return e == EA_REALISEE || e == EA_ABANDONNEE;
}

static void action_alerts(struct suivi *s, const struct element *a, const struct element *last,
                          enum etat_action etat, int32_t late)
{
    static const struct text overdue = { "en retard de {valeur} jours", "{valeur} days late" };
    static const struct text unstarted = { "devait commencer le {valeur}, aucun suivi",
                                           "was to begin on {valeur}, no follow-up" };
    static const struct text stalled = { "aucun suivi depuis le {valeur}",
                                         "no follow-up since {valeur}" };
    static const struct text over = { "dépense de {valeur} $ pour un budget de {autre} $",
                                      "${valeur} spent on a budget of ${autre}" };
    static const struct text waiting = { "état « {valeur} » au dernier suivi",
                                         "state “{valeur}” at the last follow-up" };
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);
    const struct fact *spent = last ? aet_plan_fact(last, SUA_DEPENSE) : NULL;
    struct buf x = { 0 }, y = { 0 };
    int32_t day;

    if (late > 0)
        aet_suivi_alert(s, HAUTE, a, ACN_LIBELLE, ACN_ID, overdue, count_text(&x, late),
                        AET_LIT(""));
    if (spent && spent->good && budget->good && spent->u.cents > budget->u.cents) {
        aet_money_write(spent->u.cents, &y);
        aet_buf_clear(&x);
        aet_money_write(budget->u.cents, &x);
        aet_suivi_alert(s, HAUTE, a, ACN_LIBELLE, ACN_ID, over, aet_buf_view(&y), aet_buf_view(&x));
    }
    if (etat == EA_RETARDEE || etat == EA_SUSPENDUE)
        aet_suivi_alert(s, MOYENNE, a, ACN_LIBELLE, ACN_ID, waiting,
                        etat == EA_RETARDEE ? AET_LIT("retardee") : AET_LIT("suspendue"),
                        AET_LIT(""));
    if (last && !ended(etat) && aet_plan_first_day(last, SUA_DATE, &day) &&
        s->k->today - day > STALLED_DAYS)
        aet_suivi_alert(s, MOYENNE, a, ACN_LIBELLE, ACN_ID, stalled, aet_suivi_day(&x, day),
                        AET_LIT(""));
    if (!last && late == 0 && aet_plan_first_day(a, ACN_DEBUT, &day) &&
        s->k->today - day > SUIVI_ECART)
        aet_suivi_alert(s, MOYENNE, a, ACN_LIBELLE, ACN_ID, unstarted, aet_suivi_day(&x, day),
                        AET_LIT(""));
    aet_buf_free(&x);
    aet_buf_free(&y);
}

/* The share of the action's time that has passed, 0 to 1000. */
static void put_elapsed(struct suivi *s, struct section *to, int32_t from, int32_t end, bool known)
{
    int64_t whole = (int64_t)end - from + 1, part = (int64_t)s->k->today - from + 1;

    if (!known || whole <= 0)
        aet_put_unknown(to);
    else
        aet_put_share(to, part < 0 ? 0 : part > whole ? whole : part, whole);
}

void aet_suivi_action(struct suivi *s, const struct element *plan, const struct element *a)
{
    const struct element *last = aet_plan_last_suivi(a, s->k->today);
    enum etat_action etat = aet_plan_etat(s->k, last);
    struct section *to = aet_suivi_section(s, S_ACTIONS);
    const struct fact *f = last ? aet_plan_fact(last, SUA_AVANCEMENT) : NULL;
    int32_t late = aet_plan_retard(s->k, a), from = 0, end = 0;
    bool known = aet_plan_first_day(a, ACN_DEBUT, &from) && aet_plan_last_day(a, ACN_FIN, &end);
    struct buf scratch = { 0 };

    aet_put_text(s->report, to, aet_plan_group(plan));
    aet_put_text(s->report, to, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &scratch));
    aet_put_text(s->report, to, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
    aet_put_text(s->report, to, aet_plan_text(a, ACN_RESPONSABLE));
    aet_put_date(to, aet_plan_fact(a, ACN_DEBUT)->good ? aet_plan_fact(a, ACN_DEBUT)->u.date
                                                       : (struct date){ 0 });
    aet_put_date(to, aet_plan_fact(a, ACN_FIN)->good ? aet_plan_fact(a, ACN_FIN)->u.date
                                                     : (struct date){ 0 });
    aet_put_text(s->report, to, aet_span_z(aet_plan_etats[etat]));
    if (f && f->good)
        aet_put_share(to, (int64_t)(f->u.number.value * 100 + 0.5), 10000);
    else
        aet_put_unknown(to);
    put_elapsed(s, to, from, end, known);
    aet_put_count(to, late);
    for (int i = 0; i < 2; i++) {
        f = i == 0 ? aet_plan_fact(a, ACN_BUDGET) : last ? aet_plan_fact(last, SUA_DEPENSE) : NULL;
        if (f && f->good)
            aet_put_money(to, f->u.cents);
        else
            aet_put_unknown(to);
        if (f && f->good)
            *(i == 0 ? &s->budget : &s->depense) += f->u.cents;
    }
    aet_put_date(to, last ? aet_plan_fact(last, SUA_DATE)->u.date : (struct date){ 0 });
    aet_put_text(s->report, to, aet_plan_situation(s->k, a));
    s->actions++;
    s->realisees += etat == EA_REALISEE;
    s->en_retard += late > 0;
    action_alerts(s, a, last, etat, late);
    aet_buf_free(&scratch);
}
