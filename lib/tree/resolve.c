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
    aet_free(room.items);
}
