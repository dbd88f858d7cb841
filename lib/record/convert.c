/* From cells to objects and back. Numbers go over as digits, never through a double. */
#include "record/convert.h"

#include <stdio.h>

#include "base/duration.h"
#include "headings/outside.h"
#include "record/choices.h"
#include "record/facts.h"
#include "record/items.h"

static enum type type_of(const struct emitter *e, int field)
{
    return field == NO_FIELD ? TYPE_TEXT : e->schema->fields[field].type;
}

/* Whether what reads as a number goes over as one. A workbook has it so of every measure. */
static bool is_counted(const struct emitter *e, enum type type)
{
    return type == TYPE_MONEY || type == TYPE_DURATION || type == TYPE_MINUTES ||
           (e->to->typed && (type == TYPE_NUMBER || type == TYPE_INTEGER || type == TYPE_VALUE));
}

enum sheet_kind aet_convert_kind(enum type type, bool number)
{
    if (!number)
        return type == TYPE_DATE || type == TYPE_MONTH ? SHEET_DATE : SHEET_TEXT;
    return type == TYPE_MONEY      ? SHEET_MONEY
           : type == TYPE_DURATION ? SHEET_HOURS
           : type == TYPE_MINUTES  ? SHEET_MINUTES
                                   : SHEET_NUMBER;
}

/* The cell as text, a guarding apostrophe dropped. */
static struct span bare_cell(const struct record *r, size_t column)
{
    return aet_cell_bare(r->layout, r->cells[column]);
}

/* A column that is no field goes over byte for byte, with the blanks around. */
static struct span whole_cell(const struct record *r, size_t column)
{
    const struct format *f = r->layout->format;
    struct span cell = r->cells[column];

    if (f->cell_whole)
        cell = f->cell_whole(r->layout, r->slice->raw, cell);
    return aet_cell_bare(r->layout, cell);
}

static struct span written_cell(const struct record *r, size_t column)
{
    return r->mapping->field_of[column] == NO_FIELD ? whole_cell(r, column) : bare_cell(r, column);
}

/* `1 h 30` as the number that its column holds, as in a workbook one column is of one kind: hours
 * of fifteen digits are read back as the same minute. */
static bool duration(struct emitter *e, const struct layout *l, enum type type, struct span text)
{
    struct number_form form = aet_number_form(e->number, l);
    char digits[40];
    int64_t minutes;

    if (!e->to->typed || (type != TYPE_DURATION && type != TYPE_MINUTES) ||
        aet_duration_read(text, form, type == TYPE_MINUTES ? 1 : 60, &minutes) != DURATION_OK)
        return false;
    snprintf(digits, sizeof digits, "%.15g",
             type == TYPE_MINUTES ? (double)minutes : (double)minutes / 60);
    aet_buf_clear(&e->scratch);
    aet_buf_str(&e->scratch, digits);
    return true;
}

/* The canonical text of a money, duration or date field; what cannot be read stays as it is. Lives
 * in the emitter's scratch. */
static struct span canonical(struct emitter *e, const struct layout *l, enum type type,
                             struct span text, bool *number)
{
    struct date d;

    *number = false;
    aet_buf_clear(&e->scratch);
    if (is_counted(e, type)) {
        *number = aet_number_read(text, aet_number_form(e->number, l), &e->scratch) == NUMBER_OK ||
                  duration(e, l, type, text);
        return *number ? aet_buf_view(&e->scratch) : text;
    }
    if ((type == TYPE_DATE || type == TYPE_MONTH) &&
        aet_date_read(text, e->dates, type == TYPE_MONTH, &d) == DATE_OK) {
        aet_date_write(d, &e->scratch);
        return aet_buf_view(&e->scratch);
    }
    return text;
}

struct span aet_convert_cell(struct emitter *e, const struct layout *l, enum type type,
                             struct span text, enum sheet_kind *kind)
{
    bool number;

    text = canonical(e, l, type, text, &number);
    *kind = aet_convert_kind(type, number);
    return text;
}

static void put_list(struct emitter *e, const struct field *field, struct span cell,
                     struct buf *out)
{
    struct value v = { .kind = VALUE_TEXT, .text = cell };
    struct items it = aet_items(&v, &e->arena);
    struct span part;
    bool first = true;

    it.separators = aet_lists_of(e->lists, field);
    aet_buf_char(out, '[');
    while (aet_items_next(&it, &part)) {
        if (!first)
            aet_buf_char(out, ',');
        aet_json_string(out, part);
        first = false;
    }
    aet_buf_char(out, ']');
}

static void put_member_value(struct emitter *e, const struct record *r, size_t column,
                             struct buf *out)
{
    enum type type = type_of(e, r->mapping->field_of[column]);
    struct span cell = written_cell(r, column);
    bool number;

    if (!cell.n) {
        aet_buf_str(out, "null");
    } else if (aet_type_is_list(type)) {
        put_list(e, &e->schema->fields[r->mapping->field_of[column]], cell, out);
    } else {
        struct span text = canonical(e, r->layout, type, cell, &number);

        if (number)
            aet_buf_span(out, text);
        else
            aet_json_string(out, text);
    }
}

