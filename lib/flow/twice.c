/* A record like one that was seen before. */
#include "flow/twice.h"

#include "record/facts.h"

void aet_twice(void *state, const struct mark *mark, uint64_t place,
               const struct layout *const *files, struct diags *d)
{
    struct twice *t = state;
    uint64_t first = aet_idset_add(&t->set, mark->key, place);

    if (first)
        aet_place_arg(d, aet_field_diag(d, t->rule, t->schema, t->field, -1), first, files);
}

void aet_twice_free(struct twice *t)
{
    aet_idset_free(&t->set);
}
