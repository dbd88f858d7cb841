/* The follow-up: its sections, the alerts that any of them raises, the schedule. Actions, decisions
 * and indicators have files of their own (suivi_*.c). */
#include "plan/suivi.h"

#include <stdlib.h>

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
    { "base", { "En bref", "In short" }, base_columns, 11, true, AET_VIEW_TABLE },
    { "alertes", { "Alertes", "Alerts" }, alertes_columns, 5, false, AET_VIEW_TABLE },
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
      AET_VIEW_TABLE },
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

struct span aet_suivi_day(struct buf *b, int32_t day)
{
    aet_buf_clear(b);
    aet_date_write(aet_date_from_days(day), b);
    return aet_buf_view(b);
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

        if (it[i].row == NO_DAY || it[i].row + SUIVI_ECART > s->k->today)
            continue;
        for (const struct element *f = plan->document->first[K_SUIVI_ACTION]; f; f = f->after)
            seen |= aet_plan_first_day(f, SUA_DATE, &day) && abs(day - it[i].row) <= SUIVI_ECART;
        if (!seen)
            aet_suivi_alert(s, MOYENNE, plan, PLN_LIBELLE, PLN_ID, missed,
                            aet_suivi_day(&x, it[i].row), AET_LIT(""));
    }
    aet_buf_free(&x);
}

void aet_suivi_add(void *sum, const struct facts *f)
{
    struct suivi *s = sum;

    s->plans++;
    for (const struct element *a = f->element->document->first[K_ACTION]; a; a = a->after) {
        aet_suivi_action(s, f->element, a);
        aet_suivi_decisions(s, f->element, a);
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
