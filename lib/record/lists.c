/* Fields and their separators. */
#include "record/lists.h"

#include "base/alloc.h"

bool aet_lists_add(struct lists *l, struct span text)
{
    size_t n = aet_span_find(text, AET_LIT("="));
    struct span only = aet_span_from(text, n);

    if (!n || (only.n && !aet_span_eq(only, AET_LIT("=;"))))
        return false;
    l->p = aet_grow(l->p, &l->cap, l->n, sizeof *l->p);
    l->p[l->n++] = (struct listed){ aet_span(text.p, n), only.n ? ";" : ",;" };
    return true;
}

const char *aet_lists_of(const struct lists *l, const struct field *f)
{
    for (size_t i = 0; l && i < l->n && aet_lists_takes(f); i++)
        if (aet_span_eq(l->p[i].field, aet_span_z(f->name)))
            return l->p[i].separators;
    return NULL;
}

void aet_lists_free(struct lists *l)
{
    aet_free(l->p);
    *l = (struct lists){ 0 };
}
