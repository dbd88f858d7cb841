/* `extraire`: one pass over each plan's elements. */
#include "plan/extraits.h"
#include "plan/job.h"
#include "plan/rules.h"
#include "plan/verbs.h"

struct extraction {
    const struct plan_knowledge *k;
    enum extrait which;
};

/* The field of an element as it is: text, digits, list, term by its id. */
static void copy(const struct plan_knowledge *k, struct derived *to, size_t field,
                 const struct element *e, int from)
{
    const struct fact *f = aet_plan_fact(e, from);
    const struct field *what = &aet_element_schema(e)->fields[from];
    const struct item *it = aet_fact_items(&e->facts, (size_t)from);
    int32_t row = NO_ROW;

    if (!f->present)
        return;
    switch (what->type) {
    case TYPE_LIST:
    case TYPE_NAMES:
    case TYPE_TERMS:
        for (size_t i = 0; i < aet_fact_count(&e->facts, (size_t)from); i++)
            aet_derive_part(to, field, it[i].text);
        break;
    case TYPE_MONEY:
        if (f->good)
            aet_derive_money(to, field, f->u.cents);
        break;
    case TYPE_DATE:
    case TYPE_MONTH:
        if (f->good)
            aet_derive_date(to, field, f->u.date);
        break;
    case TYPE_NUMBER:
    case TYPE_INTEGER:
    case TYPE_VALUE:
        if (f->good)
            aet_derive_digits(to, field, f->u.number.text);
        else
            aet_derive_text(to, field, f->u.number.text);
        break;
    case TYPE_BOOL:
        aet_derive_yes(to, field, f->u.yes);
        break;
    case TYPE_TERM:
        row = k->by_kind[e->kind][from] ? aet_fact_row(&e->facts, (size_t)from) : NO_ROW;
        if (row == NO_ROW)
            aet_derive_text(to, field, e->values[from].text);
        else
            aet_derive_term(to, field, aet_matcher_table(k->by_kind[e->kind][from]), (size_t)row);
        break;
    default:
        aet_derive_text(to, field, f->u.text);
    }
}

static void group(const struct plan_knowledge *k, struct derived *to, const struct element *plan,
                  size_t regroupement, size_t id, size_t niveau)
{
    const struct element *g = aet_child(plan, K_REGROUPEMENT);

    aet_derive_text(to, regroupement, aet_plan_group_id(plan));
    aet_derive_text(to, id, aet_plan_id(plan));
    if (g)
        copy(k, to, niveau, g, RGP_NIVEAU);
}

static int64_t count(const struct element *plan, unsigned kind)
{
    int64_t n = 0;

    for (const struct element *e = plan->document->first[kind]; e; e = e->after)
        n++;
    return n;
}

static int64_t sum(const struct element *first, int field)
{
    int64_t cents = 0;

    for (; first; first = first->next)
        if (aet_plan_fact(first, field)->good)
            cents += aet_plan_fact(first, field)->u.cents;
    return cents;
}

