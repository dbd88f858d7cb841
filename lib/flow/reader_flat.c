/* Records that are rows or plain objects. */
#include "flow/reader.h"
#include "record/emit.h"
#include "record/place.h"
#include "record/resolve.h"

static void init(struct reader *r, const struct reading *how)
{
    const struct flat *k = &r->reads->of.flat;
    struct flat_reader *f = &r->of.flat;

    aet_record_reader_init(&f->records, k->schema, r->headings);
    aet_facts_init(&f->room, k->schema);
    f->resolver = (struct resolver){ .schema = k->schema,
                                     .matchers = k->matchers,
                                     .number = how->number,
                                     .dates = how->dates,
                                     .marks = r->dates,
                                     .arena = r->arena };
}

static void free_reader(struct reader *r)
{
    struct flat_reader *f = &r->of.flat;

    aet_record_reader_free(&f->records);
    aet_facts_free(&f->room);
    aet_buf_free(&f->resolver.scratch);
}

static const struct schema *schema(const struct reads *k)
{
    return k->of.flat.schema;
}

static const struct nest *nest(const struct reads *k)
{
    (void)k;
    return NULL;
}

static void source(struct reader *r, struct source_options *o)
{
    o->headings.known = aet_headings_known;
    o->headings.context = r->headings;
}

static const struct rule *file(struct reader *r, const struct layout *l, struct span args[3],
                               size_t *column)
{
    return aet_record_reader_file(&r->of.flat.records, l, args, column);
}

static struct mapping *mapping(struct reader *r)
{
    return &r->of.flat.records.mapping;
}

static const char *near(struct reader *r, size_t column)
{
    const struct mapping *m = mapping(r);
    int field = NO_FIELD;

    if (m->layout->headings[column].n && m->field_of[column] == NO_FIELD)
        field = aet_heading_near(r->headings, m->names[column]);
    if (field == NO_FIELD || aet_mapping_has(m, field))
        return NULL;
    return r->reads->of.flat.schema->fields[field].name;
}

static const char *lacks(struct reader *r)
{
    const struct flat *k = &r->reads->of.flat;

    if (!aet_has_cells(r->of.flat.records.layout))
        return NULL;
    for (size_t i = 0; i < k->needed_n; i++)
        if (!aet_mapping_has(mapping(r), (int)k->needed[i]))
            return k->schema->fields[k->needed[i]].name;
    return NULL;
}

static void keep(struct reader *r, bool all)
{
    r->of.flat.keeps = all;
}

static void lot(struct reader *r, size_t bytes)
{
    aet_row_release(r->of.flat.records.row, bytes);
}

static enum parsed read_record(struct reader *r, struct held *h, size_t i, struct diags *diags)
{
    struct flat_reader *f = &r->of.flat;
    enum parsed p = aet_record_parse(&f->records, h->slice, &h->record, diags);

    (void)i;
    if (p != PARSED && p != PARSED_FAULTY)
        return p;
    aet_row_hold(f->records.row);
    if (f->keeps && h->record.cells_n) {
        size_t size = h->record.cells_n * sizeof *h->record.cells;
        struct span *cells = aet_arena_alloc(r->arena, size);

        h->record.cells = memcpy(cells, h->record.cells, size);
    }
    h->facts = aet_resolve_held(&f->resolver, &h->record, &f->room, diags);
    return p;
}

static void done(struct held *h)
{
    aet_record_done(&h->record);
}

static struct spot at(struct reader *r, const struct slice *slice, const struct diag *x)
{
    return x->placed == BY_PATH ? aet_place_at(&r->of.flat.records, slice, x->path)
                                : aet_spot_known(x);
}

static enum emitted emit(struct emitter *e, const struct held *h, const struct set *sets, size_t n,
                         struct buf *out, struct diags *diags)
{
    return aet_emit(e, &h->record, sets, n, out, diags);
}

static void columns(struct reader *r, const struct emitter *e, const struct layout *first,
                    struct sheet *sheet)
{
    aet_emit_columns(e, mapping(r), first, sheet);
}

const struct reader_kind aet_reader_flat = { init,   free_reader, schema,  nest,
                                             source, file,        mapping, near,
                                             lacks,  keep,        lot,     read_record,
                                             done,   at,          emit,    columns };
