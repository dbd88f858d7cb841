/* Parsing a record: its cells or its object, as the format reads them. */
#include "record/record.h"

#include "record/choices.h"
#include "record/fill.h"
#include "record/width.h"

void aet_record_reader_init(struct record_reader *r, const struct schema *schema,
                            struct headings *headings)
{
    *r = (struct record_reader){ .schema = schema, .headings = headings };
    r->values = aet_calloc(schema->n, sizeof *r->values);
}

void aet_record_reader_free(struct record_reader *r)
{
    aet_row_free(r->row);
    aet_object_free(&r->object);
    aet_apart_free(&r->apart);
    aet_free(r->fields);
    aet_free(r->values);
    aet_arena_free(&r->arena);
    aet_buf_free(&r->key);
}

void aet_record_reader_apart(struct record_reader *r, struct number_form number)
{
    r->tells_apart = true;
    r->apart.number = number;
    r->apart.knows = aet_headings_known;
    r->apart.context = r->headings;
}

enum holds aet_type_holds(enum type type)
{
    switch (type) {
    case TYPE_TEXT:
    case TYPE_NAME:
    case TYPE_LIST:
    case TYPE_NAMES:
        return HOLDS_WORDS;
    case TYPE_MONEY:
        return HOLDS_MONEY;
    case TYPE_DURATION:
        return HOLDS_HOURS;
    case TYPE_MINUTES:
        return HOLDS_MINUTES;
    default:
        return HOLDS_OTHER;
    }
}

static void sheet_of(struct record_reader *r)
{
    const struct mapping *m = &r->mapping;

    for (size_t i = 0; r->tells_apart && i < r->layout->columns; i++) {
        int field = m->field_of[i];
        const struct field *f = field == NO_FIELD ? NULL : &r->schema->fields[field];

        if (f && !f->generated)
            aet_apart_column(&r->apart, i, aet_type_holds(f->type), f->title, field);
        else if (aet_mapping_choice(m, i, NULL)) /* ticked or not */
            aet_apart_column(&r->apart, i, HOLDS_WORDS, (struct text){ "", "" }, NO_FIELD);
    }
}

bool aet_record_reader_file(struct record_reader *r, const struct layout *layout,
                            struct heading_fault *fault)
{
    aet_row_free(r->row);
    r->row = NULL;
    r->layout = layout;
    memset(r->values, 0, r->schema->n * sizeof *r->values);
    if (r->tells_apart)
        aet_apart_file(&r->apart, layout);
    if (!aet_has_cells(layout))
        return true;
    r->row = layout->format->row_new(layout);
    if (!aet_mapping_make(&r->mapping, r->headings, layout, &r->arena, fault))
        return false;
    r->row->spare = aet_choices_room(&r->mapping);
    sheet_of(r);
    return true;
}

/* Cells without a heading must be empty: a spreadsheet leaves such columns behind. */
static enum parsed check_cells(struct record_reader *r, const struct slice *slice, struct diags *d)
{
    const struct row_at at = { slice, slice->raw };
    const struct row *row = r->row;
    const struct layout *l = r->layout;
    size_t columns = row->n < l->columns ? row->n : l->columns;
    enum parsed p = PARSED;

    if (r->mapping.brut < columns && row->cells[r->mapping.brut].n)
        return aet_raw_bad(d, ENT_STILL_RAW, l->format->cell_at(l, slice->raw, r->mapping.brut),
                           NULL, AET_LIT(""));
    if (!aet_width_check(&r->mapping, r->row, &at, d))
        p = PARSED_FAULTY;
    for (size_t i = 0; i < r->mapping.nameless_n; i++) {
        size_t column = r->mapping.nameless[i];

        if (column < columns && row->cells[column].n) {
            aet_width_no_name(l, row, &at, column, d);
            p = PARSED_FAULTY;
        }
    }
    return p;
}

static void take_values(struct record_reader *r)
{
    for (size_t i = 0; i < r->mapping.taken_n && r->mapping.taken[i].column < r->row->n; i++) {
        const struct taken_column *t = &r->mapping.taken[i];
        struct span cell = r->row->cells[t->column];

        if (!cell.n)
            continue;
        if (r->layout->guarded)
            cell = aet_cell_bare(r->layout, cell);
        r->values[t->field].kind = VALUE_TEXT;
        r->values[t->field].text = cell;
    }
}

