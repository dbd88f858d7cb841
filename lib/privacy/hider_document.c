/* Replacing, or learning, the names in documents. */
#include "base/fold.h"
#include "privacy/hider.h"
#include "privacy/hider_facts.h"

/* The value as it was written, which is what goes out of what is no list. */
static void value(struct facts_walk *w, enum role role, struct value *v)
{
    if ((v->kind == VALUE_TEXT || v->kind == VALUE_NUMBER) && !w->walk.learns) {
        v->text = aet_facts_walk_text(w, role, v->text);
        v->kind = VALUE_TEXT;
    }
}

/* Of a list, what stands goes out by its facts. */
static void fields(struct facts_walk *w, struct element *e)
{
    const struct schema *s = aet_element_schema(e);

    for (size_t i = 0; i < s->n; i++) {
        enum role role = aet_facts_walk_role(w, s, i);
        bool list = aet_type_is_list(s->fields[i].type);

        if (role == ROLE_KEEP || e->values[i].kind == VALUE_NONE)
            continue;
        if (role == ROLE_FREE && s->fields[i].type == TYPE_TERM && e->facts.f && e->facts.f[i].good)
            continue;
        if (list && !w->walk.learns)
            e->cut |= (uint32_t)1 << i;
        if (!list)
            value(w, role, &e->values[i]);
        if (e->facts.f && aet_type_is_text(s->fields[i].type) && !w->walk.learns)
            e->facts.f[i].u.text = e->values[i].text;
        else if (e->facts.f)
            aet_facts_walk_field(w, role, &e->facts, i);
    }
}

/* What no field claims. */
static void extras(struct facts_walk *w, struct element *e)
{
    for (struct extra *x = e->extras; x; x = x->next) {
        struct span name = x->name;
        enum role role = aet_walk_role(&w->walk, aet_element_schema(e), NO_FIELD, name, name);

        aet_buf_clear(&w->kind);
        aet_fold_name(name, &w->kind);
        if (w->cells) {
            x->text = aet_facts_walk_text(w, role, x->text);
        } else {
            aet_buf_clear(&w->text);
            aet_walk_json(&w->walk, role, aet_buf_z(&w->kind), x->text, false, &w->text);
            if (!w->walk.learns)
                x->text = aet_arena_copy(w->arena, aet_buf_view(&w->text));
        }
        if (!w->walk.learns)
            x->name = aet_facts_walk_text(w, ROLE_FREE, name);
    }
}

static void element(struct facts_walk *w, struct element *e)
{
    fields(w, e);
    extras(w, e);
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (struct element *c = e->first[s]; c; c = c->next)
            element(w, c);
    for (struct element *c = e->lost; c; c = c->next)
        element(w, c);
}

static void document(const struct identities *id, bool learns, struct document *d)
{
    struct facts_walk w = { .walk = { .id = id, .learns = learns },
                            .arena = &d->arena,
                            .cells = aet_has_cells(d->layout) };

    element(&w, d->root);
    for (struct element *e = d->strays; e; e = e->next)
        element(&w, e);
    aet_facts_walk_free(&w);
}

void aet_hider_document(const struct hider *h, struct document *d)
{
    if (h->identities)
        document(h->identities, false, d);
}

void aet_identities_document(const struct identities *id, struct document *d)
{
    document(id, true, d);
}

bool aet_is_identity_of(const struct identities *id, const struct nest *nest, struct span heading)
{
    bool is = aet_is_identity(id, nest->kinds[0].schema, NO_FIELD, heading, heading);

    for (unsigned k = 0; k < nest->n; k++) {
        const struct schema *s = nest->kinds[k].schema;

        for (size_t i = 0; i < s->n; i++)
            is |= aet_type_is_name(s->fields[i].type) &&
                  aet_fold_same(heading, aet_span_z(s->fields[i].name));
    }
    return is;
}

struct span aet_hider_cell(const struct hider *h, struct span heading, struct span cell,
                           struct arena *arena)
{
    struct facts_walk w = { .walk.id = h->identities, .arena = arena, .cells = true };
    struct span shown;

    if (!h->identities || !h->nest)
        return cell;
    aet_fold_name(heading, &w.kind);
    shown = aet_facts_walk_text(
        &w, aet_is_identity_of(h->identities, h->nest, heading) ? ROLE_NAMES : ROLE_FREE, cell);
    aet_facts_walk_free(&w);
    return shown;
}

static void json(struct walk *w, const struct hider *h, const char *said, struct span raw,
                 struct buf *out)
{
    struct span inside = aet_json_inside(raw), key, value;
    json_type is = aet_json_type(raw);
    struct buf spelt = { 0 }, kind = { 0 };
    const char *before = is == JSON_OBJECT ? "{" : "[";

    if (is != JSON_OBJECT && is != JSON_ARRAY) {
        aet_walk_json(w, ROLE_FREE, "", raw, true, out);
        return;
    }
    while (aet_json_next(&inside, is == JSON_OBJECT ? &key : NULL, &value)) {
        struct span name = is == JSON_OBJECT ? aet_json_spelt(key, &spelt) : AET_LIT("");

        aet_buf_str(out, before);
        before = ",";
        if (is == JSON_OBJECT)
            aet_walk_key(w, key, out);
        aet_buf_clear(&kind);
        aet_fold_name(name, &kind);
        if (aet_span_eq(name, aet_span_z(said)))
            aet_walk_json(w, ROLE_FREE, "", value, true, out);
        else if (aet_json_type(value) != JSON_OBJECT && name.n &&
                 aet_is_identity_of(h->identities, h->nest, name))
            aet_walk_json(w, ROLE_NAMES, aet_buf_z(&kind), value, false, out);
        else
            json(w, h, said, value, out);
    }
    if (*before != ',')
        aet_buf_str(out, before);
    aet_buf_char(out, is == JSON_OBJECT ? '}' : ']');
    aet_buf_free(&spelt);
    aet_buf_free(&kind);
}

void aet_hider_json(const struct hider *h, const char *said, struct span raw, struct buf *out)
{
    struct walk w = { .id = h->identities };

    if (h->identities && h->nest)
        json(&w, h, said, raw, out);
    else
        aet_buf_span(out, raw);
}
