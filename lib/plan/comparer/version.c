/* Versions of plans. */
#include "plan/comparer/version.h"

#include "base/alloc.h"
#include "base/fold.h"
#include "base/number.h"
#include "kinds/activite.h"

/* What happens to a plan, and is no part of it, is not compared: follow-ups, readings, meetings,
 * answers. */
static bool is_compared(unsigned kind)
{
    return kind != K_SUIVI_ACTION && kind != K_RELEVE && kind != K_RENCONTRE &&
           kind != K_DIAGNOSTIC && kind != K_REPONSES;
}

/* The field of that name, or -1. */
static int field_named(const struct schema *s, const char *name)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->fields[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void put_list(const struct element *e, size_t field, struct buf *out)
{
    const struct item *it = aet_fact_items(&e->facts, field);

    for (size_t i = 0; i < aet_fact_count(&e->facts, field); i++) {
        aet_buf_str(out, i ? " | " : "");
        aet_buf_span(out, aet_span_trim(it[i].text));
    }
}

static void put_term(const struct plan_knowledge *k, const struct element *e, size_t field,
                     struct buf *out)
{
    bool activity = e->kind == K_COMMUNICATION && field == ACT_ETAT; /* said as that of an action */
    struct matcher *m = activity ? k->matchers[T_ETATS] : k->by_kind[e->kind][field];
    int32_t row = activity ? aet_match(m, aet_span_trim(e->values[field].text))
                  : m      ? aet_fact_row(&e->facts, field)
                           : NO_ROW;

    aet_buf_span(out, row == NO_ROW ? aet_span_trim(e->values[field].text)
                                    : aet_label(aet_matcher_table(m), (size_t)row, k->lang));
}

/* A field in words. */
static void put_value(const struct plan_knowledge *k, const struct element *e, size_t field,
                      struct buf *out)
{
    static const struct text yes = { "oui", "yes" }, no = { "non", "no" };
    const struct fact *f = &e->facts.f[field];
    enum type type = aet_element_schema(e)->fields[field].type;

    if (!f->present)
        return;
    if (aet_type_is_list(type))
        put_list(e, field, out);
    else if (type == TYPE_TERM)
        put_term(k, e, field, out);
    else if (type == TYPE_MONEY && f->good)
        aet_money_show(f->u.cents, k->lang, out);
    else if ((type == TYPE_DATE || type == TYPE_MONTH) && f->good)
        aet_date_write(f->u.date, out);
    else if (type == TYPE_NUMBER || type == TYPE_INTEGER || type == TYPE_VALUE)
        aet_buf_span(out, aet_span_trim(f->u.number.text));
    else if (type == TYPE_BOOL)
        aet_buf_str(out, aet_text(f->u.yes ? yes : no, k->lang));
    else
        aet_buf_span(out, aet_span_trim(f->u.text));
}

static struct span kept(struct version *v, const struct buf *text)
{
    return aet_arena_copy(&v->arena, aet_buf_view(text));
}

/* What an element is called: its label, else its id. A funder has a name, a target a date. */
static struct span called(struct version *v, const struct element *e, const char *field)
{
    int at = field_named(aet_element_schema(e), field);
    struct buf text = { 0 };
    struct span out;

    if (at >= 0)
        put_value(v->k, e, (size_t)at, &text);
    out = kept(v, &text);
    aet_buf_free(&text);
    return out;
}

static struct span label_of(struct version *v, const struct element *e)
{
    static const char *const fields[] = { "libelle", "nom", "quoi", "analyse", "date" };
    struct span text = AET_LIT("");

    for (size_t i = 0; i < sizeof fields / sizeof *fields && !text.n; i++)
        text = called(v, e, fields[i]);
    return text;
}

/* By what an element without an id is known: its folded label, under what stands above it. */
static struct span key_of(struct version *v, const struct partie *p)
{
    struct buf key = { 0 };
    struct span out;

    aet_fold(p->parent, &key);
    aet_buf_char(&key, '\n');
    aet_fold(p->libelle, &key);
    out = kept(v, &key);
    aet_buf_free(&key);
    return out;
}

static struct partie *new_piece(struct version *v, const struct element *e, struct span groupe,
                                struct span nom)
{
    struct partie p = {
        .kind = e->kind, .element = e, .groupe = groupe, .nom = nom, .annee = v->annee
    };

    p.id = called(v, e, "id");
    p.libelle = label_of(v, e);
    p.parent = e->parent && e->parent->kind != K_PLAN ? label_of(v, e->parent) : AET_LIT("");
    p.cle = key_of(v, &p);
    for (size_t i = 0; i < e->losses_n; i++)
        if (e->losses[i]->of.field >= 0)
            p.perdues |= (uint64_t)1 << e->losses[i]->of.field;
    v->pieces = aet_grow(v->pieces, &v->cap, v->n, sizeof *v->pieces);
    v->pieces[v->n++] = p;
    return &v->pieces[v->n - 1];
}

static void add_piece(struct version *v, const struct element *e, struct span groupe,
                      struct span nom)
{
    struct partie *p = new_piece(v, e, groupe, nom);
    const struct schema *s = aet_element_schema(e);
    struct buf text = { 0 };

    p->valeurs = aet_arena_alloc(&v->arena, s->n * sizeof *p->valeurs);
    for (size_t i = 0; i < s->n; i++) {
        aet_buf_clear(&text);
        put_value(v->k, e, i, &text);
        p->valeurs[i] = kept(v, &text);
    }
    if (e->kind == K_ACTION && aet_plan_fact(e, ACN_BUDGET)->good)
        v->budget += aet_plan_fact(e, ACN_BUDGET)->u.cents;
    aet_buf_free(&text);
}

/* What was left out, and what hangs from it: there all the same, so that nobody takes it for
 * dropped. */
static void add_lost(struct version *v, const struct element *e, bool held, struct span groupe,
                     struct span nom)
{
    if (is_compared(e->kind) && e->kind != K_PLAN) {
        struct partie *p = new_piece(v, e, groupe, nom);

        p->ecartee = true;
        p->entrainee = held;
    }
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (const struct element *c = e->first[s]; c; c = c->next)
            add_lost(v, c, true, groupe, nom);
    for (const struct element *c = e->lost; c; c = c->next)
        add_lost(v, c, true, groupe, nom);
}

void aet_plan_version_add(void *sum, const struct facts *f)
{
    struct version *v = sum;
    const struct element *plan = f->element;
    struct span id = aet_plan_group_id(plan), nom = aet_plan_group(plan);
    struct buf folded = { 0 };
    struct span groupe;

    aet_fold(id.n ? id : nom, &folded);
    groupe = kept(v, &folded);
    nom = aet_arena_copy(&v->arena, nom);
    v->plans++;
    v->annee = aet_plan_year(plan);
    for (unsigned kind = 0; kind < KINDS; kind++)
        for (const struct element *e = plan->document->first[kind]; e; e = e->after) {
            if (is_compared(kind))
                add_piece(v, e, groupe, nom);
            for (const struct element *c = e->lost; c; c = c->next)
                add_lost(v, c, false, groupe, nom);
        }
    for (const struct element *c = plan->document->strays; c; c = c->next)
        add_lost(v, c, false, groupe, nom);
    aet_buf_free(&folded);
}

void aet_plan_version_free(struct version *v)
{
    aet_free(v->pieces);
    aet_arena_free(&v->arena);
}