/* Whether the line is a record, as far as its cells tell. */
static enum parsed look_apart(struct record_reader *r, struct span raw, struct record *out,
                              struct diags *d)
{
    enum apart kind = aet_apart_look(&r->apart, r->row, raw);

    out->aside = kind == APART_NOT || kind == APART_DOUBT ? NULL : &r->apart.aside;
    if (kind == APART_DOUBT)
        return aet_raw_bad(d, ENT_TOTAL_DOUBT,
                           r->layout->format->cell_at(r->layout, raw, r->apart.aside.column),
                           "valeur", r->apart.aside.text);
    return kind == APART_NOT || kind == APART_ALONE ? PARSED : PARSED_ASIDE;
}

/* Columns that are choices of one field make one list, behind the cells. */
static bool take_choices(struct record_reader *r, struct span raw, struct diags *d)
{
    const struct mapping *m = &r->mapping;
    struct buf *text = &r->row->text;
    bool ok = true, first;

    for (size_t i = 0; i < m->choices_n; i++) {
        int field = m->choices[i].field;
        size_t start = text->n;

        if (!aet_mapping_choice(m, m->choices[i].column, &first) || !first)
            continue;
        ok &= aet_choices_write(m, r->row->cells, field, &r->key, text);
        if (text->n > start)
            r->values[field] = (struct value){
                .kind = VALUE_TEXT, .text = aet_buf_slice(text, start, text->n - start)
            };
    }
    if (!ok)
        aet_choices_refuse(m, r->row->cells, raw, &r->key, d);
    return ok;
}

/* Columns that lead nowhere, as long as no value was met in them. */
static void see_passed_over(struct mapping *m, const struct row *row)
{
    for (size_t k = 0; k < m->empty_n;) {
        size_t column = m->empty[k];

        if (column >= row->n || !row->cells[column].n) {
            k++;
            continue;
        }
        m->passed_over[column] = true;
        m->empty[k] = m->empty[--m->empty_n];
    }
}

/* Cells that are read as those above them. False: nothing stands above one. */
static bool fill(struct record_reader *r, const struct slice *slice, struct diags *d)
{
    bool ok = true;

    for (size_t i = 0; i < slice->filled_n; i++) {
        const struct filled *f = &slice->filled[i];

        if (f->column >= r->row->n)
            continue;
        aet_fill_say(d, f, r->layout->format->cell_at(r->layout, slice->raw, f->column));
        r->row->cells[f->column] = f->text;
        ok &= !f->none;
    }
    return ok;
}

static enum parsed parse_cells(struct record_reader *r, const struct slice *slice,
                               struct record *out, struct diags *d)
{
    struct span raw = slice->raw;
    size_t at = 0;
    enum fault f = r->row->read(r->row, raw, &at);

    if (f != FAULT_NONE)
        return aet_raw_fault(d, f, at);
    if (r->row->n == 0 || r->row->blank)
        return PARSED_BLANK;

    size_t cells = r->row->n;
    enum parsed p = r->tells_apart && !slice->filled_n ? look_apart(r, raw, out, d) : PARSED;

    if (p == PARSED)
        p = check_cells(r, slice, d);
    if (p == PARSED_BAD || p == PARSED_ASIDE)
        return p;
    out->fits = p == PARSED;
    if (slice->filled_n && !fill(r, slice, d))
        p = PARSED_FAULTY;
    take_values(r);
    see_passed_over(&r->mapping, r->row);
    if (r->mapping.choices_n && !take_choices(r, raw, d))
        p = PARSED_FAULTY;
    out->cells = r->row->cells;
    out->cells_n = r->row->n;
    out->lacking = r->row->n - cells;
    out->mapping = &r->mapping;
    return p;
}

struct value aet_value_of(struct span raw, struct arena *arena)
{
    struct value v = { VALUE_WRONG, AET_LIT(""), raw };

    switch (aet_json_type(raw)) {
    case JSON_NULL:
        v.kind = VALUE_NONE;
        break;
    case JSON_STRING:
        v.text = aet_json_text(raw, arena);
        v.kind = v.text.n ? VALUE_TEXT : VALUE_NONE;
        break;
    case JSON_REAL:
        v.kind = VALUE_NUMBER;
        v.text = raw;
        break;
    case JSON_ARRAY:
        v.kind = aet_json_empty(raw) ? VALUE_NONE : VALUE_ARRAY;
        break;
    default:
        break;
    }
    return v;
}

