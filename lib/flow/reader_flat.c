/* Records that are rows or plain objects. */
#include "flow/reader.h"
#include "headings/choice.h"
#include "headings/opening.h"
#include "record/emit.h"
#include "record/normal.h"
#include "record/place.h"
#include "record/resolve.h"

static void init(struct reader *r, const struct reading *how)
{
    const struct flat *k = &r->reads->of.flat;
    struct flat_reader *f = &r->of.flat;

    aet_record_reader_init(&f->records, k->schema, r->headings);
    aet_record_reader_apart(&f->records, how->number);
    aet_facts_init(&f->room, k->schema);
    f->resolver = (struct resolver){ .schema = k->schema,
                                     .matchers = k->matchers,
                                     .number = how->number,
                                     .dates = how->dates,
                                     .lists = &how->lists,
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

static void twin(struct reads *k, struct twins *twins)
{
    struct flat *f = &k->of.flat;

    f->matchers = aet_twins(twins, f->matchers, f->schema->n);
}

static void source(struct reader *r, struct source_options *o)
{
    o->headings.open = aet_headings_open;
    o->headings.context = r->headings;
}

static bool file(struct reader *r, const struct layout *l, struct heading_fault *fault)
{
    return aet_record_reader_file(&r->of.flat.records, l, fault);
}

static struct mapping *mapping(struct reader *r)
{
    return &r->of.flat.records.mapping;
}

static const char *leads(struct reader *r, size_t column)
{
    const struct mapping *m = mapping(r);
    const struct choice_column *c = aet_mapping_choice(m, column, NULL);
    int field = c ? c->field : m->field_of[column];

    return field == NO_FIELD ? NULL : r->reads->of.flat.schema->fields[field].name;
}

/* The field has no column, and its table knows the heading. */
static bool is_term_of(struct reader *r, int field, struct span heading)
{
    const struct flat *k = &r->reads->of.flat;
    const struct field *f = &k->schema->fields[field];
    struct matcher *m = k->matchers ? k->matchers[field] : NULL;

    for (size_t i = 0; i < r->of.flat.records.layout->columns; i++)
        if (mapping(r)->field_of[i] == field)
            return false;
    return m && aet_choice_type(f->type) && !f->generated && aet_match(m, heading) != NO_ROW;
}

static const char *choice(struct reader *r, size_t column)
{
    const struct flat *k = &r->reads->of.flat;
    struct span heading = mapping(r)->names[column], kept;
    struct buf text = { 0 };

    for (size_t i = 0; i < k->schema->n; i++) {
        if (!is_term_of(r, (int)i, heading))
            continue;
        aet_buf_str(&text, k->schema->fields[i].name);
        aet_buf_str(&text, " [");
        aet_buf_span(&text, heading);
        aet_buf_char(&text, ']');
        kept = aet_arena_copy(&r->of.flat.records.arena, aet_buf_view(&text));
        aet_buf_free(&text);
        return kept.p;
    }
    return NULL;
}

static const char *near(struct reader *r, size_t column)
{
    const struct mapping *m = mapping(r);
    int field = NO_FIELD;

    if (m->layout->headings[column].n && !aet_mapping_reads(m, column))
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
    aet_record_release(&r->of.flat.records, bytes, LOT_RECORDS);
}

/* A date, a number, a term of a table. */
static bool says_more(const struct facts *f, size_t field)
{
    enum type type = f->schema->fields[field].type;
    const struct item *items = aet_fact_items(f, field);

    if (aet_type_is_text(type) || type == TYPE_LIST)
        return false;
    if (type != TYPE_TERMS)
        return f->f[field].present && f->f[field].good;
    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        if (items[i].row != NO_ROW)
            return true;
    return false;
}

static bool speaks(const struct facts *f)
{
    for (size_t i = 0; i < f->schema->n; i++)
        if (says_more(f, i))
            return true;
    return false;
}

static struct apart_sheet *sheet(struct reader *r)
{
    return &r->of.flat.records.apart;
}

static bool is_term(const struct facts *f, size_t field)
{
    enum type type = f->schema->fields[field].type;
    const struct item *items = aet_fact_items(f, field);

    if (type != TYPE_TERMS)
        return type == TYPE_TERM && aet_fact_row(f, field) != NO_ROW;
    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        if (items[i].row != NO_ROW)
            return true;
    return false;
}

/* A term may be a title, or the rest of the line above: nothing says which. */
static enum parsed refuse_term(struct held *h, const struct field *of, struct diags *diags)
{
    struct diag *x = aet_diag_add(diags, &aet_rules_ent[ENT_TERM_ALONE], aet_span_z(of->name));

    aet_diag_arg(diags, x, "valeur", h->asides->text);
    aet_diag_about(x, &of->title);
    h->asides_n = 0;
    return PARSED_BAD;
}

/* One cell that is alone, in a column of other things than words: what it reads as tells what the
 * line is. `from`: what was said of it. */
static enum parsed settle_alone(struct reader *r, struct held *h, size_t from, struct diags *diags)
{
    size_t field = (size_t)mapping(r)->field_of[h->asides->column];
    const struct field *of = &h->facts.schema->fields[field];
    struct span text = h->asides->text;

    if (is_term(&h->facts, field)) {
        aet_diags_forget(diags, from);
        return refuse_term(h, of, diags);
    }
    if ((h->facts.f[field].good && of->type != TYPE_TERMS) ||
        (text.p[0] >= '0' && text.p[0] <= '9')) { /* a record that lacks all the rest */
        h->asides_n = 0;
        return PARSED;
    }
    h->asides->kind = APART_NOTE;
    return PARSED_ASIDE;
}

static enum parsed read_record(struct reader *r, struct held *h, size_t i, struct diags *diags)
{
    struct flat_reader *f = &r->of.flat;
    size_t from = diags->n;
    enum parsed p = aet_record_parse(&f->records, h->slice, &h->record, diags);

    (void)i;
    if (h->record.aside) {
        h->asides = aet_aside_keep(h->record.aside, r->arena);
        h->asides_n = 1;
    }
    if (p != PARSED && p != PARSED_FAULTY)
        return p;
    aet_record_hold(&f->records);
    if ((f->keeps || h->slice->filled_n) && h->record.cells_n) {
        size_t size = h->record.cells_n * sizeof *h->record.cells;
        struct span *cells = aet_arena_alloc(r->arena, size);

        h->record.cells = memcpy(cells, h->record.cells, size);
    }
    h->facts = aet_resolve_held(&f->resolver, &h->record, &f->room, diags);
    if (h->record.lacking) {
        h->cells = h->record.cells_n - h->record.lacking;
        h->speaks = speaks(&h->facts);
    }
    return p == PARSED && h->asides_n && h->asides->kind == APART_ALONE
               ? settle_alone(r, h, from, diags)
               : p;
}

/* Nothing is added up of what could not be parsed. */
static void sum(struct reader *r, const struct held *h, size_t part, struct sums *to)
{
    const struct apart_sheet *s = sheet(r);

    if (!h->known || part)
        return;
    aet_sums_line(to);
    for (size_t k = 0; k < s->adding_n; k++) {
        const struct fact *x = &h->facts.f[s->adding[k].field];

        if (x->good)
            aet_sums_add(to, k, s->adding[k].holds == HOLDS_MONEY ? x->u.cents : x->u.minutes);
        else if (x->present)
            aet_sums_unread(to, k);
    }
}

static bool second(struct reader *r, const struct held *h, bool near)
{
    return aet_apart_second(sheet(r), h->slice->raw, near);
}

static void name(struct reader *r, const struct held *h, struct diag *x)
{
    x->noun = &r->reads->of.flat.schema->noun;
    if (h->facts.f)
        x->name = aet_facts_name(&h->facts, r->arena);
}

static struct spot at(struct reader *r, const struct slice *slice, const struct diag *x,
                      struct place_walk *w)
{
    return x->placed == BY_PATH ? aet_place_at(&r->of.flat.records, slice, x->path, w)
                                : aet_spot_known(x);
}

static size_t normal(struct reader *r, const struct emitter *e, const struct held *h,
                     struct set *sets)
{
    const struct flat *k = &r->reads->of.flat;
    const struct normal how = { .whole = r->whole,
                                .coarse = r->coarse,
                                .schema = k->schema,
                                .matchers = k->matchers,
                                .headings = r->headings,
                                .delimiter = e->to->shape == SHAPE_CELLS ? e->form.delimiter : 0,
                                .arena = r->arena };

    return aet_normal(&how, &h->record, &h->facts, sets);
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

const struct reader_kind aet_reader_flat = { init,        free_reader, schema,  nest,  twin,
                                             source,      file,        mapping, leads, choice,
                                             near,        lacks,       keep,    sheet, lot,
                                             read_record, sum,         second,  NULL,  NULL,
                                             name,        at,          normal,  emit,  columns };
