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
    aet_apart_free(&r->apart);
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
    for (size_t i = 0; i < columns; i++)
        if (!l->headings[i].n && row->cells[i].n) {
            aet_width_no_name(l, row, &at, i, d);
            p = PARSED_FAULTY;
        }
    return p;
}

static void take_values(struct record_reader *r)
{
    for (size_t i = 0; i < r->layout->columns && i < r->row->n; i++) {
        int f = r->mapping.field_of[i];
        struct span cell = r->row->cells[i];

        if (f == NO_FIELD || !cell.n || r->schema->fields[f].generated)
            continue;
        r->values[f] = (struct value){ VALUE_TEXT, aet_cell_bare(r->layout, cell), NULL };
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
            r->values[field] = (struct value){ VALUE_TEXT,
                                               aet_buf_slice(text, start, text->n - start), NULL };
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

struct value aet_value_of(const json_t *v)
{
    switch (json_typeof(v)) {
    case JSON_NULL:
        return (struct value){ .kind = VALUE_NONE };
    case JSON_STRING:
        return (struct value){ json_string_length(v) ? VALUE_TEXT : VALUE_NONE,
                               aet_json_string_span(v), v };
    case JSON_INTEGER:
    case JSON_REAL:
        return (struct value){ VALUE_NUMBER, { "", 0 }, v };
    case JSON_ARRAY:
        return (struct value){ json_array_size(v) ? VALUE_ARRAY : VALUE_NONE, { "", 0 }, v };
    default:
        return (struct value){ VALUE_WRONG, { "", 0 }, v };
    }
}

/* Numbers are read from the slice, as they were written: jansson keeps the members in the order of
 * the text, so that one walk beside it finds them, however their keys are written. */
static void take_lexemes(struct record_reader *r, struct span raw, json_t *object)
{
    struct span inside = aet_json_inside(raw);
    struct span key, value;
    void *at = json_object_iter(object);

    for (; at && aet_json_next(&inside, &key, &value); at = json_object_iter_next(object, at)) {
        const json_t *v = json_object_iter_value(at);

        for (size_t f = 0; json_is_number(v) && f < r->schema->n; f++)
            if (r->values[f].json == v)
                r->values[f].text = value;
    }
}

/* Two keys for one field: said at the second. */
static void field_twice(struct record_reader *r, struct span raw, json_t *object, const char *name,
                        int f, struct diags *d)
{
    struct span inside = aet_json_inside(raw);
    struct span key = raw, value;
    void *at = json_object_iter(object);
    const char *first = name;

    while (at && aet_json_next(&inside, &key, &value) && json_object_iter_key(at) != name) {
        if (json_object_iter_value(at) == r->values[f].json)
            first = json_object_iter_key(at);
        at = json_object_iter_next(object, at);
    }
    aet_raw_bad(d, ENT_FIELD_TWICE, (size_t)(key.p - raw.p), "valeur", aet_span_z(name));
    aet_diag_arg(d, &d->items[d->n - 1], "autre", aet_span_z(first));
    aet_diag_about(&d->items[d->n - 1], &r->schema->fields[f].title);
}

static enum parsed take_members(struct record_reader *r, struct span raw, struct record *out,
                                struct diags *d)
{
    const char *key;
    json_t *v;
    bool numbers = false;
    enum parsed p = PARSED;

    json_object_foreach(out->json, key, v)
    {
        int f = aet_heading_field(r->headings, aet_span_z(key));

        if (f == NO_FIELD || r->schema->fields[f].generated)
            continue;
        if (r->values[f].json && v != r->values[f].json) {
            field_twice(r, raw, out->json, key, f, d);
            p = PARSED_FAULTY;
            continue;
        }
        r->values[f] = aet_value_of(v);
        r->values[f].json = v;
        numbers |= r->values[f].kind == VALUE_NUMBER;
    }
    if (numbers)
        take_lexemes(r, raw, out->json);
    return p;
}

static enum parsed parse_object(struct record_reader *r, struct span raw, struct record *out,
                                struct diags *d)
{
    if (!aet_span_trim(raw).n)
        return PARSED_BLANK;
    out->json = aet_raw_object(raw, d);
    if (!out->json)
        return PARSED_BAD;
    if (r->tells_apart && aet_aside_object(out->json, raw, "diagnostics", &r->apart.aside)) {
        out->aside = &r->apart.aside;
        return PARSED_ASIDE;
    }
    if (json_string_length(json_object_get(out->json, "brut")) &&
        json_object_get(out->json, "diagnostics"))
        return aet_raw_bad(d, ENT_STILL_RAW, 0, NULL, AET_LIT(""));
    return take_members(r, raw, out, d);
}

enum parsed aet_record_parse(struct record_reader *r, const struct slice *slice, struct record *out,
                             struct diags *d)
{
    *out = (struct record){
        .slice = slice, .layout = r->layout, .schema = r->schema, .values = r->values
    };
    for (size_t i = 0; i < r->schema->n; i++)
        r->values[i] = (struct value){ .kind = VALUE_NONE };
    if (aet_raw_text(r->layout, slice->raw, d) != PARSED)
        return PARSED_BAD;
    if (r->row)
        return parse_cells(r, slice, out, d);
    return parse_object(r, slice->raw, out, d);
}

void aet_record_done(struct record *r)
{
    json_decref(r->json);
    r->json = NULL;
}
