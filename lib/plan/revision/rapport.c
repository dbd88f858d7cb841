/* What was done to each element and why, what waits for a decision, and what differs. */
#include "plan/revision/rapport.h"

#include "plan/comparer/ecarts.h"
#include "plan/resume/resume.h"
#include "plan/revision/revision.h"

static void kept(void *sum, struct section *s)
{
    aet_section_fill_kept(s, &((struct revisions *)sum)->kept);
}

/* What people are told of the rows that they are not shown. */
enum { SHOWN = 200 };
#define REST                                                                   \
    {                                                                          \
        { "autre ligne : json, ndjson, csv et xlsx les portent toutes.",       \
          "other row: json, ndjson, csv and xlsx carry them all." },           \
            { "autres lignes : json, ndjson, csv et xlsx les portent toutes.", \
              "other rows: json, ndjson, csv and xlsx carry them all." },      \
    }

static const struct {
    const char *code;
    struct text label;
} sorts[SORTS] = {
    [GARDE] = { "garde", { "gardé", "kept" } },
    [MISE_A_JOUR] = { "mis-a-jour", { "mis à jour", "brought up to date" } },
    [DEPLACEMENT] = { "deplace", { "déplacé", "moved" } },
    [ADAPTATION] = { "adapte", { "à adapter", "to be adapted" } },
    [RETRAIT] = { "retire", { "retiré", "dropped" } },
    [AJOUT] = { "ajoute", { "ajouté", "added" } },
};

/* --- the plans -------------------------------------------------------------------------------- */

