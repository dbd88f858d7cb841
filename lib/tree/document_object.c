/* A document from an object: the tree that jansson read, walked in step with the raw text, from
 * which the digits of numbers and the places come. */
#include "tree/document_object.h"

#include "base/fold.h"
#include "tree/leave.h"

struct walk {
    struct document_reader *r;
    struct document *d;
    struct diags *diags;
    struct span at; /* what of the slice is not walked yet */
};

/* Step over a value that is no part of the tree. */
static void walk_any(struct walk *w, const json_t *v)
{
    if (json_is_object(v) || json_is_array(v))
        aet_json_skip(&w->at);
    else
        aet_json_scalar(&w->at);
}

static struct diag *fault(struct walk *w, int rule, const char *at, unsigned kind)
{
    const struct kind *k = &w->r->shape.nest->kinds[kind];
    struct diag *x = aet_diag_add(w->diags, &aet_rules_ent[rule], aet_span_z(k->key));

    aet_diag_about(x, &k->schema->title);
    aet_diag_at(x, AT_CELL, (size_t)(at - w->d->slice->raw.p));
    return x;
}

/* A part that is no object: kept apart from the start. The fields of an element go with it. */
static void no_object(struct walk *w, struct element *parent, unsigned kind, uint32_t index,
                      const json_t *v)
{
    const struct kind *k = &w->r->shape.nest->kinds[kind];
    const char *from = w->at.p;
    struct element *e;
    struct diag *x = fault(w, k->part == PART_MANY ? ENT_TYPE_OBJECTS : ENT_TYPE_OBJECT, from,
                           kind);

    walk_any(w, v);
    if (k->part == PART_FIELDS && parent->parent) {
        if (x)
            x->part = aet_about(parent, -1, -1);
        return;
    }
    e = aet_element_new(w->d, kind);
    e->raw = aet_span(from, (size_t)(w->at.p - from));
    e->index = index;
    aet_element_lose(parent, e);
    if (x)
        x->part = aet_about(e, -1, -1);
}

/* The child kind that a key names, or 0. */
static unsigned child_kind(const struct walk *w, unsigned parent, struct span key)
{
    const struct shape *s = &w->r->shape;

    for (size_t i = 0; i < s->slots[parent]; i++)
        if (aet_span_eq(key, aet_span_z(s->nest->kinds[s->children[parent][i]].key)))
            return s->children[parent][i];
    return 0;
}

/* The same, with variants of writing: only for keys that no field claims. */
static unsigned child_kind_folded(const struct walk *w, unsigned parent, struct span key)
{
    const struct shape *s = &w->r->shape;
    struct buf a = { 0 }, b = { 0 };
    unsigned found = 0;

    aet_fold_name(key, &a);
    for (size_t i = 0; !found && i < s->slots[parent]; i++) {
        aet_buf_clear(&b);
        aet_fold_name(aet_span_z(s->nest->kinds[s->children[parent][i]].key), &b);
        if (a.n && aet_span_eq(aet_buf_view(&a), aet_buf_view(&b)))
            found = s->children[parent][i];
    }
    aet_buf_free(&a);
    aet_buf_free(&b);
    return found;
}

static void walk_element(struct walk *w, struct element *e, json_t *object);

static void walk_part(struct walk *w, struct element *parent, unsigned kind, size_t index,
                      json_t *v)
{
    struct element *e;

    if (!json_is_object(v)) {
        no_object(w, parent, kind, (uint32_t)index, v);
        return;
    }
    e = aet_element_new(w->d, kind);
    e->index = (uint32_t)index;
    aet_element_attach(e, parent);
    walk_element(w, e, v);
}

static void walk_parts(struct walk *w, struct element *parent, unsigned kind, json_t *v)
{
    const struct kind *k = &w->r->shape.nest->kinds[kind];
    size_t i;
    json_t *item;

    if (json_is_null(v) || (json_is_string(v) && !json_string_length(v))) {
        aet_json_scalar(&w->at);
    } else if (k->part != PART_MANY) {
        if (json_is_array(v) && !json_array_size(v))
            walk_any(w, v);
        else
            walk_part(w, parent, kind, 0, v);
    } else if (!json_is_array(v)) {
        no_object(w, parent, kind, 0, v);
    } else {
        aet_json_enter(&w->at);
        json_array_foreach(v, i, item)
        {
            aet_json_more(&w->at, NULL);
            if (json_is_null(item))
                aet_json_scalar(&w->at);
            else
                walk_part(w, parent, kind, i, item);
        }
        aet_json_more(&w->at, NULL);
    }
}