/* Whether cells would read a name that no field claims in objects: as one choice of a field, as
 * what a file of --rejets could not read, or not at all. */
static bool claimed_by_cells(struct emitter *e, struct span name)
{
    struct span label;

    return aet_outside_cells(name) || aet_span_eq(name, AET_LIT("brut")) ||
           aet_heading_choice(e->headings, name, &label) != NO_FIELD;
}

/* The name of what no field claims, going from cells to an object or back. It lives until the next
 * record. */
static struct span outside(struct emitter *e, struct span name, bool to_cells)
{
    struct outside o = aet_outside_of(name);
    bool claimed = claimed_by_cells(e, o.name);
    struct buf out = { 0 };
    struct span moved = name;

    if (claimed) {
        aet_outside_put(o, !to_cells, to_cells, &out);
        moved = aet_arena_copy(&e->arena, aet_buf_view(&out));
    }
    aet_buf_free(&out);
    return moved;
}

static struct span column_name(struct emitter *e, const struct record *r, size_t column)
{
    int field = r->mapping->field_of[column];

    return field == NO_FIELD ? outside(e, r->mapping->names[column], false)
                             : aet_span_z(e->schema->fields[field].name);
}

/* The same of a member, which says so where it changes. */
static struct span member_name(struct emitter *e, const struct record *r, struct span key,
                               int field, struct span raw, struct diags *diags)
{
    struct span name = aet_heading_name(e->headings, key), moved;
    struct diag *x;

    if (field != NO_FIELD)
        return aet_span_z(e->schema->fields[field].name);
    moved = outside(e, name, true);
    if (moved.n > name.n && aet_json_type(raw) != JSON_NULL) {
        x = aet_diag_add(diags, &aet_rules_ent[ENT_OUTSIDE], AET_LIT(""));
        aet_diag_arg(diags, x, "valeur", name);
        aet_diag_arg(diags, x, "autre", moved);
        aet_diag_at(x, AT_CELL, (size_t)(raw.p - r->slice->raw.p));
    }
    return moved;
}

/* A field that a verb adds; the others stay in their place. */
static bool is_added(const struct emitter *e, const struct set *s)
{
    return e->schema->fields[s->field].generated;
}

/* A member that the record had not; `*open` is what stands before it. */
static void put_new(const struct emitter *e, const struct set *set, char *open, struct buf *out)
{
    if (!set->n)
        return;
    aet_buf_char(out, *open);
    *open = ',';
    aet_json_string(out, aet_span_z(e->schema->fields[set->field].name));
    aet_buf_char(out, ':');
    aet_set_json(set, out);
}

/* Columns that are choices of one field are one member. */
static void put_choices(struct emitter *e, const struct record *r, int field, struct buf *out)
{
    struct buf list = { 0 };

    aet_buf_clear(&e->scratch);
    aet_choices_write(r->mapping, r->cells, field, &e->scratch, &list);
    aet_json_string(out, aet_span_z(e->schema->fields[field].name));
    aet_buf_char(out, ':');
    if (list.n)
        put_list(e, &e->schema->fields[field], aet_buf_view(&list), out);
    else
        aet_buf_str(out, "null");
    aet_buf_free(&list);
}

static void cells_to_object(struct emitter *e, const struct record *r, const struct set *sets,
                            size_t n, struct buf *out)
{
    char open = '{';

    for (size_t i = 0; i < r->layout->columns; i++) {
        const struct set *s = aet_set_of(sets, n, r->mapping->field_of[i]);
        bool first;
        const struct choice_column *c = aet_mapping_choice(r->mapping, i, &first);

        if (!r->layout->headings[i].n || (c && !first))
            continue;
        aet_buf_char(out, open);
        open = ',';
        if (c) {
            put_choices(e, r, c->field, out);
            continue;
        }
        aet_json_string(out, column_name(e, r, i));
        aet_buf_char(out, ':');
        if (s)
            aet_set_json(s, out);
        else
            put_member_value(e, r, i, out);
    }
    for (size_t i = 0; i < n; i++)
        if (!aet_mapping_has(r->mapping, (int)sets[i].field))
            put_new(e, &sets[i], &open, out);
    aet_buf_str(out, open == '{' ? "{}" : "}");
}

/* Those that the verb adds and no column of the record has. */
static void put_added(struct emitter *e, const struct mapping *m, const struct set *sets, size_t n,
                      struct buf *out)
{
    for (size_t i = 0; i < n; i++)
        if (is_added(e, &sets[i]) && !(m && aet_mapping_has(m, (int)sets[i].field)))
            aet_sheet_cell(out, aet_span_z(e->schema->fields[sets[i].field].name),
                           aet_set_cell(&e->scratch, &sets[i]), SHEET_TEXT);
}