enum {
    PLANS_REGROUPEMENT,
    PLANS_CYCLE,
    PLANS_AVANT_DEBUT,
    PLANS_AVANT_FIN,
    PLANS_DEBUT,
    PLANS_FIN,
    PLANS_MOIS,
    PLANS_A_DECIDER
};
static const struct column plans_columns[] = {
    [PLANS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [PLANS_CYCLE] = { "cycle", { "Cycle", "Cycle" }, CELL_CODE, false },
    [PLANS_AVANT_DEBUT] = { "avant_debut", { "Début avant", "Start before" }, CELL_DATE, false },
    [PLANS_AVANT_FIN] = { "avant_fin", { "Fin avant", "End before" }, CELL_DATE, false },
    [PLANS_DEBUT] = { "debut", { "Début", "Start" }, CELL_DATE, false },
    [PLANS_FIN] = { "fin", { "Fin", "End" }, CELL_DATE, false },
    [PLANS_MOIS] = { "mois", { "Mois de déplacement", "Months moved by" }, CELL_COUNT, false },
    [PLANS_A_DECIDER] = { "a_decider", { "À décider", "To be decided" }, CELL_COUNT, false },
};
static const struct section_kind plans_kind = {
    .key = "plans",
    .title = { "Les plans et leur cycle", "The plans and their cycle" },
    AET_COLUMNS(plans_columns),
    .fill = kept,
};

static void put_plan(struct revisions *sum, const struct redaction *r, int64_t open)
{
    struct section *to = aet_kept_section(&sum->kept, &plans_kind);
    const struct nouveau_cycle *p = &r->p;

    aet_row_begin(to);
    aet_row_text(to, PLANS_REGROUPEMENT, aet_plan_group(r->plan));
    aet_row_coded_words(to, PLANS_CYCLE, p->suivant ? "suivant" : "meme",
                        p->suivant ? (struct text){ "suivant", "next" }
                                   : (struct text){ "le même", "the same" });
    aet_row_date(to, PLANS_AVANT_DEBUT, p->avant_debut);
    aet_row_date(to, PLANS_AVANT_FIN, p->avant_fin);
    aet_row_date(to, PLANS_DEBUT, p->debut);
    aet_row_date(to, PLANS_FIN, p->fin);
    aet_row_count(to, PLANS_MOIS, p->mois);
    aet_row_count(to, PLANS_A_DECIDER, open);
    aet_row_end(to);
}

/* --- their elements --------------------------------------------------------------------------- */

enum {
    ELEMENTS_REGROUPEMENT,
    ELEMENTS_ELEMENT,
    ELEMENTS_ID,
    ELEMENTS_LIBELLE,
    ELEMENTS_SORT,
    ELEMENTS_MOTIF,
    ELEMENTS_DECISION,
    ELEMENTS_ATTEND
};
static const struct column elements_columns[] = {
    [ELEMENTS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ELEMENTS_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, false },
    [ELEMENTS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [ELEMENTS_LIBELLE] = { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },
    [ELEMENTS_SORT] = { "sort", { "Ce qui en est fait", "What becomes of it" }, CELL_CODE, false },
    [ELEMENTS_MOTIF] = { "motif", { "Motif", "Reason" }, CELL_TEXT, false },
    [ELEMENTS_DECISION] = { "decision", { "Décision du", "Decision of" }, CELL_DATE, false },
    [ELEMENTS_ATTEND] = { "attend", { "Reste à décider", "Left to decide" }, CELL_TEXT, false },
};
static const struct section_kind elements_kind = {
    .key = "elements",
    .led = ELEMENTS_REGROUPEMENT + 1,
    .title = { "Ce que devient chaque élément", "What becomes of each element" },
    AET_COLUMNS(elements_columns),
    .fill = kept,
    .shown = SHOWN,
    .rest = REST,
};

enum {
    A_DECIDER_REGROUPEMENT,
    A_DECIDER_ELEMENT,
    A_DECIDER_ID,
    A_DECIDER_LIBELLE,
    A_DECIDER_ATTEND
};
static const struct column a_decider_columns[] = {
    [A_DECIDER_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [A_DECIDER_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, false },
    [A_DECIDER_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [A_DECIDER_LIBELLE] = { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },
    [A_DECIDER_ATTEND] = { "attend", { "Reste à décider", "Left to decide" }, CELL_TEXT, false },
};

static void a_decider(void *sum, struct section *to)
{
    kept(sum, to);
    to->report->alert |= to->rows > 0;
}

static const struct section_kind a_decider_kind = {
    .key = "a_decider",
    .brief = 20,
    .led = A_DECIDER_REGROUPEMENT + 1,
    .title = { "Ce qui attend une décision", "What waits for a decision" },
    AET_COLUMNS(a_decider_columns),
    .fill = a_decider,
    .shown = SHOWN,
    .rest = REST,
};

/* Parts of an action, which have no life of their own, are left to the changes. */
static bool is_listed(const struct devenir *x)
{
    return x->partie && x->e->kind != K_RESSOURCES && x->e->kind != K_BAILLEUR &&
           x->e->kind != K_MENTION;
}

/* The cells that name it: the first four of a row. */
static void put_name(struct section *to, const struct partie *p)
{
    const struct schema *s = &aet_plan_schemas[p->kind];

    aet_row_begin(to);
    aet_row_text(to, ELEMENTS_REGROUPEMENT, p->nom);
    aet_row_coded_words(to, ELEMENTS_ELEMENT, s->name, s->noun.fr ? s->noun : s->title);
    aet_row_text(to, ELEMENTS_ID, p->id);
    aet_row_dated(to, ELEMENTS_LIBELLE, p->libelle);
}

static void put_element(struct revisions *sum, const struct devenir *x)
{
    struct section *to = aet_kept_section(&sum->kept, &elements_kind);

    put_name(to, x->partie);
    aet_row_coded_words(to, ELEMENTS_SORT, sorts[x->sort].code, sorts[x->sort].label);
    aet_row_text(to, ELEMENTS_MOTIF, x->motif);
    aet_row_date(to, ELEMENTS_DECISION, x->decision);
    aet_row_text(to, ELEMENTS_ATTEND, x->attend);
    aet_row_end(to);
    sum->sorts[x->sort]++;
}

static void put_open(struct revisions *sum, const struct devenir *x)
{
    struct section *to = aet_kept_section(&sum->kept, &a_decider_kind);

    put_name(to, x->partie);
    aet_row_text(to, A_DECIDER_ATTEND, x->attend);
    aet_row_end(to);
}

/* --- their money ------------------------------------------------------------------------------ */

enum {
    BUDGETS_REGROUPEMENT,
    BUDGETS_ID,
    BUDGETS_LIBELLE,
    BUDGETS_SORT,
    BUDGETS_BUDGET,
    BUDGETS_DEPENSE,
    BUDGETS_RESTE
};
static const struct column budgets_columns[] = {
    [BUDGETS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [BUDGETS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [BUDGETS_LIBELLE] = { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    [BUDGETS_SORT] = { "sort", { "Ce qui en est fait", "What becomes of it" }, CELL_CODE, false },
    [BUDGETS_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [BUDGETS_DEPENSE] = { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    [BUDGETS_RESTE] = { "reste", { "Reste", "Left" }, CELL_MONEY, false },
};

static void budgets(void *sum, struct section *to)
{
    static const struct text note = { "Les budgets et les montants des bailleurs de fonds du "
                                      "brouillon sont ceux du plan d’avant : "
                                      "les revoir avec ce qui reste.",
                                      "The budgets and the amounts from funders in the draft are "
                                      "those of the plan before: revise "
                                      "them with what is left." };

    kept(sum, to);
    if (to->rows)
        aet_section_say(to, note);
}

static const struct section_kind budgets_kind = {
    .key = "budgets",
    .led = BUDGETS_REGROUPEMENT + 1,
    .title = { "L’argent des actions", "The money of actions" },
    AET_COLUMNS(budgets_columns),
    .fill = budgets,
    .shown = SHOWN,
    .rest = REST,
};

static void put_budget(struct revisions *sum, const struct devenir *x)
{
    struct section *to = aet_kept_section(&sum->kept, &budgets_kind);
    const struct fact *budget = aet_plan_fact(x->e, ACN_BUDGET);
    const struct fact *spent = x->suivi ? aet_plan_fact(x->suivi, SUA_DEPENSE) : NULL;
    bool both = budget->good && spent && spent->good;

    aet_row_begin(to);
    aet_row_text(to, BUDGETS_REGROUPEMENT, x->partie->nom);
    aet_row_text(to, BUDGETS_ID, x->partie->id);
    aet_row_text(to, BUDGETS_LIBELLE, x->partie->libelle);
    aet_row_coded_words(to, BUDGETS_SORT, sorts[x->sort].code, sorts[x->sort].label);
    aet_row_money_if(to, BUDGETS_BUDGET, budget->good, budget->u.cents);
    aet_row_money_if(to, BUDGETS_DEPENSE, spent && spent->good, spent ? spent->u.cents : 0);
    aet_row_money_if(to, BUDGETS_RESTE, both, both ? budget->u.cents - spent->u.cents : 0);
    aet_row_end(to);
}

/* --- what differs ----------------------------------------------------------------------------- */

enum { CHANGEMENTS_MOTIF = ECART_COLUMNS, CHANGEMENTS_DECISION };
static const struct column changements_columns[] = {
    AET_PLAN_ECART_COLUMNS,
    [CHANGEMENTS_MOTIF] = { "motif", { "Motif", "Reason" }, CELL_TEXT, false },
    [CHANGEMENTS_DECISION] = { "decision", { "Décision du", "Decision of" }, CELL_DATE, false },
};
static const struct section_kind changements_kind = {
    .key = "changements",
    .led = ECART_LIBELLE + 1,
    .title = { "Ce qui change d’un plan à l’autre", "What changes from one plan to the other" },
    AET_COLUMNS(changements_columns),
    .fill = kept,
    .shown = SHOWN,
    .rest = REST,
};

/* The reasons are those of the element. */
struct raisons {
    struct revisions *sum;
    const struct redaction *r;
};

static void put_change(void *of, const struct ecart *x)
{
    static const struct text left_out = { "laissé de côté à la lecture, pour une erreur",
                                          "left out in reading, for an error" };
    const struct raisons *why = of;
    const struct devenir *to_it = aet_plan_devenir_de(why->r, x->partie->element);
    struct section *to = aet_kept_section(&why->sum->kept, &changements_kind);
    const char *wrong = aet_text(left_out, why->r->k->lang);

    aet_row_begin(to);
    aet_plan_ecart_cells(to, x);
    aet_row_text(to, CHANGEMENTS_MOTIF,
                 x->nature == NON_COMPARE || !to_it ? aet_span_z(wrong) : to_it->motif);
    aet_row_date(to, CHANGEMENTS_DECISION, to_it ? to_it->decision : (struct date){ 0 });
    aet_row_end(to);
}

/* --- in short --------------------------------------------------------------------------------- */

enum {
    BASE_PLANS,
    BASE_GARDES,
    BASE_MIS_A_JOUR,
    BASE_DEPLACES,
    BASE_A_ADAPTER,
    BASE_RETIRES,
    BASE_AJOUTES,
    BASE_A_DECIDER,
    BASE_RESTES,
    BASE_BUDGET_AVANT,
    BASE_BUDGET_APRES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_PLANS] = { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    [BASE_GARDES] = { "gardes", { "Éléments gardés", "Elements kept" }, CELL_COUNT, false },
    [BASE_MIS_A_JOUR] = { "mis_a_jour", { "Mis à jour", "Brought up to date" }, CELL_COUNT, false },
    [BASE_DEPLACES] = { "deplaces", { "Déplacés", "Moved" }, CELL_COUNT, false },
    [BASE_A_ADAPTER] = { "a_adapter", { "À adapter", "To be adapted" }, CELL_COUNT, false },
    [BASE_RETIRES] = { "retires", { "Retirés", "Dropped" }, CELL_COUNT, false },
    [BASE_AJOUTES] = { "ajoutes", { "Ajoutés", "Added" }, CELL_COUNT, false },
    [BASE_A_DECIDER] = { "a_decider",
                         { "En attente d’une décision", "Waiting for a decision" },
                         CELL_COUNT,
                         false },
    [BASE_RESTES] = { "restes",
                      { "Suivis, relevés, rencontres et réponses qui restent au plan d’avant",
                        "Follow-ups, readings, meetings and answers that stay with the plan "
                        "before" },
                      CELL_COUNT,
                      false },
    [BASE_BUDGET_AVANT] = { "budget_avant",
                            { "Budget avant", "Budget before" },
                            CELL_MONEY,
                            false },
    [BASE_BUDGET_APRES] = { "budget_apres", { "Budget après", "Budget after" }, CELL_MONEY, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *to)
{
    const struct revisions *r = sum;

    aet_row_begin(to);
    aet_row_count(to, BASE_PLANS, r->plans);
    aet_row_count(to, BASE_GARDES, r->sorts[GARDE]);
    aet_row_count(to, BASE_MIS_A_JOUR, r->sorts[MISE_A_JOUR]);
    aet_row_count(to, BASE_DEPLACES, r->sorts[DEPLACEMENT]);
    aet_row_count(to, BASE_A_ADAPTER, r->sorts[ADAPTATION]);
    aet_row_count(to, BASE_RETIRES, r->sorts[RETRAIT]);
    aet_row_count(to, BASE_AJOUTES, r->sorts[AJOUT]);
    aet_row_count(to, BASE_A_DECIDER, r->attentes);
    aet_row_count(to, BASE_RESTES, r->restes);
    aet_row_money(to, BASE_BUDGET_AVANT, r->budget_avant);
    aet_row_money(to, BASE_BUDGET_APRES, r->budget_apres);
    aet_row_rejected(to, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(to, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(to);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
};

const struct section_kind *const aet_plan_revision_sections[] = { &aet_plan_kind_resume_revision,
                                                                  &base_kind,
                                                                  &plans_kind,
                                                                  &a_decider_kind,
                                                                  &elements_kind,
                                                                  &budgets_kind,
                                                                  &changements_kind,
                                                                  NULL };

/* --- a plan ----------------------------------------------------------------------------------- */

/* How it is called: as it is now, where it still is. */
static void name_all(const struct redaction *r, const struct version *v)
{
    for (size_t i = 0; i < v->n; i++) {
        struct devenir *x = aet_plan_devenir_de(r, v->pieces[i].element);

        if (x)
            x->partie = &v->pieces[i];
    }
}

void aet_plan_revision_rapporter(struct revisions *sum, const struct redaction *r,
                                 struct version *avant, struct version *apres)
{
    struct raisons why = { sum, r };
    int64_t open = 0;

    name_all(r, avant);
    name_all(r, apres);
    for (size_t i = 0; i < r->n; i++) {
        const struct devenir *x = &r->devenirs[i];

        sum->restes += !x->partie && x->sort == RETRAIT && x->e->kind != K_REPONSES;
        if (!is_listed(x))
            continue;
        put_element(sum, x);
        if (x->e->kind == K_ACTION)
            put_budget(sum, x);
        if (!x->attend.n)
            continue;
        put_open(sum, x);
        open++;
    }
    put_plan(sum, r, open);
    aet_plan_ecarts(avant, apres, put_change, &why);
    sum->plans++;
    sum->attentes += open;
    sum->budget_avant += avant->budget;
    sum->budget_apres += apres->budget;
}