static void walk_field(struct walk *w, struct element *e, int field, struct span key,
                       const json_t *v)
{
    struct value *to = &e->values[field];
    enum type type = aet_element_schema(e)->fields[field].type;
    const char *from = w->at.p;

    if (to->json) {
        struct diag *x = aet_diag_add(w->diags, &aet_rules_ent[ENT_FIELD_TWICE], AET_LIT(""));

        aet_diag_arg(w->diags, x, "valeur", key);
        aet_diag_arg(w->diags, x, "autre", aet_span_z(aet_element_schema(e)->fields[field].name));
        aet_diag_about(x, &aet_element_schema(e)->fields[field].title);
        aet_diag_at(x, AT_CELL, (size_t)(from - w->d->slice->raw.p));
        if (x)
            x->part = aet_about(e, field, -1);
    }
    *to = aet_value_of(v);
    to->json = v;
    if (json_is_boolean(v) && type == TYPE_BOOL)
        *to = (struct value){ VALUE_BOOL, json_is_true(v) ? AET_LIT("true") : AET_LIT("false"), v };
    if (to->kind == VALUE_NUMBER)
        to->text = aet_json_scalar(&w->at);
    else
        walk_any(w, v);
}

static void walk_extra(struct walk *w, struct element *e, struct span key, const json_t *v)
{
    struct extra *x = aet_arena_alloc(&w->d->arena, sizeof *x), **end = &e->extras;
    const char *from = w->at.p;

    walk_any(w, v);
    *x = (struct extra){ NULL, key, aet_span(from, (size_t)(w->at.p - from)), 0 };
    while (*end)
        end = &(*end)->next;
    *end = x;
}

static void walk_element(struct walk *w, struct element *e, json_t *object)
{
    struct headings *h = aet_document_headings(w->r, e->kind);
    const char *key, *from = w->at.p;
    json_t *v;
    struct span raw;

    aet_json_enter(&w->at);
    json_object_foreach(object, key, v)
    {
        struct span name = aet_span_z(key);
        unsigned kind = child_kind(w, e->kind, name);
        int field = kind ? NO_FIELD : aet_heading_field(h, name);

        aet_json_more(&w->at, &raw);
        if (!kind && field == NO_FIELD)
            kind = child_kind_folded(w, e->kind, name);
        if (kind && aet_child(e, kind) && w->r->shape.nest->kinds[kind].part != PART_MANY) {
            struct diag *x = fault(w, ENT_TYPE_OBJECT, w->at.p, kind);

            if (x)
                x->part = aet_about(aet_child(e, kind), -1, -1);
            walk_any(w, v);
        } else if (kind) {
            walk_parts(w, e, kind, v);
        } else if (field != NO_FIELD) {
            walk_field(w, e, field, name, v);
        } else {
            walk_extra(w, e, name, v);
        }
    }
    aet_json_more(&w->at, NULL);
    e->raw = aet_span(from, (size_t)(w->at.p - from));
}

enum parsed aet_document_object(struct document_reader *r, struct document *d, struct diags *diags)
{
    struct walk w = { .r = r, .d = d, .diags = diags, .at = d->slice->raw };

    if (aet_raw_text(r->layout, w.at, diags) != PARSED)
        return PARSED_BAD;
    if (!aet_span_trim(w.at).n)
        return PARSED_BLANK;
    d->json = aet_raw_object(w.at, diags);
    if (!d->json)
        return PARSED_BAD;
    while (w.at.p[0] != '{')
        w.at = aet_span_from(w.at, 1);
    d->root = aet_element_new(d, 0);
    d->asides = aet_arena_alloc(&d->arena, sizeof *d->asides);
    d->asides_n = aet_aside_object(d->json, d->slice->raw, "diagnostics_aet", d->asides);
    if (d->asides_n)
        return PARSED_ASIDE;
    walk_element(&w, d->root, d->json);
    return PARSED;
}
