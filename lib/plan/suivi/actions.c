/* Following up an action: its row and its alerts. */
#include "plan/suivi/suivi.h"

#include "base/number.h"

#include "plan/rules.h"
#include "plan/situation.h"

enum { STALLED_DAYS = 183 };

static bool ended(enum etat_action e)
{
    return e == EA_REALISEE || e == EA_ABANDONNEE;
}

static void action_alerts(struct suivi *s, const struct element *a, const struct element *last,
                          enum etat_action etat, int32_t late)
{
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);
    const struct fact *spent = last ? aet_plan_fact(last, SUA_DEPENSE) : NULL;
    const struct sujet of = { a, ACN_LIBELLE, ACN_ID };
    struct buf x = { 0 }, y = { 0 };
    int32_t day;

    if (etat == EA_INCONNU) { /* what the others say may be untrue */
        aet_plan_suivi_alert(s, MOYENNE, of, PLA_A_SUIVI_ECARTE, NULL);
        return;
    }
    if (late > 0)
        aet_plan_suivi_alert(s, HAUTE, of, PLA_A_RETARD, AET_WORDS(aet_word_int("jours", late)));
    if (spent && spent->good && budget->good && spent->u.cents > budget->u.cents) {
        aet_money_show(spent->u.cents, s->k->lang, &y);
        aet_money_show(budget->u.cents, s->k->lang, &x);
        aet_plan_suivi_alert(s, HAUTE, of, PLA_A_DEPENSE,
                             AET_WORDS(aet_word_span("valeur", aet_buf_view(&y)),
                                       aet_word_span("budget", aet_buf_view(&x))));
    }
    if (etat == EA_RETARDEE || etat == EA_SUSPENDUE)
        aet_plan_suivi_alert(s, MOYENNE, of, PLA_A_ETAT,
                             AET_WORDS(aet_word_span("valeur", aet_plan_etat_label(s->k, etat))));
    if (last && !ended(etat) && aet_plan_first_day(last, SUA_DATE, &day) &&
        s->k->today - day > STALLED_DAYS)
        aet_plan_suivi_alert(
            s, MOYENNE, of, PLA_A_SANS_SUIVI,
            AET_WORDS(aet_word_span("date", aet_plan_suivi_day(&x, day, s->k->lang))));
    if (!last && late == 0 && aet_plan_first_day(a, ACN_DEBUT, &day) &&
        s->k->today - day > SUIVI_ECART)
        aet_plan_suivi_alert(
            s, MOYENNE, of, PLA_A_COMMENCER,
            AET_WORDS(aet_word_span("date", aet_plan_suivi_day(&x, day, s->k->lang))));
    aet_buf_free(&x);
    aet_buf_free(&y);
}

