/* The rules on a plan as a whole: its group, its cycle, and the way from findings to objectives. */
#include "plan/check.h"

#include "base/fold.h"
#include "plan/lus.h"
#include "plan/rules.h"
#include "tree/leave.h"

struct diag *aet_plan_subject_say(struct subject *x, int rule, const struct element *e, int field,
                                  long position)
{
    return aet_element_diag(x->d, &aet_plan_rule[rule], e, field, position);
}

void aet_plan_subject_value(struct subject *x, int rule, const struct element *e, int field,
                            struct span value)
{
    aet_diag_arg(x->d, aet_plan_subject_say(x, rule, e, field, -1), "valeur", value);
}

void aet_plan_subject_lacks(struct subject *x, int rule, const struct element *e,
                            const struct element *parent, unsigned kind, int field)
{
    struct diag *d = aet_plan_subject_say(x, rule, e ? e : parent, e ? field : -1, -1);

    aet_diag_about(d, &aet_plan_schemas[kind].fields[field].title);
}

struct diag *aet_plan_subject_days(struct subject *x, int rule, const struct element *e, int field,
                                   int32_t value, int32_t other)
{
    struct diag *d = aet_plan_subject_say(x, rule, e, field, -1);
    struct buf b = { 0 };

    if (!d)
        return NULL;
    aet_date_write(aet_date_from_days(value), &b);
    aet_diag_arg(x->d, d, "valeur", aet_buf_view(&b));
    aet_buf_clear(&b);
    aet_date_write(aet_date_from_days(other), &b);
    aet_diag_arg(x->d, d, "autre", aet_buf_view(&b));
    aet_buf_free(&b);
    return d;
}

static void group(struct subject *x)
{
    const struct element *g = aet_child(x->plan, K_REGROUPEMENT);
    const struct fact *niveau = g ? aet_plan_fact(g, RGP_NIVEAU) : NULL;

    if (!aet_plan_group_id(x->plan).n)
        aet_plan_subject_say(x, PLA_SANS_GROUPE, g ? g : x->plan, -1, -1);
    if (niveau && niveau->good && (niveau->u.number.value < 1 || niveau->u.number.value > 4))
        aet_plan_subject_value(x, PLA_NIVEAU, g, RGP_NIVEAU, niveau->u.number.text);
}

static void cycle(struct subject *x)
{
    const struct element *c = aet_child(x->plan, K_CYCLE);
    bool from = aet_plan_first_day(c, CYC_DEBUT, &x->cycle_from);
    bool to = aet_plan_last_day(c, CYC_FIN, &x->cycle_to);

    x->has_cycle = from && to;
    if (!c || !aet_plan_subject_has(c, CYC_DEBUT))
        aet_plan_subject_lacks(x, PLA_SANS_CYCLE, c, x->plan, K_CYCLE, CYC_DEBUT);
    if (!c || !aet_plan_subject_has(c, CYC_FIN))
        aet_plan_subject_lacks(x, PLA_SANS_CYCLE, c, x->plan, K_CYCLE, CYC_FIN);
    if (x->has_cycle && x->cycle_to < x->cycle_from) {
        aet_diag_whole(
            aet_plan_subject_days(x, PLA_FIN_AVANT_DEBUT, c, CYC_FIN, x->cycle_to, x->cycle_from));
        x->has_cycle = false;
    }
}

static bool cites(const struct element *e, int field, const struct element *target)
{
    struct span id = aet_element_id(target);
    struct span label = aet_span_trim(aet_plan_text(target, 1)); /* libelle stands after id */
    const struct item *it = aet_fact_items(&e->facts, (size_t)field);

    for (size_t i = 0; i < aet_fact_count(&e->facts, (size_t)field); i++)
        if (it[i].text.n && (aet_span_eq(it[i].text, id) || aet_fold_same_label(it[i].text, label)))
            return true;
    return false;
}

static bool any_objective_cites(const struct subject *x, int field, const struct element *target)
{
    for (const struct element *o = aet_child(x->plan, K_OBJECTIF); o; o = o->next)
        if (cites(o, field, target))
            return true;
    return false;
}

/* A factor is aimed at by an objective, or by one of the findings that the objective takes up. */
static bool factor_used(const struct subject *x, const struct element *facteur)
{
    if (any_objective_cites(x, OBJ_FACTEURS, facteur))
        return true;
    for (const struct element *c = aet_child(x->plan, K_CONSTAT); c; c = c->next)
        if (cites(c, CON_FACTEURS, facteur) && any_objective_cites(x, OBJ_CONSTATS, c))
            return true;
    return false;
}

static void findings(struct subject *x)
{
    bool seen[3] = { false, false, false };
    const struct table *t = x->k->tables[T_ANALYSES];

    for (const struct element *c = aet_child(x->plan, K_CONSTAT); c; c = c->next) {
        const struct fact *p = aet_plan_fact(c, CON_PRIORITAIRE);

        if (p->good && p->u.yes && !any_objective_cites(x, OBJ_CONSTATS, c))
            aet_plan_subject_say(x, PLA_CONSTAT_OUBLIE, c, -1, -1);
    }
    for (const struct element *f = aet_child(x->plan, K_FACTEUR); f; f = f->next)
        if (!factor_used(x, f))
            aet_plan_subject_say(x, PLA_FACTEUR_OUBLIE, f, -1, -1);
    if (!aet_child(x->plan, K_FACTEUR))
        aet_plan_subject_say(x, PLA_SANS_FACTEUR, x->plan, -1, -1);
    for (const struct element *a = aet_child(x->plan, K_ANALYSE); a; a = a->next) {
        int32_t row = aet_fact_row(&a->facts, ANA_ANALYSE);

        if (row != NO_ROW && row < 3)
            seen[row] = true;
    }
    for (size_t r = 0; r < t->rows && r < 3; r++)
        if (!seen[r])
            aet_plan_subject_value(x, PLA_ANALYSE_ABSENTE, x->plan, -1,
                                   aet_label(t, r, x->k->lang));
}

