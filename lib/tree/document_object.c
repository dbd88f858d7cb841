/* A document from an object: the raw text, which jansson accepted, walked once. */
#include "tree/document_object.h"

#include "tree/leave.h"

struct walk {
    struct document_reader *r;
    struct document *d;
    struct diags *diags;
    struct span at; /* what of the slice is not walked yet */
};

/* What begins here: the blanks before it are stepped over. */
static json_type next_type(struct walk *w)
{
    while (w->at.n && strchr(" \t\r\n", w->at.p[0]))
        w->at = aet_span_from(w->at, 1);
    return aet_json_type(w->at);
}

/* Step over a value that is no part of the tree. */
static struct span walk_any(struct walk *w)
{
    json_type is = next_type(w);

    return is == JSON_OBJECT || is == JSON_ARRAY ? aet_json_skip(&w->at) : aet_json_scalar(&w->at);
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
static void no_object(struct walk *w, struct element *parent, unsigned kind, uint32_t index)
{
    const struct kind *k = &w->r->shape.nest->kinds[kind];
    struct element *e;
    struct diag *x = fault(w, k->part == PART_MANY ? ENT_TYPE_OBJECTS : ENT_TYPE_OBJECT, w->at.p,
                           kind);
    struct span raw = walk_any(w);

    if (k->part == PART_FIELDS && parent->parent) {
        if (x)
            x->part = aet_about(parent, -1, -1);
        return;
    }
    e = aet_element_new(w->d, kind);
    e->raw = raw;
    e->index = index;
    aet_element_lose(parent, e);
    if (x)
        x->part = aet_about(e, -1, -1);
}

static void walk_element(struct walk *w, struct element *e);

static void walk_part(struct walk *w, struct element *parent, unsigned kind, uint32_t index)
{
    struct element *e;

    if (next_type(w) != JSON_OBJECT) {
        no_object(w, parent, kind, index);
        return;
    }
    e = aet_element_new(w->d, kind);
    e->index = index;
    aet_element_attach(e, parent);
    walk_element(w, e);
}

static void walk_list(struct walk *w, struct element *parent, unsigned kind)
{
    aet_json_enter(&w->at);
    for (uint32_t i = 0; aet_json_more(&w->at, NULL); i++) {
        if (next_type(w) == JSON_NULL)
            aet_json_scalar(&w->at);
        else
            walk_part(w, parent, kind, i);
    }
}

/* A value that says that there is no such part. */
static bool is_nothing(struct span raw, enum part part)
{
    switch (aet_json_type(raw)) {
    case JSON_NULL:
        return true;
    case JSON_STRING:
        return raw.n == 2;
    case JSON_ARRAY:
        return part != PART_MANY && aet_json_empty(raw);
    default:
        return false;
    }
}

static void walk_parts(struct walk *w, struct element *parent, unsigned kind)
{
    enum part part = w->r->shape.nest->kinds[kind].part;
    json_type is = next_type(w);
    struct span after = w->at;

    if (is != JSON_OBJECT && is_nothing(aet_json_skip(&after), part))
        w->at = after;
    else if (part != PART_MANY)
        walk_part(w, parent, kind, 0);
    else if (is != JSON_ARRAY)
        no_object(w, parent, kind, 0);
    else
        walk_list(w, parent, kind);
}

static void walk_field(struct walk *w, struct element *e, int field, struct span key)
{
    const struct field *f = &aet_element_schema(e)->fields[field];
    struct value *to = &e->values[field];
    struct span raw = walk_any(w);

    if (to->raw.n) {
        struct diag *x = aet_diag_add(w->diags, &aet_rules_ent[ENT_FIELD_TWICE], AET_LIT(""));

        aet_diag_arg(w->diags, x, "valeur", key);
        aet_diag_arg(w->diags, x, "autre", aet_span_z(f->name));
        aet_diag_about(x, &f->title);
        aet_diag_at(x, AT_CELL, (size_t)(raw.p - w->d->slice->raw.p));
        if (x)
            x->part = aet_about(e, field, -1);
    }
    *to = aet_value_of(raw, &w->d->arena);
    if (f->type == TYPE_BOOL && (raw.p[0] == 't' || raw.p[0] == 'f'))
        *to = (struct value){ VALUE_BOOL, raw, raw };
}

static void walk_extra(struct walk *w, struct element *e, struct span key)
{
    struct extra *x = aet_arena_alloc(&w->d->arena, sizeof *x), **end = &e->extras;

    *x = (struct extra){ .name = key, .text = walk_any(w) };
    while (*end)
        end = &(*end)->next;
    *end = x;
}

/* The value under a key. */
static void walk_member(struct walk *w, struct element *e, struct span key)
{
    unsigned kind = aet_document_part(&w->r->shape, e->kind, key);
    int field = kind ? NO_FIELD : aet_heading_field(aet_document_headings(w->r, e->kind), key);

    if (!kind && field == NO_FIELD)
        kind = aet_document_part_folded(&w->r->shape, e->kind, key);
    if (kind && aet_child(e, kind) && w->r->shape.nest->kinds[kind].part != PART_MANY) {
        struct diag *x = fault(w, ENT_TYPE_OBJECT, w->at.p, kind);

        if (x)
            x->part = aet_about(aet_child(e, kind), -1, -1);
        walk_any(w);
    } else if (kind) {
        walk_parts(w, e, kind);
    } else if (field != NO_FIELD) {
        walk_field(w, e, field, key);
    } else {
        walk_extra(w, e, key);
    }
}

static void walk_element(struct walk *w, struct element *e)
{
    const char *from = w->at.p;
    struct span key;

    aet_json_enter(&w->at);
    while (aet_json_more(&w->at, &key))
        walk_member(w, e, aet_json_text(key, &w->d->arena));
    e->raw = aet_span(from, (size_t)(w->at.p - from));
}

/* The lines that it was made of and that are no part of it. */
static void keep_asides(struct document *d, struct object *o)
{
    d->asides = aet_arena_alloc(&d->arena, sizeof *d->asides);
    d->asides_n = aet_aside_object(o, d->slice->raw, "diagnostics_aet", d->asides);
    if (d->asides_n)
        d->asides->text = aet_arena_copy(&d->arena, d->asides->text);
}

enum parsed aet_document_object(struct document_reader *r, struct document *d, struct diags *diags)
{
    struct walk w = { .r = r, .d = d, .diags = diags, .at = d->slice->raw };
    struct object o = { 0 };
    enum parsed p = PARSED_BAD;

    if (aet_raw_text(r->layout, w.at, diags) != PARSED)
        return PARSED_BAD;
    if (!aet_span_trim(w.at).n)
        return PARSED_BLANK;
    if (aet_raw_object(&o, w.at, diags) == FAULT_NONE) {
        w.at = aet_span_trim(w.at);
        d->root = aet_element_new(d, 0);
        keep_asides(d, &o);
        p = d->asides_n ? PARSED_ASIDE : PARSED;
    }
    aet_object_free(&o);
    if (p == PARSED)
        walk_element(&w, d->root);
    return p;
}
