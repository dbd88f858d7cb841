/* Following up actions and decisions; indicators are in suivi_indicateurs.c. */
#include "plan/suivi.h"

#include <stdlib.h>

#include "plan/vue.h"

enum { STALLED_DAYS = 183, DATE_SLACK = 30 };

static const struct column base_columns[] = {
    { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    { "indicateurs", { "Indicateurs", "Indicators" }, CELL_COUNT, false },
    { "atteints", { "Cibles atteintes", "Targets reached" }, CELL_COUNT, false },
    { "decisions", { "Décisions prises", "Decisions made" }, CELL_COUNT, false },
    { "alertes", { "Alertes", "Alerts" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct column alertes_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    { "element", { "Élément", "Element" }, CELL_CODE, false },
    { "id", { "Id", "Id" }, CELL_TEXT, false },
    { "message", { "Message", "Message" }, CELL_TEXT, false },
};
static const struct column actions_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "id", { "Id", "Id" }, CELL_TEXT, false },
    { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    { "debut", { "Début", "Start" }, CELL_DATE, false },
    { "fin", { "Fin", "End" }, CELL_DATE, false },
    { "etat", { "État", "State" }, CELL_CODE, false },
    { "avancement", { "Avancement", "Progress" }, CELL_SHARE, false },
    { "attendu", { "Temps écoulé", "Time elapsed" }, CELL_SHARE, false },
    { "jours_retard", { "Jours de retard", "Days late" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    { "date_suivi", { "Dernier suivi", "Last follow-up" }, CELL_DATE, false },
    { "situation", { "Situation", "Situation" }, CELL_CODE, true },
};
static const struct column indicateurs_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "id", { "Id", "Id" }, CELL_TEXT, false },
    { "libelle", { "Indicateur", "Indicator" }, CELL_TEXT, false },
    { "transformation", { "Transformation", "Transformation" }, CELL_TEXT, false },
    { "depart", { "Départ", "Baseline" }, CELL_NUMBER, false },
    { "cible", { "Cible", "Target" }, CELL_NUMBER, false },
    { "date_cible", { "Date de la cible", "Target date" }, CELL_DATE, false },
    { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    { "date", { "Relevée le", "Read on" }, CELL_DATE, false },
    { "progression",
      { "Chemin parcouru (1 : la cible)", "Way covered (1: the target)" },
      CELL_NUMBER,
      false },
    { "attendu", { "Temps écoulé", "Time elapsed" }, CELL_SHARE, false },
    { "etat", { "État", "State" }, CELL_CODE, false },
    { "observation", { "En mots", "In words" }, CELL_TEXT, false },
};
static const struct column decisions_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "id", { "Id", "Id" }, CELL_TEXT, false },
    { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    { "etat", { "État", "State" }, CELL_CODE, false },
    { "date", { "Date", "Date" }, CELL_DATE, false },
    { "choix", { "Choix", "Choice" }, CELL_CODE, false },
    { "resultats", { "Résultats cités", "Results cited" }, CELL_LIST, false },
    { "justification", { "Justification", "Justification" }, CELL_TEXT, false },
};

const struct section_kind aet_suivi_kinds[S_SECTIONS] = {
    { "base", { "En bref", "In short" }, base_columns, 11, true, { VIEW_TABLE, 0, 0, 0, 0 } },
    { "alertes", { "Alertes", "Alerts" }, alertes_columns, 5, false, { VIEW_TABLE, 0, 0, 0, 0 } },
    { "actions",
      { "Les actions", "The actions" },
      actions_columns,
      14,
      false,
      { VIEW_TIMELINE, 2, 13, 4, 5 } },
    { "indicateurs",
      { "Les indicateurs, du départ à la cible", "The indicators, from baseline to target" },
      indicateurs_columns,
      13,
      false,
      { VIEW_PROGRESS, 2, 0, 9, 10 } },
    { "decisions",
      { "Décisions prises et à prendre", "Decisions made and due" },
      decisions_columns,
      8,
      false,
      { VIEW_TABLE, 0, 0, 0, 0 } },
};

const struct section_kind *const aet_suivi_sections[] = { &aet_suivi_kinds[0], &aet_suivi_kinds[1],
                                                          &aet_suivi_kinds[2], &aet_suivi_kinds[3],
                                                          &aet_suivi_kinds[4], NULL };

void aet_suivi_init(struct suivi *s, const struct savoir *k, struct report *r)
{
    *s = (struct suivi){ .k = k, .report = r };
    for (size_t i = 0; i < S_SECTIONS; i++)
        aet_report_section(r, &aet_suivi_kinds[i]);
}

void aet_suivi_free(struct suivi *s)
{
    aet_free(s->alertes);
}

struct section *aet_suivi_section(struct suivi *s, enum suivi_section which)
{
    return &s->report->sections[which];
}

void aet_suivi_alert(struct suivi *s, enum urgence u, const struct element *e, int libelle, int id,
                     struct text message, struct span value, struct span other)
{
    const struct diag_arg args[] = { { "valeur", value }, { "autre", other } };
    struct arena *a = &s->report->arena;
    const struct element *plan = e->document->root;
    struct buf text = { 0 }, scratch = { 0 };
    struct alerte *x;

    s->alertes = aet_grow(s->alertes, &s->alertes_cap, s->alertes_n, sizeof *s->alertes);
    x = &s->alertes[s->alertes_n];
    aet_message(&text, aet_text(message, s->k->lang), args, 2);
    aet_buf_str(&text, s->k->lang == LANG_FR ? " : " : ": ");
    aet_buf_span(&text, aet_plan_name(e, libelle, id, &scratch));
    *x = (struct alerte){ .urgence = u, .rang = s->alertes_n++ };
    x->regroupement = aet_arena_copy(a, aet_plan_group(plan));
    x->element = aet_span_z(aet_element_schema(e)->name);
    x->id = aet_arena_copy(a, aet_plan_name(e, id, libelle, &scratch));
    x->message = aet_arena_copy(a, aet_buf_view(&text));
    aet_buf_free(&text);
    aet_buf_free(&scratch);
}

static struct span day_text(struct buf *b, int32_t day)
{
    aet_buf_clear(b);
    aet_date_write(aet_date_from_days(day), b);
    return aet_buf_view(b);
}

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
        aet_suivi_alert(s, MOYENNE, a, ACN_LIBELLE, ACN_ID, stalled, day_text(&x, day),
                        AET_LIT(""));
    if (!last && late == 0 && aet_plan_first_day(a, ACN_DEBUT, &day) &&
        s->k->today - day > DATE_SLACK)
        aet_suivi_alert(s, MOYENNE, a, ACN_LIBELLE, ACN_ID, unstarted, day_text(&x, day),
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

static void put_action(struct suivi *s, const struct element *plan, const struct element *a)
{
    static const char *const etats[] = { "prevue",   "en-cours",  "retardee",
                                         "realisee", "suspendue", "abandonnee" };
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
    aet_put_text(s->report, to, aet_span_z(etats[etat]));
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

/* The last day on which something was known of an action: a follow-up, or a reading of an indicator
 * of its transformation. */
static int32_t last_result(const struct suivi *s, const struct element *a)
{
    const struct element *last = aet_plan_last_suivi(a, s->k->today);
    int32_t best = INT32_MIN, day;

    if (last && aet_plan_first_day(last, SUA_DATE, &day))
        best = day;
    for (const struct element *i = aet_child(a->parent, K_INDICATEUR); i; i = i->next) {
        const struct element *r = aet_plan_last_releve(i, s->k->today);

        if (r && aet_plan_first_day(r, REL_DATE, &day) && day > best)
            best = day;
    }
    return best;
}

static void put_decision(struct suivi *s, const struct element *plan, const struct element *a,
                         const struct element *d)
{
    struct section *to = aet_suivi_section(s, S_DECISIONS);
    struct buf scratch = { 0 }, list = { 0 };
    int32_t row = d ? aet_fact_row(&d->facts, DEC_CHOIX) : NO_ROW;
    const struct item *it = d ? aet_fact_items(&d->facts, DEC_RESULTATS) : NULL;

    aet_put_text(s->report, to, aet_plan_group(plan));
    aet_put_text(s->report, to, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &scratch));
    aet_put_text(s->report, to, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
    aet_put_text(s->report, to, d ? AET_LIT("prise") : AET_LIT("a-prendre"));
    aet_put_date(to, d && aet_plan_fact(d, DEC_DATE)->good ? aet_plan_fact(d, DEC_DATE)->u.date
                                                           : (struct date){ 0 });
    if (row == NO_ROW)
        aet_put_unknown(to);
    else
        aet_put_text(s->report, to, aet_cell(s->k->tables[T_DECISIONS], (size_t)row, 0));
    for (size_t i = 0; d && i < aet_fact_count(&d->facts, DEC_RESULTATS); i++)
        aet_list_add(&list, it[i].text);
    aet_put_list(s->report, to, aet_buf_view(&list));
    if (d)
        aet_put_text(s->report, to, aet_plan_text(d, DEC_JUSTIFICATION));
    else
        aet_put_unknown(to);
    aet_buf_free(&scratch);
    aet_buf_free(&list);
}

/* A decision is due when results came after the last one, and the action's end has come or it is
 * said delayed, suspended or over. */
static void decide(struct suivi *s, const struct element *plan, const struct element *a)
{
    static const struct text due = { "décision à prendre, résultats du {valeur}",
                                     "decision due, results of {valeur}" };
    enum etat_action etat = aet_plan_etat(s->k, aet_plan_last_suivi(a, s->k->today));
    int32_t last = INT32_MIN, day, result = last_result(s, a), fin;
    bool over = etat != EA_PREVUE && etat != EA_EN_COURS;
    struct buf x = { 0 };

    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next) {
        put_decision(s, plan, a, d);
        s->decisions++;
        if (aet_plan_first_day(d, DEC_DATE, &day) && day > last)
            last = day;
    }
    over |= aet_plan_last_day(a, ACN_FIN, &fin) && fin <= s->k->today;
    if (over && result > last) {
        put_decision(s, plan, a, NULL);
        aet_suivi_alert(s, BASSE, a, ACN_LIBELLE, ACN_ID, due, day_text(&x, result), AET_LIT(""));
    }
    aet_buf_free(&x);
}

/* A date of the follow-up schedule has passed and no action was followed up around it. */
static void scheduled(struct suivi *s, const struct element *plan)
{
    static const struct text missed = { "aucun suivi autour du {valeur}, date prévue",
                                        "no follow-up around {valeur}, the date set" };
    const struct element *e = aet_child(plan, K_SUIVI);
    const struct item *it = e ? aet_fact_items(&e->facts, SUI_DATES) : NULL;
    struct buf x = { 0 };

    for (size_t i = 0; e && i < aet_fact_count(&e->facts, SUI_DATES); i++) {
        bool seen = !plan->document->first[K_ACTION];
        int32_t day;

        if (it[i].row == NO_DAY || it[i].row + DATE_SLACK > s->k->today)
            continue;
        for (const struct element *f = plan->document->first[K_SUIVI_ACTION]; f; f = f->after)
            seen |= aet_plan_first_day(f, SUA_DATE, &day) && abs(day - it[i].row) <= DATE_SLACK;
        if (!seen)
            aet_suivi_alert(s, MOYENNE, plan, PLN_LIBELLE, PLN_ID, missed, day_text(&x, it[i].row),
                            AET_LIT(""));
    }
    aet_buf_free(&x);
}

void aet_suivi_add(void *sum, const struct facts *f)
{
    struct suivi *s = sum;

    s->plans++;
    for (const struct element *a = f->element->document->first[K_ACTION]; a; a = a->after) {
        put_action(s, f->element, a);
        decide(s, f->element, a);
    }
    aet_suivi_indicateurs(s, f->element);
    scheduled(s, f->element);
}

static int by_urgency(const void *a, const void *b)
{
    const struct alerte *x = a, *y = b;

    if (x->urgence != y->urgence)
        return x->urgence < y->urgence ? -1 : 1;
    return x->rang < y->rang ? -1 : x->rang > y->rang;
}

void aet_suivi_finish(struct suivi *s, uint64_t rejected)
{
    static const char *const words[] = { "haute", "moyenne", "basse" };
    struct section *to = aet_suivi_section(s, S_ALERTES);

    if (s->alertes_n)
        qsort(s->alertes, s->alertes_n, sizeof *s->alertes, by_urgency);
    for (size_t i = 0; i < s->alertes_n; i++) {
        const struct alerte *x = &s->alertes[i];

        aet_put_text(s->report, to, x->regroupement);
        aet_put_text(s->report, to, aet_span_z(words[x->urgence]));
        aet_put_text(s->report, to, x->element);
        aet_put_text(s->report, to, x->id);
        aet_put_text(s->report, to, x->message);
        s->report->alert |= x->urgence != BASSE;
    }
    to = aet_suivi_section(s, S_BASE);
    aet_put_count(to, s->plans);
    aet_put_count(to, s->actions);
    aet_put_count(to, s->realisees);
    aet_put_count(to, s->en_retard);
    aet_put_money(to, s->budget);
    aet_put_money(to, s->depense);
    aet_put_count(to, s->indicateurs);
    aet_put_count(to, s->atteints);
    aet_put_count(to, s->decisions);
    aet_put_count(to, (int64_t)s->alertes_n);
    aet_put_count(to, (int64_t)rejected);
}
