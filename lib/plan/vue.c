/* The overview, plan by plan. */
#include "plan/vue.h"

#include "plan/situation.h"

static const struct column base_columns[] = {
    { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    { "objectifs", { "Objectifs", "Objectives" }, CELL_COUNT, false },
    { "transformations", { "Transformations", "Transformations" }, CELL_COUNT, false },
    { "indicateurs", { "Indicateurs", "Indicators" }, CELL_COUNT, false },
    { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    { "lacunes", { "Lacunes", "Gaps" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    { "finance", { "Financé", "Funded" }, CELL_MONEY, false },
    { "ecart", { "Écart à trouver", "Gap to be found" }, CELL_MONEY, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct column apercu_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    { "systeme", { "Système", "System" }, CELL_TEXT, false },
    { "transformation",
      { "Transformation souhaitée", "Desired transformation" },
      CELL_TEXT,
      false },
    { "id", { "Id", "Id" }, CELL_CODE, true },
    { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    { "partenaires", { "Partenaires", "Partners" }, CELL_LIST, false },
    { "debut", { "Début", "Start" }, CELL_DATE, false },
    { "fin", { "Fin", "End" }, CELL_DATE, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    { "etat", { "État", "State" }, CELL_CODE, false },
    { "indicateurs", { "Indicateurs", "Indicators" }, CELL_LIST, false },
    { "situation", { "Situation", "Situation" }, CELL_CODE, true },
};
enum { APERCU_LIBELLE = 5, APERCU_DEBUT = 8, APERCU_FIN = 9, APERCU_SITUATION = 13 };
static const struct column matrice_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    { "enfant", { "Enfant", "Child" }, CELL_COUNT, false },
    { "famille", { "Famille", "Family" }, CELL_COUNT, false },
    { "communaute", { "Communauté", "Community" }, CELL_COUNT, false },
};
static const struct column lacunes_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    { "systeme", { "Système", "System" }, CELL_TEXT, false },
    { "manque", { "Ce qui manque", "What is missing" }, CELL_CODE, false },
};
static const struct column budget_columns[] = {
    { "par", { "Par", "By" }, CELL_CODE, false },
    { "cle", { "Poste", "Item" }, CELL_TEXT, false },
    { "prevu", { "Prévu", "Planned" }, CELL_MONEY, false },
    { "finance", { "Financé", "Funded" }, CELL_MONEY, false },
    { "ecart", { "Écart", "Gap" }, CELL_MONEY, false },
};
static const struct column responsables_columns[] = {
    { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    { "en_cours", { "En cours", "Under way" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};

static const struct section_kind kinds[V_SECTIONS] = {
    { "base", { "En bref", "In short" }, base_columns, 11, true, AET_VIEW_TABLE },
    { "apercu",
      { "Les actions", "The actions" },
      apercu_columns,
      14,
      false,
      { VIEW_TIMELINE, APERCU_LIBELLE, APERCU_SITUATION, APERCU_DEBUT, APERCU_FIN } },
    { "matrice",
      { "Actions par objectif et système", "Actions by objective and system" },
      matrice_columns,
      5,
      false,
      { VIEW_HEATMAP, 1, -1, 2, 3 } },
    { "lacunes",
      { "Ce qui manque", "What is missing" },
      lacunes_columns,
      4,
      false,
      AET_VIEW_TABLE },
    { "budget",
      { "Le budget", "The budget" },
      budget_columns,
      5,
      false,
      { VIEW_BARS, 1, 0, 2, 2 } },
    { "responsables",
      { "Charge par responsable", "Load by responsible" },
      responsables_columns,
      5,
      false,
      { VIEW_BARS, 0, 0, 1, 3 } },
};

const struct section_kind *const aet_vue_sections[] = { &kinds[0], &kinds[1], &kinds[2], &kinds[3],
                                                        &kinds[4], &kinds[5], NULL };

struct poste *aet_poste(struct postes *p, struct span name)
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

void aet_postes_free(struct postes *p)
{
    aet_names_free(&p->names);
    aet_free(p->of);
}

void aet_vue_init(struct vue *v, const struct savoir *k, struct report *r)
{
    *v = (struct vue){ .k = k, .report = r, .responsables.names.folded = true };
    for (size_t i = 0; i < V_SECTIONS; i++)
        aet_report_section(r, &kinds[i]);
}

void aet_vue_free(struct vue *v)
{
    aet_names_free(&v->groupes);
    aet_postes_free(&v->bailleurs);
    aet_postes_free(&v->systemes);
    aet_postes_free(&v->objectifs_postes);
    aet_postes_free(&v->responsables);
}

static struct section *section(struct vue *v, enum vue_section s)
{
    return &v->report->sections[s];
}

static struct span systeme_label(const struct vue *v, const struct element *t)
{
    int32_t row = aet_fact_row(&t->facts, TRA_SYSTEME);

    return row == NO_ROW ? AET_LIT("")
                         : aet_label(v->k->tables[T_SYSTEMES], (size_t)row, v->k->lang);
}

static void put_date(struct section *s, const struct element *e, int field)
{
    const struct fact *f = aet_plan_fact(e, field);

    aet_put_date(s, f->good ? f->u.date : (struct date){ 0 });
}

static void put_list(struct vue *v, struct section *s, const struct element *e, int field)
{
    const struct item *it = aet_fact_items(&e->facts, (size_t)field);
    struct buf list = { 0 };

    for (size_t i = 0; i < aet_fact_count(&e->facts, (size_t)field); i++)
        aet_list_add(&list, it[i].text);
    aet_put_list(v->report, s, aet_buf_view(&list));
    aet_buf_free(&list);
}

static void put_indicators(struct vue *v, struct section *s, const struct element *t)
{
    struct buf list = { 0 }, scratch = { 0 };

    for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next)
        aet_list_add(&list, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
    aet_put_list(v->report, s, aet_buf_view(&list));
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
        aet_poste(by, name.n ? name : AET_LIT("–"))->finance += cents;
    }
    return sum;
}

static void count_action(struct vue *v, const struct element *a, struct span objectif,
                         struct span systeme, enum etat_action etat)
{
    int64_t budget = aet_plan_fact(a, ACN_BUDGET)->good ? aet_plan_fact(a, ACN_BUDGET)->u.cents : 0;
    int64_t money = funded(a, &v->bailleurs);
    struct span who = aet_span_trim(aet_plan_text(a, ACN_RESPONSABLE));
    struct poste *p;

    v->actions++;
    v->budget += budget;
    v->finance += money;
    p = aet_poste(&v->systemes, systeme.n ? systeme : AET_LIT("–"));
    p->prevu += budget;
    p->finance += money;
    p = aet_poste(&v->objectifs_postes, objectif);
    p->prevu += budget;
    p->finance += money;
    p = aet_poste(&v->responsables, who.n ? who : AET_LIT("–"));
    p->actions++;
    p->prevu += budget;
    p->en_cours += etat == EA_EN_COURS || etat == EA_RETARDEE;
    p->en_retard += aet_plan_retard(v->k, a) > 0 || etat == EA_RETARDEE;
}

static void put_action(struct vue *v, const struct element *plan, const struct element *o,
                       const struct element *t, const struct element *a)
{
    enum etat_action etat = aet_plan_etat(v->k, aet_plan_last_suivi(a, v->k->today));
    struct section *s = section(v, V_APERCU);
    struct buf scratch = { 0 }, other = { 0 };
    struct span objectif = aet_plan_name(o, OBJ_LIBELLE, OBJ_ID, &scratch);

    aet_put_text(v->report, s, aet_plan_group(plan));
    aet_put_text(v->report, s, objectif);
    aet_put_text(v->report, s, systeme_label(v, t));
    aet_put_text(v->report, s, aet_plan_name(t, TRA_LIBELLE, TRA_ID, &other));
    aet_put_text(v->report, s, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &other));
    aet_put_text(v->report, s, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &other));
    aet_put_text(v->report, s, aet_plan_text(a, ACN_RESPONSABLE));
    put_list(v, s, a, ACN_PARTENAIRES);
    put_date(s, a, ACN_DEBUT);
    put_date(s, a, ACN_FIN);
    if (aet_plan_fact(a, ACN_BUDGET)->good)
        aet_put_money(s, aet_plan_fact(a, ACN_BUDGET)->u.cents);
    else
        aet_put_unknown(s);
    aet_put_text(v->report, s, aet_span_z(aet_plan_etats[etat]));
    put_indicators(v, s, t);
    aet_put_text(v->report, s, aet_plan_situation(v->k, a));
    count_action(v, a, objectif, systeme_label(v, t), etat);
    aet_buf_free(&scratch);
    aet_buf_free(&other);
}

static void gap(struct vue *v, const struct element *plan, struct span objectif,
                struct span systeme, const char *what)
{
    struct section *s = section(v, V_LACUNES);

    aet_put_text(v->report, s, aet_plan_group(plan));
    aet_put_text(v->report, s, objectif);
    aet_put_text(v->report, s, systeme);
    aet_put_text(v->report, s, aet_span_z(what));
    v->lacunes++;
}

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
        if (!aet_child(t, K_INDICATEUR))
            gap(v, plan, objectif, systeme, "indicateur");
        if (!aet_child(t, K_ACTION))
            gap(v, plan, objectif, systeme, "action");
        for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next)
            n++;
    }
    if (!any)
        gap(v, plan, objectif, systeme, "transformation");
    return any && idle ? -1 : n;
}

static void put_objective(struct vue *v, const struct element *plan, const struct element *o)
{
    struct buf scratch = { 0 };
    struct span name = aet_plan_name(o, OBJ_LIBELLE, OBJ_ID, &scratch);
    struct section *s = section(v, V_MATRICE);

    v->objectifs++;
    aet_put_text(v->report, s, aet_plan_group(plan));
    aet_put_text(v->report, s, name);
    for (int32_t row = 0; row < 3; row++) {
        int64_t n = in_system(v, plan, o, name, row);

        aet_put_count_if(s, n >= 0, n);
    }
    for (const struct element *t = aet_child(o, K_TRANSFORMATION); t; t = t->next) {
        v->transformations++;
        for (const struct element *i = aet_child(t, K_INDICATEUR); i; i = i->next)
            v->indicateurs++;
        for (const struct element *a = aet_child(t, K_ACTION); a; a = a->next)
            put_action(v, plan, o, t, a);
    }
    aet_buf_free(&scratch);
}

void aet_vue_add(void *sum, const struct facts *f)
{
    struct vue *v = sum;

    v->plans++;
    aet_names_id(&v->groupes, aet_plan_group_id(f->element));
    for (const struct element *o = aet_child(f->element, K_OBJECTIF); o; o = o->next)
        put_objective(v, f->element, o);
}

static void put_postes(struct vue *v, const char *by, struct postes *p, bool planned)
{
    struct section *s = section(v, V_BUDGET);
    uint32_t *order = aet_names_sorted(&p->names);

    for (size_t i = 0; i < p->names.n; i++) {
        const struct poste *x = &p->of[order[i]];

        aet_put_text(v->report, s, aet_span_z(by));
        aet_put_text(v->report, s, p->names.list[order[i]]);
        if (planned)
            aet_put_money(s, x->prevu);
        else
            aet_put_unknown(s);
        aet_put_money(s, x->finance);
        if (planned)
            aet_put_money(s, x->prevu - x->finance);
        else
            aet_put_unknown(s);
    }
    aet_free(order);
}

static void put_responsables(struct vue *v)
{
    struct section *s = section(v, V_RESPONSABLES);
    uint32_t *order = aet_names_sorted(&v->responsables.names);

    for (size_t i = 0; i < v->responsables.names.n; i++) {
        const struct poste *x = &v->responsables.of[order[i]];

        aet_put_text(v->report, s, v->responsables.names.list[order[i]]);
        aet_put_count(s, x->actions);
        aet_put_count(s, x->en_cours);
        aet_put_count(s, x->en_retard);
        aet_put_money(s, x->prevu);
    }
    aet_free(order);
}

void aet_vue_finish(struct vue *v, uint64_t rejected)
{
    const int64_t counts[] = { v->plans,           (int64_t)v->groupes.n, v->objectifs,
                               v->transformations, v->indicateurs,        v->actions,
                               v->lacunes };
    struct section *s = section(v, V_BASE);

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        aet_put_count(s, counts[i]);
    aet_put_money(s, v->budget);
    aet_put_money(s, v->finance);
    aet_put_money(s, v->budget - v->finance);
    aet_put_count(s, (int64_t)rejected);
    put_postes(v, "bailleur", &v->bailleurs, false);
    put_postes(v, "systeme", &v->systemes, true);
    put_postes(v, "objectif", &v->objectifs_postes, true);
    put_responsables(v);
    aet_section_note(
        v->report, section(v, V_MATRICE),
        v->k->lang == LANG_FR
            ? AET_LIT("Un tiret : le système est dit sans objet. Un zéro est une lacune.")
            : AET_LIT("A dash: the system is said not to apply. A zero is a gap."));
}