enum {
    ACTIONS_REGROUPEMENT,
    ACTIONS_ID,
    ACTIONS_LIBELLE,
    ACTIONS_RESPONSABLE,
    ACTIONS_DEBUT,
    ACTIONS_FIN,
    ACTIONS_ETAT,
    ACTIONS_AVANCEMENT,
    ACTIONS_ATTENDU,
    ACTIONS_JOURS_RETARD,
    ACTIONS_BUDGET,
    ACTIONS_DEPENSE,
    ACTIONS_DATE_SUIVI,
    ACTIONS_SITUATION
};
static const struct column actions_columns[] = {
    [ACTIONS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ACTIONS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [ACTIONS_LIBELLE] = { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    [ACTIONS_RESPONSABLE] = { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    [ACTIONS_DEBUT] = { "debut", { "Début", "Start" }, CELL_DATE, false },
    [ACTIONS_FIN] = { "fin", { "Fin", "End" }, CELL_DATE, false },
    [ACTIONS_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
    [ACTIONS_AVANCEMENT] = { "avancement", { "Avancement", "Progress" }, CELL_SHARE, false },
    [ACTIONS_ATTENDU] = { "attendu", { "Temps écoulé", "Time elapsed" }, CELL_SHARE, false },
    [ACTIONS_JOURS_RETARD] = { "jours_retard",
                               { "Jours de retard", "Days late" },
                               CELL_COUNT,
                               false },
    [ACTIONS_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [ACTIONS_DEPENSE] = { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    [ACTIONS_DATE_SUIVI] = { "date_suivi",
                             { "Dernier suivi", "Last follow-up" },
                             CELL_DATE,
                             false },
    [ACTIONS_SITUATION] = { "situation", { "Situation", "Situation" }, CELL_CODE, true },
};

const struct section_kind aet_plan_kind_suivi_actions = {
    .key = "actions",
    .led = ACTIONS_REGROUPEMENT + 1,
    .title = { "Les actions", "The actions" },
    AET_COLUMNS(actions_columns),
    .view = { .kind = VIEW_TIMELINE,
              .label = ACTIONS_LIBELLE,
              .across = ACTIONS_SITUATION,
              .from = ACTIONS_DEBUT,
              .to = ACTIONS_FIN },
    .fill = aet_plan_suivi_kept,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN, .persons = { ACTIONS_RESPONSABLE } },
};

/* The share of the action's time that has passed. */
static void put_elapsed(const struct suivi *s, struct section *to, const struct element *a)
{
    int32_t from = 0, end = 0;
    bool known = aet_plan_first_day(a, ACN_DEBUT, &from) && aet_plan_last_day(a, ACN_FIN, &end);
    int64_t whole = (int64_t)end - from + 1, part = (int64_t)s->k->today - from + 1;

    if (!known || whole <= 0)
        aet_row_unknown(to, ACTIONS_ATTENDU);
    else
        aet_row_share(to, ACTIONS_ATTENDU, part < 0 ? 0 : part > whole ? whole : part, whole);
}

/* A fact of the action or of its last follow-up; nothing when there was none. */
static struct fact fact_of(const struct element *e, int field)
{
    return e ? *aet_plan_fact(e, field) : (struct fact){ 0 };
}

static void put_row(struct suivi *s, const struct element *plan, const struct element *a,
                    const struct element *last)
{
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_actions);
    struct fact done = fact_of(last, SUA_AVANCEMENT), budget = fact_of(a, ACN_BUDGET);
    struct fact spent = fact_of(last, SUA_DEPENSE);
    struct buf scratch = { 0 };

    aet_row_begin(to);
    aet_row_text(to, ACTIONS_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(to, ACTIONS_ID, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &scratch));
    aet_row_text(to, ACTIONS_LIBELLE, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
    aet_row_text(to, ACTIONS_RESPONSABLE, aet_plan_text(a, ACN_RESPONSABLE));
    aet_plan_put_date(to, ACTIONS_DEBUT, a, ACN_DEBUT);
    aet_plan_put_date(to, ACTIONS_FIN, a, ACN_FIN);
    aet_plan_put_etat(to, ACTIONS_ETAT, s->k, a);
    if (done.good)
        aet_row_share(to, ACTIONS_AVANCEMENT, (int64_t)(done.u.number.value * 100 + 0.5), 10000);
    else
        aet_row_unknown(to, ACTIONS_AVANCEMENT);
    put_elapsed(s, to, a);
    aet_row_count_if(to, ACTIONS_JOURS_RETARD, aet_plan_etat_action(s->k, a) != EA_INCONNU,
                     aet_plan_retard(s->k, a));
    aet_row_money_if(to, ACTIONS_BUDGET, budget.good, budget.u.cents);
    aet_row_money_if(to, ACTIONS_DEPENSE, spent.good, spent.u.cents);
    aet_plan_put_date(to, ACTIONS_DATE_SUIVI, last, SUA_DATE);
    aet_row_text(to, ACTIONS_SITUATION, aet_plan_situation(s->k, a));
    aet_row_end(to);
    s->budget += budget.good ? budget.u.cents : 0;
    s->depense += spent.good ? spent.u.cents : 0;
    aet_buf_free(&scratch);
}

void aet_plan_suivi_action(struct suivi *s, const struct element *plan, const struct element *a)
{
    const struct element *last = aet_plan_last_suivi(a, s->k->today);
    enum etat_action etat = aet_plan_etat_action(s->k, a);
    int32_t late = aet_plan_retard(s->k, a);

    put_row(s, plan, a, last);
    s->actions++;
    s->realisees += etat == EA_REALISEE;
    s->en_retard += late > 0;
    s->dites += aet_plan_dite_en_retard(s->k, a);
    action_alerts(s, a, last, etat, late);
}
