/* A record like one that was seen before. */
#include "flow/twice.h"

void aet_place_arg(struct diags *d, struct diag *x, uint64_t place,
                   const struct layout *const *files)
{
    struct buf where = { 0 };

    aet_buf_str(&where, files[aet_place_file(place)]->name);
    aet_buf_char(&where, ':');
    aet_buf_uint(&where, aet_place_line(place));
    aet_diag_arg(d, x, "autre", aet_buf_view(&where));
    aet_buf_free(&where);
}

void aet_twice(void *state, const struct fait *fait, uint64_t place,
               const struct layout *const *files, struct diags *d)
{
    struct twice *t = state;
    uint64_t first = aet_idset_add(&t->set, fait->key, place);

    if (first)
        aet_place_arg(d, aet_diag_add(d, t->rule, aet_span_z(t->field)), first, files);
}

void aet_twice_free(struct twice *t)
{
    aet_idset_free(&t->set);
}
