/* The overview, plan by plan: a row for each action, and for each objective in the three systems,
 * with what is missing. vue_report.c has what is said of all plans together. */
#include "plan/vue.h"

#include "plan/situation.h"
#include "plan/territoire.h"
#include "tree/leave.h"

void aet_plan_vue_init(struct vue *v, const struct plan_knowledge *k)
{
    *v = (struct vue){ .k = k, .responsables.names.folded = true, .reseau.noms.folded = true };
    aet_kept_begin(&v->kept, k->lang, aet_plan_vue_sections);
}

void aet_plan_vue_free(struct vue *v)
{
    aet_report_free(&v->kept);
    aet_names_free(&v->groupes);
    aet_plan_postes_free(&v->bailleurs);
    aet_plan_postes_free(&v->systemes);
    aet_plan_postes_free(&v->objectifs_postes);
    aet_plan_postes_free(&v->responsables);
    aet_plan_reseau_free(&v->reseau);
    if (v->ailleurs)
        aet_plan_vue_free(v->ailleurs);
    aet_free(v->ailleurs);
}

static void kept(void *sum, struct section *s)
{
    const struct vue *v = sum;

    aet_section_fill_kept(s, &v->kept);
}

enum {
    APERCU_REGROUPEMENT,
    APERCU_OBJECTIF,
    APERCU_SYSTEME,
    APERCU_TRANSFORMATION,
    APERCU_ID,
    APERCU_LIBELLE,
    APERCU_RESPONSABLE,
    APERCU_PARTENAIRES,
    APERCU_DEBUT,
    APERCU_FIN,
    APERCU_BUDGET,
    APERCU_ETAT,
    APERCU_INDICATEURS,
    APERCU_SITUATION
};
static const struct column apercu_columns[] = {
    [APERCU_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [APERCU_OBJECTIF] = { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    [APERCU_SYSTEME] = { "systeme", { "Système", "System" }, CELL_TEXT, false },
    [APERCU_TRANSFORMATION] = { "transformation",
                                { "Transformation souhaitée", "Desired transformation" },
                                CELL_TEXT,
                                false },
    [APERCU_ID] = { "id", { "Id", "Id" }, CELL_CODE, true },
    [APERCU_LIBELLE] = { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    [APERCU_RESPONSABLE] = { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    [APERCU_PARTENAIRES] = { "partenaires", { "Partenaires", "Partners" }, CELL_LIST, false },
    [APERCU_DEBUT] = { "debut", { "Début", "Start" }, CELL_DATE, false },
    [APERCU_FIN] = { "fin", { "Fin", "End" }, CELL_DATE, false },
    [APERCU_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [APERCU_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
    [APERCU_INDICATEURS] = { "indicateurs", { "Indicateurs", "Indicators" }, CELL_LIST, false },
    [APERCU_SITUATION] = { "situation", { "Situation", "Situation" }, CELL_CODE, true },
};

static struct span systeme_label(const struct vue *v, const struct element *t)
{
    int32_t row = aet_fact_row(&t->facts, TRA_SYSTEME);

    return row == NO_ROW ? AET_LIT("")
                         : aet_label(v->k->tables[T_SYSTEMES], (size_t)row, v->k->lang);
}

static void put_list(struct section *s, int column, const struct element *e, int field)
{
    const struct item *it = aet_fact_items(&e->facts, (size_t)field);
    struct buf list = { 0 };

    for (size_t i = 0; i < aet_fact_count(&e->facts, (size_t)field); i++)
        aet_list_add(&list, it[i].text);
    aet_row_list(s, column, aet_buf_view(&list));
    aet_buf_free(&list);
}

static void put_indicators(struct section *s, int column, const struct element *t)
{
    struct buf list = { 0 }, scratch = { 0 };

    for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next)
        aet_list_add(&list, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
    aet_row_list(s, column, aet_buf_view(&list));
    aet_buf_free(&list);
    aet_buf_free(&scratch);
}

static int64_t funded(const struct element *a, struct postes *by)
{
    int64_t sum = 0;

    for (const struct element *b = aet_child(a, K_BAILLEUR); b; b = b->next) {
        int64_t cents = aet_plan_fact(b, BAI_MONTANT)->good ? aet_plan_fact(b, BAI_MONTANT)->u.cents
                                                            : 0;
        struct span name = aet_span_trim(aet_plan_text(b, BAI_NOM));

        sum += cents;
        aet_plan_poste(by, name.n ? name : AET_LIT("–"))->finance += cents;
    }
    return sum;
}

static void count_action(struct vue *v, const struct element *a, struct span objectif,
                         struct span systeme, enum etat_action etat)
{
    int64_t budget = aet_plan_fact(a, ACN_BUDGET)->good ? aet_plan_fact(a, ACN_BUDGET)->u.cents : 0;
    int64_t money = funded(a, &v->bailleurs);
    struct span who = aet_span_trim(aet_plan_text(a, ACN_RESPONSABLE));
    bool late = aet_plan_retard(v->k, a) > 0, said = aet_plan_dite_en_retard(v->k, a);
    struct poste *p;

    v->actions++;
    aet_plan_reseau_add(&v->reseau, a);
    v->budget += budget;
    v->finance += money;
    p = aet_plan_poste(&v->systemes, systeme.n ? systeme : AET_LIT("–"));
    p->prevu += budget;
    p->finance += money;
    p = aet_plan_poste(&v->objectifs_postes, objectif);
    p->prevu += budget;
    p->finance += money;
    p = aet_plan_poste(&v->responsables, who.n ? who : AET_LIT("–"));
    p->actions++;
    p->prevu += budget;
    p->en_cours += etat == EA_EN_COURS || etat == EA_RETARDEE;
    p->en_retard += late;
    p->dites += said;
    v->en_retard += late || said;
}

static void put_action(struct vue *v, const struct element *plan, const struct element *o,
                       const struct element *t, const struct element *a)
{
    enum etat_action etat = aet_plan_etat_action(v->k, a);
    struct section *s = aet_kept_section(&v->kept, &aet_plan_kind_vue_apercu);
    struct buf scratch = { 0 }, other = { 0 };
    struct span objectif = aet_plan_name(o, OBJ_LIBELLE, OBJ_ID, &scratch);
    const struct fact *budget = aet_plan_fact(a, ACN_BUDGET);

    aet_row_begin(s);
    aet_row_text(s, APERCU_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(s, APERCU_OBJECTIF, objectif);
    aet_row_text(s, APERCU_SYSTEME, systeme_label(v, t));
    aet_row_text(s, APERCU_TRANSFORMATION, aet_plan_name(t, TRA_LIBELLE, TRA_ID, &other));
    aet_row_text(s, APERCU_ID, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &other));
    aet_row_text(s, APERCU_LIBELLE, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &other));
    aet_row_text(s, APERCU_RESPONSABLE, aet_plan_text(a, ACN_RESPONSABLE));
    put_list(s, APERCU_PARTENAIRES, a, ACN_PARTENAIRES);
    aet_plan_put_date(s, APERCU_DEBUT, a, ACN_DEBUT);
    aet_plan_put_date(s, APERCU_FIN, a, ACN_FIN);
    aet_row_money_if(s, APERCU_BUDGET, budget->good, budget->u.cents);
    aet_plan_put_etat(s, APERCU_ETAT, v->k, a);
    put_indicators(s, APERCU_INDICATEURS, t);
    aet_row_text(s, APERCU_SITUATION, aet_plan_situation(v->k, a));
    aet_row_end(s);
    count_action(v, a, objectif, systeme_label(v, t), etat);
    aet_buf_free(&scratch);
    aet_buf_free(&other);
}

const struct section_kind aet_plan_kind_vue_apercu = {
    .key = "apercu",
    .led = APERCU_TRANSFORMATION + 1,
    .title = { "Les actions", "The actions" },
    AET_COLUMNS(apercu_columns),
    .view = { .kind = VIEW_TIMELINE,
              .label = APERCU_LIBELLE,
              .across = APERCU_SITUATION,
              .from = APERCU_DEBUT,
              .to = APERCU_FIN },
    .fill = kept,
    .mask = { .kind = MASK_OPEN, .persons = { APERCU_RESPONSABLE } },
};

enum { LACUNES_REGROUPEMENT, LACUNES_OBJECTIF, LACUNES_SYSTEME, LACUNES_MANQUE };
static const struct column lacunes_columns[] = {
    [LACUNES_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [LACUNES_OBJECTIF] = { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    [LACUNES_SYSTEME] = { "systeme", { "Système", "System" }, CELL_TEXT, false },
    [LACUNES_MANQUE] = { "manque", { "Ce qui manque", "What is missing" }, CELL_CODE, false },
};

static void gap(struct vue *v, const struct element *plan, struct span objectif,
                struct span systeme, unsigned kind)
{
    struct section *s = aet_kept_section(&v->kept, &aet_plan_kind_vue_lacunes);

    aet_row_begin(s);
    aet_row_text(s, LACUNES_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(s, LACUNES_OBJECTIF, objectif);
    aet_row_text(s, LACUNES_SYSTEME, systeme);
    aet_row_coded_words(s, LACUNES_MANQUE, aet_plan_schemas[kind].name,
                        aet_plan_schemas[kind].noun);
    aet_row_end(s);
    v->lacunes++;
}

const struct section_kind aet_plan_kind_vue_lacunes = {
    .key = "lacunes",
    .brief = 8,
    .led = LACUNES_SYSTEME + 1,
    .title = { "Ce qui manque", "What is missing" },
    AET_COLUMNS(lacunes_columns),
    .fill = kept,
    .mask = { .kind = MASK_OPEN },
};

/* One objective in one system: how many actions; -1 where it does not apply. */
static int64_t in_system(struct vue *v, const struct element *plan, const struct element *o,
                         struct span objectif, int32_t row)
{
    struct span systeme = aet_label(v->k->tables[T_SYSTEMES], (size_t)row, v->k->lang);
    bool any = false, idle = true;
    int64_t n = 0;

    for (const struct element *t = aet_child(o, K_TRANSFORMATION); t; t = t->next) {
        if (aet_fact_row(&t->facts, TRA_SYSTEME) != row)
            continue;
        any = true;
        if (aet_plan_fact(t, TRA_SANS_OBJET)->present)
            continue;
        idle = false;
        if (!aet_child(t, K_INDICATEUR) && !aet_element_lacks(t, K_INDICATEUR))
            gap(v, plan, objectif, systeme, K_INDICATEUR);
        if (!aet_child(t, K_ACTION) && !aet_element_lacks(t, K_ACTION))
            gap(v, plan, objectif, systeme, K_ACTION);
        for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next)
            n++;
    }
    if (!any && !aet_element_lacks(o, K_TRANSFORMATION))
        gap(v, plan, objectif, systeme, K_TRANSFORMATION);
    return any && idle ? -1 : n;
}

enum {
    MATRICE_REGROUPEMENT,
    MATRICE_OBJECTIF,
    MATRICE_ENFANT,
    MATRICE_FAMILLE,
    MATRICE_COMMUNAUTE
};
static const struct column matrice_columns[] = {
    [MATRICE_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [MATRICE_OBJECTIF] = { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    [MATRICE_ENFANT] = { "enfant", { "Enfant", "Child" }, CELL_COUNT, false },
    [MATRICE_FAMILLE] = { "famille", { "Famille", "Family" }, CELL_COUNT, false },
    [MATRICE_COMMUNAUTE] = { "communaute", { "Communauté", "Community" }, CELL_COUNT, false },
};

static void matrice(void *sum, struct section *s)
{
    kept(sum, s);
    aet_section_say(
        s, (struct text){ "Un tiret : le système est dit sans objet. Un zéro est une lacune.",
                          "A dash: the system is said not to apply. A zero is a gap." });
    if (aet_report_all(s->report).elements)
        aet_section_say(s, (struct text){ "Ce qui a été rejeté à la lecture n’est pas compté : un "
                                          "zéro peut n’être qu’une erreur.",
                                          "What was rejected on reading is not counted: a zero may "
                                          "be no more than an error." });
}

const struct section_kind aet_plan_kind_vue_matrice = {
    .key = "matrice",
    .led = MATRICE_REGROUPEMENT + 1,
    .title = { "Actions par objectif et système", "Actions by objective and system" },
    AET_COLUMNS(matrice_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = MATRICE_OBJECTIF,
              .across = AET_SIDE_BY_SIDE,
              .from = MATRICE_ENFANT,
              .to = MATRICE_COMMUNAUTE },
    .fill = matrice,
    .mask = { .kind = MASK_OPEN },
};

static void put_objective(struct vue *v, const struct element *plan, const struct element *o)
{
    struct buf scratch = { 0 };
    struct span name = aet_plan_name(o, OBJ_LIBELLE, OBJ_ID, &scratch);
    struct section *s = aet_kept_section(&v->kept, &aet_plan_kind_vue_matrice);

    v->objectifs++;
    aet_row_begin(s);
    aet_row_text(s, MATRICE_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(s, MATRICE_OBJECTIF, name);
    for (int32_t row = 0; row < 3; row++) {
        int64_t n = in_system(v, plan, o, name, row);

        aet_row_count_if(s, MATRICE_ENFANT + row, n >= 0, n);
    }
    aet_row_end(s);
    for (const struct element *t = aet_child(o, K_TRANSFORMATION); t; t = t->next) {
        v->transformations++;
        for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next)
            v->indicateurs++;
        for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next)
            put_action(v, plan, o, t, a);
    }
    aet_buf_free(&scratch);
}

void aet_plan_vue_add(void *sum, const struct facts *f)
{
    struct vue *v = sum;

    if (v->territoire && !aet_plan_territoire_add(v->territoire, f->element))
        v = v->ailleurs;
    v->plans++;
    aet_names_id(&v->groupes, aet_plan_group_id(f->element));
    for (const struct element *o = aet_child(f->element, K_OBJECTIF); o; o = o->next) {
        put_objective(v, f->element, o);
        aet_plan_vue_chaine(v, f->element, o);
    }
}
