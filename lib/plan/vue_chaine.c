/* The section `chaine`: from findings to objectives, transformations, actions and indicators. */
#include "plan/vue.h"

enum {
    CHAINE_REGROUPEMENT,
    CHAINE_CONSTATS,
    CHAINE_OBJECTIF,
    CHAINE_TRANSFORMATION,
    CHAINE_ACTION,
    CHAINE_INDICATEUR
};
static const struct column columns[] = {
    [CHAINE_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [CHAINE_CONSTATS] = { "constats", { "Constats", "Findings" }, CELL_LIST, false },
    [CHAINE_OBJECTIF] = { "objectif", { "Objectif", "Objective" }, CELL_TEXT, false },
    [CHAINE_TRANSFORMATION] = { "transformation",
                                { "Transformation souhaitée", "Desired transformation" },
                                CELL_TEXT,
                                false },
    [CHAINE_ACTION] = { "action", { "Action", "Action" }, CELL_TEXT, false },
    [CHAINE_INDICATEUR] = { "indicateur", { "Indicateur", "Indicator" }, CELL_TEXT, false },
};

/* The label of a finding that an objective cites; what it cites when there is none. */
static struct span finding(const struct element *plan, struct span cited, struct buf *scratch)
{
    for (const struct element *c = aet_child(plan, K_CONSTAT); c; c = c->next)
        if (aet_span_eq(aet_span_trim(aet_plan_text(c, CON_ID)), cited))
            return aet_plan_name(c, CON_LIBELLE, CON_ID, scratch);
    return cited;
}

static void put_findings(struct section *s, const struct element *plan, const struct element *o)
{
    const struct item *it = aet_fact_items(&o->facts, OBJ_CONSTATS);
    struct buf list = { 0 }, scratch = { 0 };

    for (size_t i = 0; i < aet_fact_count(&o->facts, OBJ_CONSTATS); i++)
        aet_list_add(&list, finding(plan, aet_span_trim(it[i].text), &scratch));
    aet_row_list(s, CHAINE_CONSTATS, aet_buf_view(&list));
    aet_buf_free(&list);
    aet_buf_free(&scratch);
}

/* The name of an element, or nothing where there is none; then the next one. */
static const struct element *put_name(struct section *s, int column, const struct element *e,
                                      int libelle, int id)
{
    struct buf scratch = { 0 };

    aet_row_text_if(s, column, e ? aet_plan_name(e, libelle, id, &scratch) : AET_LIT(""));
    aet_buf_free(&scratch);
    return e ? e->next : NULL;
}

/* Actions and indicators side by side: those of a transformation belong to it, none to another. A
 * row at least. */
static void put_transformation(struct section *s, const struct element *plan,
                               const struct element *o, const struct element *t)
{
    const struct element *a = t ? aet_child(t, K_ACTION) : NULL;
    const struct element *i = t ? aet_child(t, K_INDICATEUR) : NULL;

    do {
        aet_row_begin(s);
        aet_row_text(s, CHAINE_REGROUPEMENT, aet_plan_group(plan));
        put_findings(s, plan, o);
        put_name(s, CHAINE_OBJECTIF, o, OBJ_LIBELLE, OBJ_ID);
        put_name(s, CHAINE_TRANSFORMATION, t, TRA_LIBELLE, TRA_ID);
        a = put_name(s, CHAINE_ACTION, a, ACN_LIBELLE, ACN_ID);
        i = put_name(s, CHAINE_INDICATEUR, i, IND_LIBELLE, IND_ID);
        aet_row_end(s);
    } while (a || i);
}

/* A transformation that is said not to apply leads nowhere. An objective without any other has a
 * row. */
void aet_plan_vue_chaine(struct vue *v, const struct element *plan, const struct element *o)
{
    struct section *s = aet_kept_section(&v->kept, &aet_plan_kind_vue_chaine);
    bool any = false;

    for (const struct element *t = aet_child(o, K_TRANSFORMATION); t; t = t->next) {
        if (aet_plan_fact(t, TRA_SANS_OBJET)->present)
            continue;
        put_transformation(s, plan, o, t);
        any = true;
    }
    if (!any)
        put_transformation(s, plan, o, NULL);
}

static void chaine(void *sum, struct section *s)
{
    const struct vue *v = sum;

    aet_section_fill_kept(s, &v->kept);
    if (v->groupes.n == 1)
        aet_section_drop(s, CHAINE_REGROUPEMENT);
}

const struct section_kind aet_plan_kind_vue_chaine = {
    .key = "chaine",
    .led = CHAINE_TRANSFORMATION + 1,
    .title = { "Des constats aux indicateurs", "From findings to indicators" },
    AET_COLUMNS(columns),
    .view = { .kind = VIEW_CHAIN,
              .label = CHAINE_CONSTATS,
              .across = CHAINE_TRANSFORMATION,
              .from = CHAINE_ACTION,
              .to = CHAINE_INDICATEUR },
    .fill = chaine,
    .mask = { .kind = MASK_OPEN },
};
