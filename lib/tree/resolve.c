/* From the values of elements to their facts. */
#include "tree/resolve.h"

static struct diag *say(const struct resolver *r, struct diags *diags, const struct rule *rule,
                        int field, long position)
{
    return aet_element_diag(diags, rule, r->element, field, position);
}

/* One element; its list parts move from the shared room to the arena. */
static void resolve_element(struct resolver *r, struct element *e, struct facts *room,
                            struct diags *diags)
{
    struct record record = { .slice = e->document->slice,
                             .layout = e->document->layout,
                             .schema = r->schema,
                             .values = e->values };

    room->f = aet_arena_alloc(&r->arena, r->schema->n * sizeof *room->f);
    r->element = e;
    aet_resolve_values(r, &record, room, diags);
    e->facts = (struct facts){
        .schema = r->schema, .f = room->f, .n = room->n, .cap = room->n, .element = e
    };
    e->facts.items = aet_arena_alloc(&r->arena, (room->n + 1) * sizeof *room->items);
    if (room->n)
        memcpy(e->facts.items, room->items, room->n * sizeof *room->items);
}

void aet_resolve_document(struct resolver *r, struct document *d, struct matcher ***matchers,
                          struct diags *diags)
{
    struct facts room = { .items = NULL };

    aet_arena_reset(&r->arena);
    r->say = say;
    for (unsigned k = 0; k < d->shape->nest->n; k++) {
        r->schema = d->shape->nest->kinds[k].schema;
        r->matchers = matchers ? matchers[k] : NULL;
        for (struct element *e = d->first[k]; e; e = e->after)
            resolve_element(r, e, &room, diags);
    }
    aet_free(room.items);
}
