/* From the values of elements to their facts. */
#include "tree/resolve.h"

static struct diag *say(const struct resolver *r, struct diags *diags, const struct rule *rule,
                        int field, long position)
{
    return aet_element_diag(diags, rule, r->element, field, position);
}

static void resolve_element(struct resolver *r, struct element *e, struct facts *room,
                            struct diags *diags)
{
    struct record record = { .slice = e->document->slice,
                             .layout = e->document->layout,
                             .schema = r->schema,
                             .values = e->values };

    r->element = e;
    e->facts = aet_resolve_held(r, &record, room, diags);
    e->facts.element = e;
}

/* What has no place in the tree: its slips are said with the others. */
static void resolve_stray(struct resolver *r, struct element *e, struct matcher ***matchers,
                          struct facts *room, struct diags *diags)
{
    r->schema = aet_element_schema(e);
    r->matchers = matchers ? matchers[e->kind] : NULL;
    resolve_element(r, e, room, diags);
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (struct element *c = e->first[s]; c; c = c->next)
            resolve_stray(r, c, matchers, room, diags);
}

void aet_resolve_document(struct resolver *r, struct document *d, struct matcher ***matchers,
                          struct diags *diags)
{
    struct facts room = { .items = NULL };

    r->say = say;
    for (unsigned k = 0; k < d->shape->nest->n; k++) {
        r->schema = d->shape->nest->kinds[k].schema;
        r->matchers = matchers ? matchers[k] : NULL;
        for (struct element *e = d->first[k]; e; e = e->after)
            resolve_element(r, e, &room, diags);
    }
    for (struct element *e = d->strays; e; e = e->next)
        resolve_stray(r, e, matchers, &room, diags);
    aet_free(room.items);
}