/* Two keys for one field: said at the second. */
static void field_twice(struct record_reader *r, struct span raw, const struct member *m, int f,
                        struct diags *d)
{
    const struct member *first = r->object.members;

    while (first->value.p != r->values[f].raw.p)
        first++;
    aet_raw_bad(d, ENT_FIELD_TWICE, (size_t)(m->name.p - raw.p), "valeur",
                aet_object_spelt(&r->object, m->name));
    aet_diag_arg(d, &d->items[d->n - 1], "autre", aet_object_spelt(&r->object, first->name));
    aet_diag_about(&d->items[d->n - 1], &r->schema->fields[f].title);
}

/* The field of a member that has one to be read; looked up once for each name of the pattern. */
static int field_of(struct record_reader *r, const struct member *m)
{
    int f;

    if (m->place != NO_PLACE && r->fields_of == r->object.patterns)
        return r->fields[m->place];
    f = aet_heading_field(r->headings, aet_object_spelt(&r->object, m->name));
    return f != NO_FIELD && r->schema->fields[f].generated ? NO_FIELD : f;
}

static void see_pattern(struct record_reader *r)
{
    const struct object *o = &r->object;

    if (r->fields_of == o->patterns)
        return;
    while (r->fields_cap < o->pattern_n)
        r->fields = aet_grow(r->fields, &r->fields_cap, r->fields_cap, sizeof *r->fields);
    for (size_t i = 0; i < o->pattern_n; i++) {
        const struct member m = { .name = o->pattern[i], .place = NO_PLACE };

        r->fields[i] = field_of(r, &m);
    }
    r->fields_of = o->patterns;
}

static enum parsed take_members(struct record_reader *r, struct span raw, struct diags *d)
{
    enum parsed p = PARSED;

    for (size_t i = 0; i < r->schema->n; i++)
        r->values[i].raw.n = 0;
    see_pattern(r);
    for (size_t i = 0; i < r->object.n; i++) {
        const struct member *m = &r->object.members[i];
        int f = field_of(r, m);

        if (f == NO_FIELD)
            continue;
        if (r->values[f].raw.n) {
            field_twice(r, raw, m, f, d);
            p = PARSED_FAULTY;
            continue;
        }
        r->values[f] = aet_value_of(m->value, &r->object.spelt);
    }
    return p;
}

/* A record that was rejected, and what it said is still in the column for that. */
static bool is_still_raw(struct object *o)
{
    const struct member *brut = aet_object_member(o, AET_LIT("brut"));

    return brut && aet_json_type(brut->value) == JSON_STRING && brut->value.n > 2 &&
           aet_object_member(o, AET_LIT("diagnostics"));
}

static enum parsed parse_object(struct record_reader *r, struct span raw, struct record *out,
                                struct diags *d)
{
    if (!aet_span_trim(raw).n)
        return PARSED_BLANK;
    if (aet_raw_object(&r->object, raw, d) != FAULT_NONE)
        return PARSED_BAD;
    if (r->tells_apart && aet_aside_object(&r->object, raw, "diagnostics", &r->apart.aside)) {
        out->aside = &r->apart.aside;
        return PARSED_ASIDE;
    }
    if (is_still_raw(&r->object))
        return aet_raw_bad(d, ENT_STILL_RAW, 0, NULL, AET_LIT(""));
    return take_members(r, raw, d);
}

enum parsed aet_record_parse(struct record_reader *r, const struct slice *slice, struct record *out,
                             struct diags *d)
{
    *out = (struct record){
        .slice = slice, .layout = r->layout, .schema = r->schema, .values = r->values
    };
    for (size_t i = 0; i < r->schema->n; i++)
        r->values[i].kind = VALUE_NONE;
    if (aet_raw_text(r->layout, slice->raw, d) != PARSED)
        return PARSED_BAD;
    if (r->row)
        return parse_cells(r, slice, out, d);
    return parse_object(r, slice->raw, out, d);
}

void aet_record_hold(struct record_reader *r)
{
    aet_row_hold(r->row);
    aet_object_hold(&r->object);
}

void aet_record_release(struct record_reader *r, size_t bytes, size_t records)
{
    aet_row_release(r->row, bytes, records);
    aet_object_release(&r->object);
}
