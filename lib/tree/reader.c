/* Headings and kinds. */
#include "tree/reader.h"

#include "base/fold.h"

struct headings *aet_document_headings(struct document_reader *r, unsigned kind)
{
    if (!r->headings[kind])
        r->headings[kind] = aet_headings_new(r->shape.nest->kinds[kind].schema, r->renames,
                                             r->renames_n);
    return r->headings[kind];
}

bool aet_document_knows(struct document_reader *r, struct span heading)
{
    for (unsigned k = 0; k < r->shape.nest->n; k++)
        if (aet_heading_field(aet_document_headings(r, k), heading) != NO_FIELD)
            return true;
    return false;
}

static bool folds_like(struct span name, struct buf *a, const char *b)
{
    size_t n = a->n;
    bool same;

    if (aet_span_eq(name, aet_span_z(b)))
        return true;
    aet_fold_name(aet_span_z(b), a);
    same = n && aet_span_eq(aet_span(a->p, n), aet_span(a->p + n, a->n - n));
    a->n = n;
    return same;
}

int aet_document_kind(const struct shape *shape, struct span name)
{
    const struct nest *nest = shape->nest;
    struct buf key = { 0 };
    int found = -1;

    for (size_t k = 0; k < nest->n; k++)
        if (aet_span_eq(name, aet_span_z(nest->kinds[k].schema->name)))
            return (int)k;
    aet_fold_name(name, &key);
    for (size_t k = 0; found < 0 && k < nest->n; k++) {
        const struct schema *s = nest->kinds[k].schema;

        if (folds_like(name, &key, s->name) || folds_like(name, &key, s->title.fr) ||
            folds_like(name, &key, s->title.en) ||
            (nest->kinds[k].key && folds_like(name, &key, nest->kinds[k].key)))
            found = (int)k;
    }
    aet_buf_free(&key);
    return found;
}
