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

unsigned aet_document_part(const struct shape *s, unsigned parent, struct span key)
{
    for (size_t i = 0; i < s->slots[parent]; i++)
        if (aet_span_eq(key, aet_span_z(s->nest->kinds[s->children[parent][i]].key)))
            return s->children[parent][i];
    return 0;
}

unsigned aet_document_part_folded(const struct shape *s, unsigned parent, struct span key)
{
    struct buf a = { 0 }, b = { 0 };
    unsigned found = 0;

    aet_fold_name(key, &a);
    for (size_t i = 0; !found && i < s->slots[parent]; i++) {
        aet_buf_clear(&b);
        aet_fold_name(aet_span_z(s->nest->kinds[s->children[parent][i]].key), &b);
        if (a.n && aet_span_eq(aet_buf_view(&a), aet_buf_view(&b)))
            found = s->children[parent][i];
    }
    aet_buf_free(&a);
    aet_buf_free(&b);
    return found;
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

void aet_document_row_columns(struct document_reader *r, const struct layout *l,
                              int column[ROW_COLUMNS])
{
    for (size_t i = 0; i < ROW_COLUMNS; i++)
        column[i] = -1;
    for (size_t c = 0; c < l->columns; c++) {
        int f = l->headings[c].n ? aet_heading_field(r->row_headings, l->headings[c]) : NO_FIELD;

        if (f != NO_FIELD && column[f] < 0)
            column[f] = (int)c;
    }
}

const struct wide_column *aet_wide_column(struct document_reader *r, struct span heading)
{
    int f = r->wide_headings && heading.n ? aet_heading_field(r->wide_headings, heading) : NO_FIELD;

    return f == NO_FIELD ? NULL : &r->shape.nest->wide[f];
}

/* Whether the column holds what its kind is called: the first that the nest has of it. */
static bool is_name(const struct nest *nest, const struct wide_column *c)
{
    for (const struct wide_column *x = nest->wide; x < c; x++)
        if (x->kind == c->kind)
            return false;
    return true;
}

bool aet_wide_names(struct document_reader *r, struct span heading)
{
    const struct wide_column *x = aet_wide_column(r, heading);

    return x && is_name(r->shape.nest, x);
}

bool aet_wide_is(struct document_reader *r, const struct layout *l, const int column[ROW_COLUMNS])
{
    uint64_t kinds = 0;

    for (size_t c = 0; column[ROW_ELEMENT] < 0 && c < l->columns; c++) {
        const struct wide_column *x = aet_wide_column(r, l->headings[c]);

        if (x && is_name(r->shape.nest, x))
            kinds |= (uint64_t)1 << x->kind;
    }
    return (kinds & (kinds - 1)) != 0;
}

struct cell_place aet_wide_place(struct document_reader *r, unsigned kind, struct span heading)
{
    const struct nest *nest = r->shape.nest;
    const struct wide_column *x = aet_wide_column(r, heading);
    struct cell_place to = { .kind = -1, .field = NO_FIELD };

    if (!x)
        return to;
    if (x->kind == kind ||
        (nest->kinds[x->kind].part == PART_FIELDS && nest->kinds[x->kind].parent == (int)kind))
        return (struct cell_place){ .kind = (int)x->kind, .field = x->field };
    if (x->cited_by && x->cited_by == kind)
        return (struct cell_place){ .kind = (int)kind, .field = x->cited_in };
    return to;
}

size_t aet_document_known(void *context, const struct span *headings, size_t n)
{
    struct document_reader *r = context;
    size_t known = 0;

    for (size_t i = 0; i < n; i++)
        known += headings[i].n &&
                 (aet_heading_field(r->row_headings, headings[i]) != NO_FIELD ||
                  aet_wide_column(r, headings[i]) || aet_document_knows(r, headings[i]));
    return known;
}

bool aet_document_row_column(const struct document_reader *r, size_t column)
{
    for (size_t i = 0; i < ROW_COLUMNS; i++)
        if (r->row_column[i] == (int)column)
            return true;
    return false;
}

/* Nobody's; "cycle.note" is nobody's in the cycle. */
static struct cell_place nowhere(struct document_reader *r, unsigned kind, struct span heading)
{
    const struct shape *s = &r->shape;
    struct span name = aet_heading_name(r->row_headings, heading);
    struct cell_place to = { .kind = -1, .field = NO_FIELD };

    for (size_t i = 0; i < s->slots[kind]; i++) {
        unsigned child = s->children[kind][i];
        struct span key = aet_span_z(s->nest->kinds[child].key);

        if (s->nest->kinds[child].part == PART_FIELDS && aet_span_starts(name, key) &&
            name.n > key.n && name.p[key.n] == '.') {
            to.within = child;
            to.name = aet_span_from(name, key.n + 1);
        }
    }
    return to;
}

struct cell_place aet_document_place(struct document_reader *r, unsigned kind, struct span heading)
{
    const struct shape *s = &r->shape;
    int f = aet_heading_field(aet_document_headings(r, kind), heading);
    struct cell_place to;

    if (f != NO_FIELD)
        return (struct cell_place){ .kind = (int)kind, .field = f };
    for (size_t i = 0; i < s->slots[kind]; i++) {
        unsigned child = s->children[kind][i];

        f = s->nest->kinds[child].part == PART_FIELDS
                ? aet_heading_field(aet_document_headings(r, child), heading)
                : NO_FIELD;
        if (f != NO_FIELD)
            return (struct cell_place){ .kind = (int)child, .field = f };
    }
    to = nowhere(r, kind, heading);
    to.foreign = aet_document_knows(r, heading);
    return to;
}

const struct cell_place *aet_document_places(struct document_reader *r, unsigned kind)
{
    size_t n = r->layout->columns;

    if (r->places[kind])
        return r->places[kind];
    r->places[kind] = aet_arena_alloc(&r->file, (n + 1) * sizeof *r->places[kind]);
    for (size_t c = 0; c < n; c++) {
        r->places[kind][c] = (struct cell_place){ .kind = -1, .field = NO_FIELD };
        if (r->wide)
            r->places[kind][c] = aet_wide_place(r, kind, r->layout->headings[c]);
        else if (r->layout->headings[c].n && !aet_document_row_column(r, c))
            r->places[kind][c] = aet_document_place(r, kind, r->layout->headings[c]);
    }
    return r->places[kind];
}
