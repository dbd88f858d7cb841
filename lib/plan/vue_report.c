/* What is said of all plans together: in short, the budget, who carries how much. */
#include "plan/vue.h"

#include "plan/resume/resume.h"
#include "plan/situation.h"

struct poste *aet_plan_poste(struct postes *p, struct span name)
{
    uint32_t id = aet_names_id(&p->names, name);
    size_t had = p->cap;

    if (id >= p->cap) {
        p->cap = p->cap ? p->cap * 2 : 16;
        p->of = aet_reallocarray(p->of, p->cap, sizeof *p->of);
        memset(p->of + had, 0, (p->cap - had) * sizeof *p->of);
    }
    return &p->of[id];
}

void aet_plan_postes_free(struct postes *p)
{
    aet_names_free(&p->names);
    aet_free(p->of);
}

enum {
    BASE_PLANS,
    BASE_REGROUPEMENTS,
    BASE_OBJECTIFS,
    BASE_TRANSFORMATIONS,
    BASE_INDICATEURS,
    BASE_ACTIONS,
    BASE_LACUNES,
    BASE_BUDGET,
    BASE_FINANCE,
    BASE_ECART,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_PLANS] = { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    [BASE_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    [BASE_OBJECTIFS] = { "objectifs", { "Objectifs", "Objectives" }, CELL_COUNT, false },
    [BASE_TRANSFORMATIONS] = { "transformations",
                               { "Transformations", "Transformations" },
                               CELL_COUNT,
                               false },
    [BASE_INDICATEURS] = { "indicateurs", { "Indicateurs", "Indicators" }, CELL_COUNT, false },
    [BASE_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [BASE_LACUNES] = { "lacunes", { "Lacunes", "Gaps" }, CELL_COUNT, false },
    [BASE_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [BASE_FINANCE] = { "finance", { "Financé", "Funded" }, CELL_MONEY, false },
    [BASE_ECART] = { "ecart", { "Écart à trouver", "Gap to be found" }, CELL_MONEY, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *s)
{
    const struct vue *v = sum;

    aet_row_begin(s);
    aet_row_count(s, BASE_PLANS, v->plans);
    aet_row_count(s, BASE_REGROUPEMENTS, (int64_t)v->groupes.n);
    aet_row_count(s, BASE_OBJECTIFS, v->objectifs);
    aet_row_count(s, BASE_TRANSFORMATIONS, v->transformations);
    aet_row_count(s, BASE_INDICATEURS, v->indicateurs);
    aet_row_count(s, BASE_ACTIONS, v->actions);
    aet_row_count(s, BASE_LACUNES, v->lacunes);
    aet_row_money(s, BASE_BUDGET, v->budget);
    aet_row_money(s, BASE_FINANCE, v->finance);
    aet_row_money(s, BASE_ECART, v->budget - v->finance);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(s, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(s);
    s->report->alert |= v->en_retard > 0;
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS, .counts = { { BASE_ACTIONS, "actions" } } },
};

enum { BUDGET_PAR, BUDGET_CLE, BUDGET_PREVU, BUDGET_FINANCE, BUDGET_ECART };
static const struct column budget_columns[] = {
    [BUDGET_PAR] = { "par", { "Par", "By" }, CELL_CODE, false },
    [BUDGET_CLE] = { "cle", { "Poste", "Item" }, CELL_TEXT, false },
    [BUDGET_PREVU] = { "prevu", { "Prévu", "Planned" }, CELL_MONEY, false },
    [BUDGET_FINANCE] = { "finance", { "Financé", "Funded" }, CELL_MONEY, false },
    [BUDGET_ECART] = { "ecart", { "Écart", "Gap" }, CELL_MONEY, false },
};

static void put_postes(struct section *s, const char *by, struct text title, const struct postes *p,
                       bool planned)
{
    uint32_t *order = aet_names_sorted(&p->names);

    for (size_t i = 0; i < p->names.n; i++) {
        const struct poste *x = &p->of[order[i]];

        aet_row_begin(s);
        aet_row_coded_words(s, BUDGET_PAR, by, title);
        aet_row_text(s, BUDGET_CLE, p->names.list[order[i]]);
        aet_row_money_if(s, BUDGET_PREVU, planned, x->prevu);
        aet_row_money(s, BUDGET_FINANCE, x->finance);
        aet_row_money_if(s, BUDGET_ECART, planned, x->prevu - x->finance);
        aet_row_end(s);
    }
    aet_free(order);
}

static void budget(void *sum, struct section *s)
{
    const struct vue *v = sum;

    put_postes(s, "bailleur", (struct text){ "bailleur de fonds", "funder" }, &v->bailleurs, false);
    put_postes(s, "systeme", (struct text){ "système", "system" }, &v->systemes, true);
    put_postes(s, "objectif", (struct text){ "objectif", "objective" }, &v->objectifs_postes, true);
}

static const struct section_kind budget_kind = {
    .key = "budget",
    .led = BUDGET_PAR + 1,
    .title = { "Le budget", "The budget" },
    AET_COLUMNS(budget_columns),
    .view = { .kind = VIEW_BARS, .label = BUDGET_CLE, .from = BUDGET_PREVU, .to = BUDGET_FINANCE },
    .fill = budget,
    .mask = { .kind = MASK_OPEN },
};

enum {
    RESPONSABLES_RESPONSABLE,
    RESPONSABLES_ACTIONS,
    RESPONSABLES_EN_COURS,
    RESPONSABLES_EN_RETARD,
    RESPONSABLES_DITES,
    RESPONSABLES_BUDGET
};
static const struct column responsables_columns[] = {
    [RESPONSABLES_RESPONSABLE] = { "responsable",
                                   { "Responsable", "Responsible" },
                                   CELL_TEXT,
                                   false },
    [RESPONSABLES_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [RESPONSABLES_EN_COURS] = { "en_cours", { "En cours", "Under way" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(RESPONSABLES_EN_RETARD, RESPONSABLES_DITES),
    [RESPONSABLES_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};

static void responsables(void *sum, struct section *s)
{
    const struct vue *v = sum;
    uint32_t *order = aet_names_sorted(&v->responsables.names);

    for (size_t i = 0; i < v->responsables.names.n; i++) {
        const struct poste *x = &v->responsables.of[order[i]];

        aet_row_begin(s);
        aet_row_text(s, RESPONSABLES_RESPONSABLE, v->responsables.names.list[order[i]]);
        aet_row_count(s, RESPONSABLES_ACTIONS, x->actions);
        aet_row_count(s, RESPONSABLES_EN_COURS, x->en_cours);
        aet_row_count(s, RESPONSABLES_EN_RETARD, x->en_retard);
        aet_row_count(s, RESPONSABLES_DITES, x->dites);
        aet_row_money(s, RESPONSABLES_BUDGET, x->prevu);
        aet_row_end(s);
    }
    aet_free(order);
}

static const struct section_kind responsables_kind = {
    .key = "responsables",
    .brief = 12,
    .title = { "Charge par responsable", "Load by responsible" },
    AET_COLUMNS(responsables_columns),
    .view = { .kind = VIEW_BARS,
              .label = RESPONSABLES_RESPONSABLE,
              .from = RESPONSABLES_ACTIONS,
              .to = RESPONSABLES_EN_RETARD },
    .fill = responsables,
    .mask = { .kind = MASK_COUNTS,
              .keys = { RESPONSABLES_RESPONSABLE },
              .keys_n = 1,
              .counts = { { RESPONSABLES_ACTIONS, "actions" },
                          { RESPONSABLES_EN_COURS, "en_cours" },
                          { RESPONSABLES_EN_RETARD, "en_retard" },
                          { RESPONSABLES_DITES, "dites_en_retard" } },
              .sums = { { RESPONSABLES_ACTIONS, RESPONSABLES_EN_COURS, RESPONSABLES_EN_COURS },
                        { RESPONSABLES_ACTIONS, RESPONSABLES_EN_RETARD, RESPONSABLES_DITES } } },
};

const struct section_kind *const aet_plan_vue_sections[] = { &aet_plan_kind_resume_vue,
                                                             &base_kind,
                                                             &aet_plan_kind_vue_territoire,
                                                             &aet_plan_kind_vue_chaine,
                                                             &aet_plan_kind_vue_apercu,
                                                             &aet_plan_kind_vue_matrice,
                                                             &aet_plan_kind_vue_lacunes,
                                                             &budget_kind,
                                                             &responsables_kind,
                                                             &aet_plan_kind_vue_reseau,
                                                             NULL };
