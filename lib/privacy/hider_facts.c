/* Replacing the names in facts, which reports are made of. */
#include "privacy/hider_facts.h"

#include "privacy/hider.h"

void aet_facts_walk_free(struct facts_walk *w)
{
    aet_buf_free(&w->text);
    aet_buf_free(&w->kind);
}

struct span aet_facts_walk_text(struct facts_walk *w, enum role role, struct span text)
{
    aet_buf_clear(&w->text);
    aet_walk_text(&w->walk, role, aet_buf_z(&w->kind), text, !w->cells, &w->text);
    return w->walk.learns ? text : aet_arena_copy(w->arena, aet_buf_view(&w->text));
}

enum role aet_facts_walk_role(struct facts_walk *w, const struct schema *schema, size_t field)
{
    struct span name = aet_span_z(schema->fields[field].name);

    aet_walk_kind(schema, (int)field, name, &w->kind);
    return aet_walk_role(&w->walk, schema, (int)field, name, name);
}

static void parts(struct facts_walk *w, enum role role, struct facts *f, size_t field)
{
    struct item *it = f->items + f->f[field].u.list.from;

    for (uint32_t i = 0; i < f->f[field].u.list.n; i++) {
        if (it[i].row != NO_ROW && role == ROLE_FREE)
            continue; /* a term is nobody's name */
        it[i].text = aet_facts_walk_text(w, role, it[i].text);
        it[i].row = NO_ROW;
    }
}

void aet_facts_walk_field(struct facts_walk *w, enum role role, struct facts *f, size_t field)
{
    struct fact *x = &f->f[field];
    enum type type = f->schema->fields[field].type;

    if (!x->present || role == ROLE_KEEP)
        return;
    if (aet_type_is_text(type)) {
        x->u.text = aet_facts_walk_text(w, role, x->u.text);
    } else if (aet_type_is_list(type)) {
        parts(w, role, f, field);
    } else if (role != ROLE_FREE && !w->walk.learns) {
        x->good = false;
        if (type == TYPE_NUMBER || type == TYPE_INTEGER || type == TYPE_VALUE)
            x->u.number.text = aet_facts_walk_text(w, role, x->u.number.text);
        else
            x->u.foreign = 0;
    }
}

struct facts aet_hider_facts(const struct hider *h, const struct facts *f, bool cells,
                             struct arena *arena)
{
    struct facts_walk w = { .walk.id = h->identities, .arena = arena, .cells = cells };
    struct facts shown = *f;

    if (!h->identities)
        return shown;
    shown.f = aet_arena_alloc(arena, f->schema->n * sizeof *f->f);
    memcpy(shown.f, f->f, f->schema->n * sizeof *f->f);
    if (f->n) {
        shown.items = aet_arena_alloc(arena, f->n * sizeof *f->items);
        memcpy(shown.items, f->items, f->n * sizeof *f->items);
    }
    for (size_t i = 0; i < f->schema->n; i++)
        aet_facts_walk_field(&w, aet_facts_walk_role(&w, f->schema, i), &shown, i);
    aet_facts_walk_free(&w);
    return shown;
}
