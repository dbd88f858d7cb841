/* Which parts a reference has, by the identifiers and labels of what it may refer to. */
#include "tree/refs.h"

#include "base/listed.h"
#include "base/names.h"

/* What the elements of some kinds are called; made when first needed. */
struct called {
    struct document *document;
    struct names ids, labels;
    bool made;
};

/* The items of one field, as they become. */
struct cut_items {
    struct item *p;
    size_t n, cap;
};

static bool knows(void *of, struct span text)
{
    const struct called *c = of;

    return text.n && (aet_names_find(&c->ids, text) != AET_NO_NAME ||
                      aet_names_find(&c->labels, text) != AET_NO_NAME);
}

static void make(struct called *c, const struct reference *ref)
{
    c->made = true;
    c->labels.folded = true;
    for (size_t i = 0; i < ref->to_n; i++)
        for (const struct element *e = c->document->first[ref->to[i]]; e; e = e->after) {
            struct span id = aet_element_id(e), label = AET_LIT("");

            if (ref->label >= 0)
                label = aet_span_trim(aet_fact_text(&e->facts, (size_t)ref->label));
            if (id.n)
                aet_names_id(&c->ids, id);
            if (label.n)
                aet_names_id(&c->labels, label);
        }
}

static void add(struct cut_items *to, struct span text, uint32_t position)
{
    to->p = aet_grow(to->p, &to->cap, to->n, sizeof *to->p);
    to->p[to->n++] = (struct item){ text, NO_ROW, position };
}

static void say_list(const struct element *e, int field, const struct item *it, struct span parts,
                     struct diags *diags)
{
    struct diag *x;

    if (!diags->once)
        return;
    x = aet_element_diag(diags->once, &aet_rules_ent[ENT_TERMS_LISTED], e, field,
                         (long)it->position);
    aet_diag_arg(diags, x, "valeur", it->text);
    aet_diag_arg(diags, x, "autre", parts);
}

/* Whether the item is a list: its parts are then added. */
static bool cut(struct called *c, struct element *e, int field, const struct item *it,
                struct cut_items *to, struct diags *diags)
{
    struct lexicon x = { knows, c };
    struct buf parts = { 0 };
    struct span rest = it->text, part;
    bool all = aet_listed(&x, it->text, true, &parts), some = false;

    if (all) {
        say_list(e, field, it, aet_buf_view(&parts), diags);
        rest = aet_arena_copy(&c->document->arena, aet_buf_view(&parts));
        while (aet_list_next(&rest, &part))
            add(to, part, it->position);
    } else if (aet_listed_partly(&x, it->text)) {
        some = true;
        while (aet_listed_next(&x, &rest, &part))
            add(to, part, it->position);
    }
    aet_buf_free(&parts);
    return all || some;
}

/* The new items stand behind those that the element has. */
static void put(struct document *d, struct element *e, int field, const struct cut_items *to)
{
    struct facts *f = &e->facts;
    struct item *items = aet_arena_alloc(&d->arena, (f->n + to->n) * sizeof *items);

    memcpy(items, f->items, f->n * sizeof *items);
    if (to->n)
        memcpy(items + f->n, to->p, to->n * sizeof *items);
    e->cut |= 1U << field;
    f->f[field].u.list.from = (uint32_t)f->n;
    f->f[field].u.list.n = (uint32_t)to->n;
    f->items = items;
    f->n = f->cap = f->n + to->n;
}

static void cut_field(struct called *c, struct element *e, const struct reference *ref,
                      struct diags *diags)
{
    const struct item *it = aet_fact_items(&e->facts, (size_t)ref->field);
    size_t n = aet_fact_count(&e->facts, (size_t)ref->field);
    struct cut_items to = { NULL, 0, 0 };
    bool any = false;

    for (size_t i = 0; i < n; i++) {
        bool may = aet_listed_may(it[i].text);

        if (may && !c->made)
            make(c, ref);
        if (may && !knows(c, it[i].text) && cut(c, e, ref->field, &it[i], &to, diags))
            any = true;
        else
            add(&to, it[i].text, it[i].position);
    }
    if (any)
        put(c->document, e, ref->field, &to);
    aet_free(to.p);
}

static void called_free(struct called *c)
{
    aet_names_free(&c->ids);
    aet_names_free(&c->labels);
}

void aet_document_refs(struct document *d, struct diags *diags)
{
    const struct nest *nest = d->shape->nest;

    for (size_t i = 0; i < nest->refs_n; i++) {
        struct called c = { .document = d };

        for (struct element *e = d->first[nest->refs[i].from]; e; e = e->after)
            cut_field(&c, e, &nest->refs[i], diags);
        called_free(&c);
    }
}