enum emitted aet_convert_cells(struct emitter *e, const struct record *r, const struct set *sets,
                               size_t n, struct buf *out)
{
    if (e->to->shape != SHAPE_CELLS) {
        cells_to_object(e, r, sets, n, out);
        return EMITTED_TEXT;
    }
    for (size_t i = 0; i < r->layout->columns; i++) {
        int field = r->mapping->field_of[i];
        const struct set *s = aet_set_of(sets, n, field);
        bool number = s && s->form == SET_NUMBER;
        struct span text;

        if (!r->mapping->names[i].n)
            continue;
        text = s ? aet_set_cell(&e->scratch, s)
                 : canonical(e, r->layout, type_of(e, field), written_cell(r, i), &number);
        aet_sheet_cell(out, r->mapping->names[i], text,
                       aet_convert_kind(type_of(e, field), number));
    }
    put_added(e, r->mapping, sets, n, out);
    return EMITTED_CELLS;
}

/* A JSON array as a list cell; false when a part holds a line end. */
static bool array_cell(struct emitter *e, struct span raw, struct buf *cell)
{
    struct span inside = aet_json_inside(raw), lexeme;
    struct buf part = { 0 };
    bool ok = true;

    aet_buf_clear(cell);
    while (aet_json_next(&inside, NULL, &lexeme)) {
        json_type is = aet_json_type(lexeme);

        if (is == JSON_NULL)
            continue;
        if (cell->n)
            aet_buf_char(cell, '|');
        aet_buf_clear(&part);
        if (is == JSON_STRING)
            aet_buf_span(&part, aet_json_text(lexeme, &e->arena));
        else
            aet_json_compact(&part, lexeme);
        ok &= aet_items_write(cell, aet_buf_view(&part));
    }
    aet_buf_free(&part);
    return ok;
}

/* One member as a cell; false when it cannot be one. */
static bool member_cell(struct emitter *e, const struct record *r, struct span name, int field,
                        struct span raw, struct buf *out)
{
    enum type type = type_of(e, field);
    struct buf cell = { 0 };
    struct span text = { "", 0 };
    bool number = false, ok = true;

    switch (aet_json_type(raw)) {
    case JSON_STRING:
        text = canonical(e, r->layout, type, aet_json_text(raw, &e->arena), &number);
        break;
    case JSON_REAL:
        text = raw;
        number = is_counted(e, type); /* under an unknown key the digits are not ours to change */
        break;
    case JSON_ARRAY:
        ok = array_cell(e, raw, &cell);
        text = aet_buf_view(&cell);
        break;
    case JSON_NULL:
        break;
    default:
        aet_json_compact(&cell, raw);
        text = aet_buf_view(&cell);
    }
    aet_sheet_cell(out, name, text, aet_convert_kind(type, number));
    aet_buf_free(&cell);
    return ok;
}

enum emitted aet_convert_object(struct emitter *e, const struct record *r, const struct set *sets,
                                size_t n, struct buf *out, struct diags *diags)
{
    struct span inside = aet_json_inside(r->slice->raw), raw_key, raw;
    size_t start = out->n;

    while (aet_json_next(&inside, &raw_key, &raw)) {
        struct span key = aet_json_text(raw_key, &e->arena);
        int field = aet_heading_field(e->headings, key);
        struct span name = member_name(e, r, key, field, raw, diags);
        const struct set *s = aet_set_of(sets, n, field);

        if (s && is_added(e, s))
            continue;
        if (s) {
            aet_sheet_cell(out, name, aet_set_cell(&e->scratch, s),
                           aet_convert_kind(type_of(e, field), s->form == SET_NUMBER));
            continue;
        }
        if (!member_cell(e, r, name, field, raw, out)) {
            struct diag *x = aet_diag_add(diags, &aet_rules_ent[ENT_LIST_LINE], name);

            if (field == NO_FIELD)
                aet_diag_arg(diags, x, "intitule", name);
            else
                aet_diag_about(x, &e->schema->fields[field].title);
            out->n = start;
            return EMITTED_NOT;
        }
    }
    put_added(e, NULL, sets, n, out);
    return EMITTED_CELLS;
}

enum emitted aet_rewrite_object(struct emitter *e, const struct record *r, const struct set *sets,
                                size_t n, struct buf *out)
{
    struct span inside = aet_json_inside(r->slice->raw), raw_key, raw;
    char open = '{';

    while (aet_json_next(&inside, &raw_key, &raw)) {
        struct span key = aet_json_text(raw_key, &e->arena);
        const struct set *s = aet_set_of(sets, n, aet_heading_field(e->headings, key));

        if (s && is_added(e, s))
            continue;
        aet_buf_char(out, open);
        open = ',';
        aet_json_string(out, aet_heading_name(e->headings, key));
        aet_buf_char(out, ':');
        if (s)
            aet_set_json(s, out);
        else if (e->to->one_line)
            aet_json_compact(out, raw);
        else
            aet_buf_span(out, raw);
    }
    for (size_t i = 0; i < n; i++)
        if (is_added(e, &sets[i]))
            put_new(e, &sets[i], &open, out);
    aet_buf_str(out, open == '{' ? "{}" : "}");
    return EMITTED_TEXT;
}