static void transformation(struct subject *x, const struct element *t)
{
    bool idle = aet_plan_subject_has(t, TRA_SANS_OBJET);
    bool empty = !aet_child(t, K_INDICATEUR) && !aet_child(t, K_ACTION);

    if (!aet_plan_subject_has(t, TRA_SYSTEME))
        aet_plan_subject_say(x, PLA_SANS_SYSTEME, t, TRA_SYSTEME, -1);
    if (idle && !empty)
        aet_plan_subject_say(x, PLA_SANS_OBJET_ACTIVE, t, TRA_SANS_OBJET, -1);
    if (idle)
        return;
    if (!aet_child(t, K_INDICATEUR))
        aet_plan_subject_say(x, PLA_SANS_INDICATEUR, t, -1, -1);
    if (!aet_child(t, K_ACTION))
        aet_plan_subject_say(x, PLA_SANS_ACTION, t, -1, -1);
    if (!aet_plan_subject_has(t, TRA_RESPONSABLE))
        aet_plan_subject_say(x, PLA_SANS_RESPONSABLE, t, TRA_RESPONSABLE, -1);
    if (!aet_fact_count(&t->facts, TRA_PARTENAIRES))
        aet_plan_subject_say(x, PLA_SANS_PARTENAIRE, t, TRA_PARTENAIRES, -1);
}

static void systems(struct subject *x, const struct element *o)
{
    const struct table *t = x->k->tables[T_SYSTEMES];

    for (size_t row = 0; row < t->rows; row++) {
        size_t n = 0;

        for (const struct element *e = aet_child(o, K_TRANSFORMATION); e; e = e->next) {
            if (aet_fact_row(&e->facts, TRA_SYSTEME) != (int32_t)row)
                continue;
            if (n++)
                aet_plan_subject_value(x, PLA_SYSTEME_TWICE, e, TRA_SYSTEME,
                                       aet_label(t, row, x->k->lang));
        }
        if (!n)
            aet_plan_subject_value(x, PLA_SYSTEME_ABSENT, o, -1, aet_label(t, row, x->k->lang));
    }
}

static void objectives(struct subject *x)
{
    const struct element *o = aet_child(x->plan, K_OBJECTIF);

    if (!o)
        aet_plan_subject_say(x, PLA_SANS_OBJECTIF, x->plan, -1, -1);
    for (; o; o = o->next) {
        bool any = false, idle = true;

        systems(x, o);
        if (!aet_fact_count(&o->facts, OBJ_CONSTATS) && !aet_fact_count(&o->facts, OBJ_FACTEURS))
            aet_plan_subject_say(x, PLA_OBJECTIF_SANS_CONSTAT, o, -1, -1);
        for (const struct element *t = aet_child(o, K_TRANSFORMATION); t; t = t->next) {
            transformation(x, t);
            any |= aet_child(t, K_ACTION) != NULL;
            idle &= aet_plan_subject_has(t, TRA_SANS_OBJET);
        }
        if (!any && !(idle && aet_child(o, K_TRANSFORMATION)))
            aet_plan_subject_say(x, PLA_OBJECTIF_SANS_ACTION, o, -1, -1);
    }
}

void aet_plan_subject_demarche(struct subject *x)
{
    const struct element *suivi = aet_child(x->plan, K_SUIVI);

    group(x);
    cycle(x);
    if (!aet_plan_subject_has(x->plan, PLN_MISE_EN_CONTEXTE))
        aet_plan_subject_say(x, PLA_SANS_CONTEXTE, x->plan, PLN_MISE_EN_CONTEXTE, -1);
    if (!aet_fact_count(&x->plan->facts, PLN_REGLES_FONCTIONNEMENT))
        aet_plan_subject_say(x, PLA_SANS_REGLES, x->plan, PLN_REGLES_FONCTIONNEMENT, -1);
    findings(x);
    objectives(x);
    if (!suivi ||
        (!aet_plan_subject_has(suivi, SUI_FREQUENCE) && !aet_fact_count(&suivi->facts, SUI_DATES)))
        aet_plan_subject_say(x, PLA_SANS_ECHEANCIER_SUIVI, x->plan, -1, -1);
    if (!aet_child(x->plan, K_COMMUNICATION))
        aet_plan_subject_say(x, PLA_SANS_COMMUNICATION, x->plan, -1, -1);
}

/* What is wrong is left out; then the references to it, and a group that is no more named. */
static void without(struct subject *x)
{
    struct document *doc = x->plan->document;
    bool named = aet_plan_group_id(x->plan).n > 0;

    if (!aet_document_leave(doc, x->d, doc->said_from))
        return;
    if (doc->elements_out)
        aet_plan_subject_renvois(x);
    (void)aet_document_leave(doc, x->d, doc->said_from);
    if (named && !aet_plan_group_id(x->plan).n)
        aet_plan_subject_say(x, PLA_SANS_GROUPE, x->plan, -1, -1);
}

void aet_plan_check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    struct subject x = { .k = context, .plan = f->element, .d = d };

    aet_plan_subject_identite(&x);
    aet_plan_subject_demarche(&x);
    aet_plan_subject_indicateurs(&x);
    aet_plan_subject_actions(&x);
    aet_plan_subject_rencontres(&x);
    without(&x);
    aet_plan_ids_free(&x.ids);
    if (mark)
        aet_plan_mark(f->element, mark);
}

const struct rules aet_plan_rules = { aet_plan_check, aet_plan_judge, NULL };
