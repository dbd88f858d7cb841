/* Following up at a glance: a row a plan, that is a group and its years; a row a transformation,
 * which is what tool 12 looks at. */
#include "plan/situation.h"
#include "plan/suivi/suivi.h"

enum {
    GROUPES_REGROUPEMENT,
    GROUPES_NIVEAU,
    GROUPES_ACTIONS,
    GROUPES_REALISEES,
    GROUPES_EN_RETARD,
    GROUPES_DITES,
    GROUPES_BUDGET,
    GROUPES_DEPENSE,
    GROUPES_INDICATEURS,
    GROUPES_ATTEINTS,
    GROUPES_DECISIONS,
    GROUPES_ALERTES,
    GROUPES_HAUTES
};
static const struct column groupes_columns[] = {
    [GROUPES_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [GROUPES_NIVEAU] = { "niveau", { "Niveau", "Level" }, CELL_COUNT, false },
    [GROUPES_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [GROUPES_REALISEES] = { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(GROUPES_EN_RETARD, GROUPES_DITES),
    [GROUPES_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [GROUPES_DEPENSE] = { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    [GROUPES_INDICATEURS] = { "indicateurs", { "Indicateurs", "Indicators" }, CELL_COUNT, false },
    [GROUPES_ATTEINTS] = { "atteints",
                           { "Cibles atteintes", "Targets reached" },
                           CELL_COUNT,
                           false },
    [GROUPES_DECISIONS] = { "decisions", { "Décisions", "Decisions" }, CELL_COUNT, false },
    [GROUPES_ALERTES] = { "alertes", { "Alertes", "Alerts" }, CELL_COUNT, false },
    [GROUPES_HAUTES] = { "hautes", { "Dont hautes", "High ones" }, CELL_COUNT, false },
};

/* The rows of one plan alone would repeat what stands in short. */
static void groupes(void *sum, struct section *to)
{
    const struct suivi *s = sum;

    to->absent = s->plans <= 1;
    if (!to->absent)
        aet_section_fill_kept(to, &s->kept);
}

const struct section_kind aet_plan_kind_suivi_groupes = {
    .key = "regroupements",
    .brief = 12,
    .title = { "Par regroupement", "By group" },
    AET_COLUMNS(groupes_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = GROUPES_REGROUPEMENT,
              .across = AET_SIDE_BY_SIDE,
              .from = GROUPES_ACTIONS,
              .to = GROUPES_EN_RETARD },
    .fill = groupes,
    .mask = { .kind = MASK_OPEN },
};

void aet_plan_suivi_groupe(struct suivi *s, const struct element *plan, const struct suivi *before)
{
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_groupes);
    const struct element *group = aet_child(plan, K_REGROUPEMENT);
    double niveau = 0;
    bool known = group && aet_plan_number(group, RGP_NIVEAU, &niveau);

    aet_row_begin(to);
    aet_row_text(to, GROUPES_REGROUPEMENT, aet_plan_group(plan));
    aet_row_count_if(to, GROUPES_NIVEAU, known, (int64_t)niveau);
    aet_row_count(to, GROUPES_ACTIONS, s->actions - before->actions);
    aet_row_count(to, GROUPES_REALISEES, s->realisees - before->realisees);
    aet_row_count(to, GROUPES_EN_RETARD, s->en_retard - before->en_retard);
    aet_row_count(to, GROUPES_DITES, s->dites - before->dites);
    aet_row_money(to, GROUPES_BUDGET, s->budget - before->budget);
    aet_row_money(to, GROUPES_DEPENSE, s->depense - before->depense);
    aet_row_count(to, GROUPES_INDICATEURS, s->indicateurs - before->indicateurs);
    aet_row_count(to, GROUPES_ATTEINTS, s->atteints - before->atteints);
    aet_row_count(to, GROUPES_DECISIONS, s->decisions - before->decisions);
    aet_row_count(to, GROUPES_ALERTES, (int64_t)(s->alertes_n - before->alertes_n));
    aet_row_count(to, GROUPES_HAUTES, s->hautes - before->hautes);
    aet_row_end(to);
}

enum {
    TRANSFORMATIONS_REGROUPEMENT,
    TRANSFORMATIONS_OBJECTIF,
    TRANSFORMATIONS_SYSTEME,
    TRANSFORMATIONS_LIBELLE,
    TRANSFORMATIONS_INDICATEURS,
    TRANSFORMATIONS_ATTEINTS,
    TRANSFORMATIONS_RELEVE,
    TRANSFORMATIONS_ACTIONS,
    TRANSFORMATIONS_REALISEES,
    TRANSFORMATIONS_EN_RETARD,
    TRANSFORMATIONS_DITES,
    TRANSFORMATIONS_DECISIONS
};
static const struct column transformations_columns[] = {
    [TRANSFORMATIONS_REGROUPEMENT] = { "regroupement",
                                       { "Regroupement", "Group" },
                                       CELL_TEXT,
                                       false },
    [TRANSFORMATIONS_OBJECTIF] = { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    [TRANSFORMATIONS_SYSTEME] = { "systeme", { "Système", "System" }, CELL_CODE, false },
    [TRANSFORMATIONS_LIBELLE] = { "transformation",
                                  { "Transformation souhaitée", "Desired transformation" },
                                  CELL_TEXT,
                                  false },
    [TRANSFORMATIONS_INDICATEURS] = { "indicateurs",
                                      { "Indicateurs", "Indicators" },
                                      CELL_COUNT,
                                      false },
    [TRANSFORMATIONS_ATTEINTS] = { "atteints",
                                   { "Cibles atteintes", "Targets reached" },
                                   CELL_COUNT,
                                   false },
    [TRANSFORMATIONS_RELEVE] = { "dernier_releve",
                                 { "Dernier relevé", "Last reading" },
                                 CELL_DATE,
                                 false },
    [TRANSFORMATIONS_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [TRANSFORMATIONS_REALISEES] = { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(TRANSFORMATIONS_EN_RETARD, TRANSFORMATIONS_DITES),
    [TRANSFORMATIONS_DECISIONS] = { "decisions", { "Décisions", "Decisions" }, CELL_COUNT, false },
};

const struct section_kind aet_plan_kind_suivi_transformations = {
    .key = "transformations",
    .led = TRANSFORMATIONS_OBJECTIF + 1,
    .title = { "Les transformations souhaitées (outil 12)",
               "The desired transformations (tool 12)" },
    AET_COLUMNS(transformations_columns),
    .fill = aet_plan_suivi_kept,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN },
};

static void put_indicateurs(const struct suivi *s, struct section *to, const struct element *t)
{
    int64_t n = 0, reached = 0;
    int32_t best = INT32_MIN, day;

    for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next) {
        const struct element *r = aet_plan_last_releve(i, s->k->today);

        n++;
        reached += aet_plan_atteint(s->k, i);
        if (r && aet_plan_first_day(r, REL_DATE, &day) && day > best)
            best = day;
    }
    aet_row_count(to, TRANSFORMATIONS_INDICATEURS, n);
    aet_row_count(to, TRANSFORMATIONS_ATTEINTS, reached);
    aet_row_date(to, TRANSFORMATIONS_RELEVE,
                 best == INT32_MIN ? (struct date){ 0 } : aet_date_from_days(best));
}

static void put_actions(const struct suivi *s, struct section *to, const struct element *t)
{
    int64_t n = 0, done = 0, late = 0, said = 0, decisions = 0;

    for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next) {
        n++;
        done += aet_plan_etat_action(s->k, a) == EA_REALISEE;
        late += aet_plan_retard(s->k, a) > 0;
        said += aet_plan_dite_en_retard(s->k, a);
        for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next)
            decisions++;
    }
    aet_row_count(to, TRANSFORMATIONS_ACTIONS, n);
    aet_row_count(to, TRANSFORMATIONS_REALISEES, done);
    aet_row_count(to, TRANSFORMATIONS_EN_RETARD, late);
    aet_row_count(to, TRANSFORMATIONS_DITES, said);
    aet_row_count(to, TRANSFORMATIONS_DECISIONS, decisions);
}

static void put_transformation(struct suivi *s, const struct element *plan, const struct element *t)
{
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_transformations);
    int32_t systeme = aet_fact_row(&t->facts, TRA_SYSTEME);
    const struct table *systemes = s->k->tables[T_SYSTEMES];
    struct buf scratch = { 0 };

    aet_row_begin(to);
    aet_row_text(to, TRANSFORMATIONS_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(to, TRANSFORMATIONS_OBJECTIF,
                 aet_plan_name(t->parent, OBJ_LIBELLE, OBJ_ID, &scratch));
    if (systeme == NO_ROW)
        aet_row_unknown(to, TRANSFORMATIONS_SYSTEME);
    else
        aet_row_coded(to, TRANSFORMATIONS_SYSTEME, aet_cell(systemes, (size_t)systeme, 0),
                      aet_label(systemes, (size_t)systeme, s->k->lang));
    aet_row_text(to, TRANSFORMATIONS_LIBELLE, aet_plan_name(t, TRA_LIBELLE, TRA_ID, &scratch));
    put_indicateurs(s, to, t);
    put_actions(s, to, t);
    aet_row_end(to);
    aet_buf_free(&scratch);
}

void aet_plan_suivi_transformations(struct suivi *s, const struct element *plan)
{
    for (const struct element *t = plan->document->first[K_TRANSFORMATION]; t; t = t->after)
        if (!aet_plan_text(t, TRA_SANS_OBJET).n)
            put_transformation(s, plan, t);
}