static void plans(const struct plan_knowledge *k, const struct element *p, struct derived *to)
{
    static const struct {
        size_t field;
        unsigned kind;
    } counts[] = { { XPL_FACTEURS, K_FACTEUR },
                   { XPL_OBJECTIFS, K_OBJECTIF },
                   { XPL_TRANSFORMATIONS, K_TRANSFORMATION },
                   { XPL_INDICATEURS, K_INDICATEUR },
                   { XPL_ACTIONS, K_ACTION },
                   { XPL_MENTIONS, K_MENTION },
                   { XPL_COMMUNICATION, K_COMMUNICATION } };
    const struct element *g = aet_child(p, K_REGROUPEMENT), *c = aet_child(p, K_CYCLE);
    int64_t budget = 0;

    group(k, to, p, X_REGROUPEMENT, X_PLAN, X_NIVEAU);
    if (g) {
        copy(k, to, XPL_NOM, g, RGP_NOM);
        copy(k, to, XPL_TERRITOIRE, g, RGP_TERRITOIRE);
        copy(k, to, XPL_PALIER, g, RGP_PALIER);
    }
    copy(k, to, XPL_LIBELLE, p, PLN_LIBELLE);
    if (aet_plan_year(p))
        aet_derive_count(to, XPL_ANNEE, aet_plan_year(p));
    if (c) {
        copy(k, to, XPL_DEBUT, c, CYC_DEBUT);
        copy(k, to, XPL_FIN, c, CYC_FIN);
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        aet_derive_count(to, counts[i].field, count(p, counts[i].kind));
    for (const struct element *a = p->document->first[K_ACTION]; a; a = a->after)
        if (aet_plan_fact(a, ACN_BUDGET)->good)
            budget += aet_plan_fact(a, ACN_BUDGET)->u.cents;
    aet_derive_money(to, XPL_BUDGET, budget);
    aet_derive_end(to);
}

/* An identifier that stays one when plans are put together: the plan's, then the element's own or
 * its place. */
static void full_id(struct derived *to, size_t field, const struct element *plan,
                    const struct element *e)
{
    struct buf id = { 0 }, path = { 0 };
    struct span own = aet_element_id(e);

    aet_buf_span(&id, aet_plan_id(plan));
    aet_buf_char(&id, '/');
    aet_buf_span(&id, own.n ? own : aet_element_path(e, NULL, -1, &path));
    aet_derive_text(to, field, aet_buf_view(&id));
    aet_buf_free(&id);
    aet_buf_free(&path);
}

static void mention(const struct plan_knowledge *k, const struct element *p,
                    const struct element *m, struct derived *to)
{
    full_id(to, XME_MENTION, p, m);
    group(k, to, p, XME_REGROUPEMENT, XME_PLAN, XME_NIVEAU);
    if (aet_plan_year(p))
        aet_derive_count(to, XME_ANNEE, aet_plan_year(p));
    for (int i = 0; i < XME_COUNT - XME_OBJET; i++)
        copy(k, to, (size_t)(XME_OBJET + i), m, MEN_OBJET + i);
}

static void activity(const struct plan_knowledge *k, const struct element *p,
                     const struct element *c, struct derived *to)
{
    for (int i = ACT_ID + 1; i <= ACT_NOTES; i++)
        copy(k, to, (size_t)i, c, i);
    full_id(to, ACT_ID, p, c);
    group(k, to, p, XCO_REGROUPEMENT, XCO_PLAN, XCO_NIVEAU);
}

/* Objective, transformation and system above an action or indicator. */
static void above(const struct plan_knowledge *k, const struct element *e, struct derived *to,
                  size_t field)
{
    struct buf scratch = { 0 };
    const struct element *t = e->parent;

    aet_derive_text(to, field, aet_plan_name(t->parent, OBJ_LIBELLE, OBJ_ID, &scratch));
    aet_derive_text(to, field + 1, aet_plan_name(t, TRA_LIBELLE, TRA_ID, &scratch));
    copy(k, to, field + 2, t, TRA_SYSTEME);
    aet_buf_free(&scratch);
}

static void action(const struct plan_knowledge *k, const struct element *p, const struct element *a,
                   struct derived *to)
{
    const struct element *s = aet_plan_last_suivi(a, k->today), *last = NULL;

    group(k, to, p, X_REGROUPEMENT, X_PLAN, X_NIVEAU);
    copy(k, to, XAC_ID, a, ACN_ID);
    copy(k, to, XAC_LIBELLE, a, ACN_LIBELLE);
    above(k, a, to, XAC_OBJECTIF);
    copy(k, to, XAC_RESPONSABLE, a, ACN_RESPONSABLE);
    copy(k, to, XAC_PARTENAIRES, a, ACN_PARTENAIRES);
    copy(k, to, XAC_DEBUT, a, ACN_DEBUT);
    copy(k, to, XAC_FIN, a, ACN_FIN);
    copy(k, to, XAC_BUDGET, a, ACN_BUDGET);
    aet_derive_money(to, XAC_FINANCE, sum(aet_child(a, K_BAILLEUR), BAI_MONTANT));
    for (const struct element *b = aet_child(a, K_BAILLEUR); b; b = b->next)
        if (aet_plan_text(b, BAI_NOM).n)
            aet_derive_part(to, XAC_BAILLEURS, aet_plan_text(b, BAI_NOM));
    if (aet_plan_etat_action(k, a) != EA_INCONNU)
        aet_derive_id(to, XAC_ETAT, k->tables[T_ETATS],
                      aet_span_z(aet_plan_etats[aet_plan_etat_action(k, a)]));
    if (s) {
        copy(k, to, XAC_AVANCEMENT, s, SUA_AVANCEMENT);
        copy(k, to, XAC_DEPENSE, s, SUA_DEPENSE);
        copy(k, to, XAC_DATE_SUIVI, s, SUA_DATE);
    }
    for (const struct element *c = aet_child(a, K_DECISION); c; c = c->next)
        last = c;
    if (last)
        copy(k, to, XAC_DECISION, last, DEC_CHOIX);
}

static void indicator(const struct plan_knowledge *k, const struct element *p,
                      const struct element *i, struct derived *to)
{
    const struct element *r = aet_plan_last_releve(i, k->today);
    int64_t n = 0;

    group(k, to, p, X_REGROUPEMENT, X_PLAN, X_NIVEAU);
    copy(k, to, XIN_ID, i, IND_ID);
    copy(k, to, XIN_LIBELLE, i, IND_LIBELLE);
    above(k, i, to, XIN_OBJECTIF);
    for (int f = 0; f <= IND_OUTIL - IND_MESURE; f++)
        copy(k, to, (size_t)(XIN_MESURE + f), i, IND_MESURE + f);
    if (r) {
        copy(k, to, XIN_VALEUR, r, REL_VALEUR);
        copy(k, to, XIN_DATE, r, REL_DATE);
    }
    for (const struct element *x = aet_child(i, K_RELEVE); x; x = x->next)
        n++;
    aet_derive_count(to, XIN_RELEVES, n);
}

static void reading(const struct plan_knowledge *k, const struct element *p,
                    const struct element *r, struct derived *to)
{
    struct buf scratch = { 0 };

    group(k, to, p, X_REGROUPEMENT, X_PLAN, X_NIVEAU);
    aet_derive_text(to, XRE_INDICATEUR, aet_plan_name(r->parent, IND_ID, IND_ID, &scratch));
    copy(k, to, XRE_LIBELLE, r->parent, IND_LIBELLE);
    copy(k, to, XRE_MESURE, r->parent, IND_MESURE);
    copy(k, to, XRE_ID, r, REL_ID);
    for (int f = 0; f <= REL_COMMENTAIRE - REL_DATE; f++)
        copy(k, to, (size_t)(XRE_DATE + f), r, REL_DATE + f);
    aet_buf_free(&scratch);
}

static void meeting(const struct plan_knowledge *k, const struct element *p,
                    const struct element *r, struct derived *to)
{
    group(k, to, p, X_REGROUPEMENT, X_PLAN, X_NIVEAU);
    aet_derive_text(to, XRN_NOM, aet_plan_group(p));
    for (int f = 0; f < REN_COUNT; f++)
        copy(k, to, (size_t)(XRN_ID + f), r, REN_ID + f);
}

/* What is made of each element of a kind. */
static const struct {
    unsigned kind;
    void (*make)(const struct plan_knowledge *, const struct element *, const struct element *,
                 struct derived *);
} makers[EXTRAITS] = {
    [X_MENTIONS] = { K_MENTION, mention }, [X_COMMUNICATION] = { K_COMMUNICATION, activity },
    [X_ACTIONS] = { K_ACTION, action },    [X_INDICATEURS] = { K_INDICATEUR, indicator },
    [X_RELEVES] = { K_RELEVE, reading },   [X_RENCONTRES] = { K_RENCONTRE, meeting },
};

static void derive(void *of, const struct facts *f, struct derived *to)
{
    const struct extraction *x = of;
    const struct element *p = f->element;

    if (x->which == X_PLANS) {
        plans(x->k, p, to);
        return;
    }
    for (const struct element *e = p->document->first[makers[x->which].kind]; e; e = e->after) {
        makers[x->which].make(x->k, p, e, to);
        aet_derive_end(to);
    }
}

/* The first operand says what; the others are files. */
static bool which(struct session *s, enum extrait *out)
{
    const char *all[EXTRAITS], *near;
    struct buf names = { 0 };

    for (size_t i = 0; i < EXTRAITS; i++) {
        all[i] = aet_plan_extrait_schemas[i].name;
        if (s->command.operands_n && strcmp(s->command.operands[0], all[i]) == 0) {
            *out = (enum extrait)i;
            s->command.operands++;
            s->command.operands_n--;
            return true;
        }
    }
    near = s->command.operands_n ? aet_nearest_name(s->command.operands[0], all, EXTRAITS) : NULL;
    aet_voice_usage(&s->voice, &aet_plan_rule[PLA_EXTRAIRE],
                    AET_WORDS(aet_word_span("noms", aet_hint_list(all, EXTRAITS, &names)),
                              aet_word("suggestion", near)));
    aet_buf_free(&names);
    return false;
}

enum status aet_plan_extraire(struct session *s)
{
    struct job t;
    struct extraction x = { &t.k, X_PLANS };
    const char **operands = s->command.operands;
    enum status st = STATUS_FAILED;

    if (!which(s, &x.which))
        return STATUS_FAILED;
    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        t.w.sink = AET_DERIVE(derive, &x, &aet_plan_extrait_schemas[x.which]);
        st = aet_run_out(s, &t.w);
    }
    aet_plan_end(&t);
    s->command.operands = operands;
    return st;
}
