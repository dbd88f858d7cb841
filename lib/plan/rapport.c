/* What funders paid for: gathered plan by plan. An action that several fund is one of each; what is
 * spent on it is said whole, as nobody says whose money it was. */
#include "plan/rapport.h"

#include "plan/resume/resume.h"

#include "base/fold.h"
#include "plan/situation.h"

enum {
    ACTIONS_BAILLEUR,
    ACTIONS_REGROUPEMENT,
    ACTIONS_LIBELLE,
    ACTIONS_RESPONSABLE,
    ACTIONS_ACCORDE,
    ACTIONS_BUDGET,
    ACTIONS_PART,
    ACTIONS_DEPENSE,
    ACTIONS_ETAT,
    ACTIONS_AVANCEMENT,
    ACTIONS_DATE_SUIVI,
    ACTIONS_COMMENTAIRE
};
static const struct column actions_columns[] = {
    [ACTIONS_BAILLEUR] = { "bailleur", { "Bailleur de fonds", "Funder" }, CELL_TEXT, false },
    [ACTIONS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ACTIONS_LIBELLE] = { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    [ACTIONS_RESPONSABLE] = { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    [ACTIONS_ACCORDE] = { "accorde", { "Accordé", "Granted" }, CELL_MONEY, false },
    [ACTIONS_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [ACTIONS_PART] = { "part", { "Part du budget", "Share of budget" }, CELL_SHARE, false },
    [ACTIONS_DEPENSE] = { "depense", { "Dépensé en tout", "Spent in all" }, CELL_MONEY, false },
    [ACTIONS_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
    [ACTIONS_AVANCEMENT] = { "avancement", { "Avancement", "Progress" }, CELL_SHARE, false },
    [ACTIONS_DATE_SUIVI] = { "date_suivi",
                             { "Dernier suivi", "Last follow-up" },
                             CELL_DATE,
                             false },
    [ACTIONS_COMMENTAIRE] = { "commentaire", { "Commentaire", "Comment" }, CELL_TEXT, false },
};

static void fill_kept(void *sum, struct section *s)
{
    const struct rapport *r = sum;

    aet_section_fill_kept(s, &r->kept);
}

static void actions(void *sum, struct section *s)
{
    static const struct text whole = {
        "La dépense est celle de l’action, tous bailleurs réunis\u00a0: les suivis ne disent pas "
        "de "
        "quel argent elle vient.",
        "What is spent is that of the action, all funders together: follow-ups do not say whose "
        "money it was."
    };
    const struct rapport *r = sum;

    fill_kept(sum, s);
    if (r->demande.n)
        aet_section_drop(s, ACTIONS_BAILLEUR);
    if (r->actions)
        aet_section_say(s, whole);
}

static const struct section_kind actions_kind = {
    .key = "actions",
    .brief = 15,
    .led = ACTIONS_REGROUPEMENT + 1,
    .title = { "Les actions financées", "The actions funded" },
    AET_COLUMNS(actions_columns),
    .fill = actions,
    .mask = { .kind = MASK_OPEN, .persons = { ACTIONS_RESPONSABLE } },
};

static void put_progress(struct section *to, const struct element *last)
{
    const struct fact *done = last ? aet_plan_fact(last, SUA_AVANCEMENT) : NULL;

    if (done && done->good)
        aet_row_share(to, ACTIONS_AVANCEMENT, (int64_t)(done->u.number.value * 100 + 0.5), 10000);
    else
        aet_row_unknown(to, ACTIONS_AVANCEMENT);
}

static void put_action(struct rapport *r, const struct element *plan, const struct element *a,
                       const struct element *b)
{
    struct section *to = aet_kept_section(&r->kept, &actions_kind);
    const struct element *last = aet_plan_last_suivi(a, r->k->today);
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);
    const struct fact *granted = aet_plan_fact(b, BAI_MONTANT);
    bool spent = last && aet_plan_fact(last, SUA_DEPENSE)->good;
    struct buf scratch = { 0 };

    aet_row_begin(to);
    aet_row_text_if(to, ACTIONS_BAILLEUR, aet_plan_text(b, BAI_NOM));
    aet_row_text(to, ACTIONS_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(to, ACTIONS_LIBELLE, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
    aet_row_text_if(to, ACTIONS_RESPONSABLE, aet_plan_text(a, ACN_RESPONSABLE));
    aet_row_money_if(to, ACTIONS_ACCORDE, granted->good, granted->u.cents);
    aet_row_money_if(to, ACTIONS_BUDGET, budget->good, budget->u.cents);
    if (granted->good && budget->good && budget->u.cents > 0)
        aet_row_share(to, ACTIONS_PART, granted->u.cents, budget->u.cents);
    else
        aet_row_unknown(to, ACTIONS_PART);
    aet_row_money_if(to, ACTIONS_DEPENSE, spent,
                     spent ? aet_plan_fact(last, SUA_DEPENSE)->u.cents : 0);
    aet_plan_put_etat(to, ACTIONS_ETAT, r->k, a);
    put_progress(to, last);
    aet_plan_put_date(to, ACTIONS_DATE_SUIVI, last, SUA_DATE);
    aet_row_text_if(to, ACTIONS_COMMENTAIRE,
                    last ? aet_plan_text(last, SUA_COMMENTAIRE) : AET_LIT(""));
    aet_row_end(to);
    aet_buf_free(&scratch);
}

enum {
    RESULTATS_REGROUPEMENT,
    RESULTATS_TRANSFORMATION,
    RESULTATS_INDICATEUR,
    RESULTATS_DEPART,
    RESULTATS_CIBLE,
    RESULTATS_VALEUR,
    RESULTATS_DATE
};
static const struct column resultats_columns[] = {
    [RESULTATS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [RESULTATS_TRANSFORMATION] = { "transformation",
                                   { "Transformation souhaitée", "Desired transformation" },
                                   CELL_TEXT,
                                   false },
    [RESULTATS_INDICATEUR] = { "indicateur", { "Indicateur", "Indicator" }, CELL_TEXT, false },
    [RESULTATS_DEPART] = { "depart", { "Départ", "Baseline" }, CELL_CODE, false },
    [RESULTATS_CIBLE] = { "cible", { "Cible", "Target" }, CELL_CODE, false },
    [RESULTATS_VALEUR] = { "valeur", { "Dernier relevé", "Last reading" }, CELL_CODE, false },
    [RESULTATS_DATE] = { "date", { "Relevé le", "Read on" }, CELL_DATE, false },
};
static const struct section_kind resultats_kind = {
    .key = "resultats",
    .led = RESULTATS_TRANSFORMATION + 1,
    .title = { "Les résultats des transformations visées",
               "Results of the transformations aimed at" },
    AET_COLUMNS(resultats_columns),
    .fill = fill_kept,
    .mask = { .kind = MASK_OPEN },
};

/* A number as it was written, with the decimal sign of the language where people read; or words. */
static void put_value(struct section *to, int column, const struct element *e, int field)
{
    const struct fact *f = e ? aet_plan_fact(e, field) : NULL;
    const char *sign = aet_text((struct text){ ",", "." }, to->report->lang);
    struct buf shown = { 0 };

    if (!f || !f->present)
        return;
    for (size_t i = 0; f->good && i < f->u.number.text.n; i++) {
        char c = f->u.number.text.p[i];

        aet_buf_char(&shown, c == '.' ? *sign : c);
    }
    aet_row_coded(to, column, f->u.number.text, aet_buf_view(&shown));
    aet_buf_free(&shown);
}

/* The indicators of a transformation of which an action is funded. */
static void put_results(struct rapport *r, const struct element *plan, const struct element *t)
{
    struct section *to = aet_kept_section(&r->kept, &resultats_kind);
    struct buf scratch = { 0 };

    for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next) {
        const struct element *last = aet_plan_last_releve(i, r->k->today);

        aet_row_begin(to);
        aet_row_text(to, RESULTATS_REGROUPEMENT, aet_plan_group(plan));
        aet_row_text(to, RESULTATS_TRANSFORMATION, aet_plan_name(t, TRA_LIBELLE, TRA_ID, &scratch));
        aet_row_text(to, RESULTATS_INDICATEUR, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
        put_value(to, RESULTATS_DEPART, i, IND_DEPART);
        put_value(to, RESULTATS_CIBLE, i, IND_CIBLE);
        put_value(to, RESULTATS_VALEUR, last, REL_VALEUR);
        aet_plan_put_date(to, RESULTATS_DATE, last, REL_DATE);
        aet_row_end(to);
    }
    aet_buf_free(&scratch);
}

enum { DECISIONS_REGROUPEMENT, DECISIONS_ACTION, DECISIONS_DATE, DECISIONS_CHOIX, DECISIONS_MOTIF };
static const struct column decisions_columns[] = {
    [DECISIONS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [DECISIONS_ACTION] = { "action", { "Action", "Action" }, CELL_TEXT, false },
    [DECISIONS_DATE] = { "date", { "Date", "Date" }, CELL_DATE, false },
    [DECISIONS_CHOIX] = { "choix", { "Décision", "Decision" }, CELL_CODE, false },
    [DECISIONS_MOTIF] = { "justification", { "Justification", "Justification" }, CELL_TEXT, false },
};
static const struct section_kind decisions_kind = {
    .key = "decisions",
    .led = DECISIONS_ACTION + 1,
    .title = { "Les décisions", "The decisions" },
    AET_COLUMNS(decisions_columns),
    .fill = fill_kept,
    .mask = { .kind = MASK_OPEN },
};

static void put_decisions(struct rapport *r, const struct element *plan, const struct element *a)
{
    struct section *to = aet_kept_section(&r->kept, &decisions_kind);
    const struct table *t = r->k->tables[T_DECISIONS];
    struct buf scratch = { 0 };

    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next) {
        int32_t row = aet_fact_row(&d->facts, DEC_CHOIX);

        aet_row_begin(to);
        aet_row_text(to, DECISIONS_REGROUPEMENT, aet_plan_group(plan));
        aet_row_text(to, DECISIONS_ACTION, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
        aet_plan_put_date(to, DECISIONS_DATE, d, DEC_DATE);
        if (row == NO_ROW)
            aet_row_unknown(to, DECISIONS_CHOIX);
        else
            aet_row_coded(to, DECISIONS_CHOIX, aet_cell(t, (size_t)row, 0),
                          aet_label(t, (size_t)row, r->k->lang));
        aet_row_text_if(to, DECISIONS_MOTIF, aet_plan_text(d, DEC_JUSTIFICATION));
        aet_row_end(to);
    }
    aet_buf_free(&scratch);
}

static struct bailleur *count_of(struct rapport *r, struct span nom)
{
    size_t before = r->bailleurs.n;
    uint32_t id = aet_names_id(&r->bailleurs, nom);

    r->comptes = aet_grow(r->comptes, &r->comptes_cap, id, sizeof *r->comptes);
    if (r->bailleurs.n > before)
        r->comptes[id] = (struct bailleur){ 0 };
    return &r->comptes[id];
}

/* The funders of an action; whether one of them is asked for. */
static bool funded(struct rapport *r, const struct element *plan, const struct element *a)
{
    int64_t done = aet_plan_etat_action(r->k, a) == EA_REALISEE;
    int64_t late = aet_plan_retard(r->k, a) > 0;
    bool any = false;

    for (const struct element *b = aet_child(a, K_BAILLEUR); b; b = b->next) {
        struct span nom = aet_span_trim(aet_plan_text(b, BAI_NOM));
        const struct fact *granted = aet_plan_fact(b, BAI_MONTANT);
        struct bailleur *c = count_of(r, nom);

        c->actions++;
        c->realisees += done;
        c->en_retard += late;
        c->dites += aet_plan_dite_en_retard(r->k, a);
        c->accorde += granted->good ? granted->u.cents : 0;
        if (r->demande.n && !aet_fold_same(nom, r->demande))
            continue;
        put_action(r, plan, a, b);
        if (!r->nom.n)
            r->nom = aet_arena_copy(&r->kept.arena, nom);
        r->accorde += granted->good ? granted->u.cents : 0;
        any = true;
    }
    return any;
}

static void count(struct rapport *r, const struct element *a)
{
    const struct element *last = aet_plan_last_suivi(a, r->k->today);
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);
    const struct fact *spent = last ? aet_plan_fact(last, SUA_DEPENSE) : NULL;

    r->actions++;
    r->realisees += aet_plan_etat_action(r->k, a) == EA_REALISEE;
    r->en_retard += aet_plan_retard(r->k, a) > 0;
    r->dites += aet_plan_dite_en_retard(r->k, a);
    r->budget += budget->good ? budget->u.cents : 0;
    r->depense += spent && spent->good ? spent->u.cents : 0;
}

void aet_plan_rapport_add(void *sum, const struct facts *f)
{
    struct rapport *r = sum;
    const struct element *plan = f->element;
    int64_t before = r->actions;

    for (const struct element *t = plan->document->first[K_TRANSFORMATION]; t; t = t->after) {
        bool any = false;

        for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next) {
            if (!funded(r, plan, a))
                continue;
            any = true;
            count(r, a);
            put_decisions(r, plan, a);
        }
        if (any)
            put_results(r, plan, t);
    }
    r->plans += r->actions > before;
}

void aet_plan_rapport_init(struct rapport *r, const struct plan_knowledge *k, struct span demande)
{
    *r = (struct rapport){ .k = k, .demande = demande };
    r->bailleurs.folded = true;
    aet_kept_begin(&r->kept, k->lang, aet_plan_rapport_sections);
}

void aet_plan_rapport_free(struct rapport *r)
{
    aet_report_free(&r->kept);
    aet_names_free(&r->bailleurs);
    aet_free(r->comptes);
}

enum {
    BASE_BAILLEUR,
    BASE_PLANS,
    BASE_ACTIONS,
    BASE_REALISEES,
    BASE_EN_RETARD,
    BASE_DITES,
    BASE_ACCORDE,
    BASE_BUDGET,
    BASE_DEPENSE,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_BAILLEUR] = { "bailleur", { "Bailleur de fonds", "Funder" }, CELL_TEXT, false },
    [BASE_PLANS] = { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    [BASE_ACTIONS] = { "actions", { "Actions financées", "Actions funded" }, CELL_COUNT, false },
    [BASE_REALISEES] = { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(BASE_EN_RETARD, BASE_DITES),
    [BASE_ACCORDE] = { "accorde", { "Accordé", "Granted" }, CELL_MONEY, false },
    [BASE_BUDGET] = { "budget",
                      { "Budget de ces actions", "Budget of these actions" },
                      CELL_MONEY,
                      false },
    [BASE_DEPENSE] = { "depense", { "Dépensé en tout", "Spent in all" }, CELL_MONEY, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *s)
{
    const struct rapport *r = sum;

    aet_row_begin(s);
    aet_row_text_if(s, BASE_BAILLEUR, r->demande.n ? r->nom : r->demande);
    aet_row_count(s, BASE_PLANS, r->plans);
    aet_row_count(s, BASE_ACTIONS, r->actions);
    aet_row_count(s, BASE_REALISEES, r->realisees);
    aet_row_count(s, BASE_EN_RETARD, r->en_retard);
    aet_row_count(s, BASE_DITES, r->dites);
    aet_row_money(s, BASE_ACCORDE, r->accorde);
    aet_row_money(s, BASE_BUDGET, r->budget);
    aet_row_money(s, BASE_DEPENSE, r->depense);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(s, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(s);
    if (!r->demande.n)
        aet_section_drop(s, BASE_BAILLEUR);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_OPEN },
};

enum {
    BAILLEURS_NOM,
    BAILLEURS_ACTIONS,
    BAILLEURS_REALISEES,
    BAILLEURS_EN_RETARD,
    BAILLEURS_DITES,
    BAILLEURS_ACCORDE
};
static const struct column bailleurs_columns[] = {
    [BAILLEURS_NOM] = { "bailleur", { "Bailleur de fonds", "Funder" }, CELL_TEXT, false },
    [BAILLEURS_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [BAILLEURS_REALISEES] = { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(BAILLEURS_EN_RETARD, BAILLEURS_DITES),
    [BAILLEURS_ACCORDE] = { "accorde", { "Accordé", "Granted" }, CELL_MONEY, false },
};

/* Where one is asked for, the others are nobody's business. */
static void bailleurs(void *sum, struct section *s)
{
    const struct rapport *r = sum;
    uint32_t *order = aet_names_sorted(&r->bailleurs);

    s->absent = r->demande.n > 0;
    for (size_t i = 0; !r->demande.n && i < r->bailleurs.n; i++) {
        const struct bailleur *c = &r->comptes[order[i]];

        aet_row_begin(s);
        aet_row_text_if(s, BAILLEURS_NOM, r->bailleurs.list[order[i]]);
        aet_row_count(s, BAILLEURS_ACTIONS, c->actions);
        aet_row_count(s, BAILLEURS_REALISEES, c->realisees);
        aet_row_count(s, BAILLEURS_EN_RETARD, c->en_retard);
        aet_row_count(s, BAILLEURS_DITES, c->dites);
        aet_row_money(s, BAILLEURS_ACCORDE, c->accorde);
        aet_row_end(s);
    }
    aet_free(order);
}

static const struct section_kind bailleurs_kind = {
    .key = "bailleurs",
    .brief = 8,
    .title = { "Par bailleur de fonds", "By funder" },
    AET_COLUMNS(bailleurs_columns),
    .fill = bailleurs,
    .mask = { .kind = MASK_OPEN },
};

const struct section_kind *const aet_plan_rapport_sections[] = { &aet_plan_kind_resume_rapport,
                                                                 &base_kind,
                                                                 &bailleurs_kind,
                                                                 &actions_kind,
                                                                 &resultats_kind,
                                                                 &decisions_kind,
                                                                 NULL };
