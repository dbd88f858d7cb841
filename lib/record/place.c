/* Late places. */
#include "record/place.h"

#include "format/sheet_place.h"
#include "record/choices.h"

/* One step of a path: a name, then perhaps indices. */
static struct span next_name(struct span *path)
{
    size_t n = 0;

    if (path->n && path->p[0] == '.')
        *path = aet_span_from(*path, 1);
    while (n < path->n && path->p[n] != '.' && path->p[n] != '[')
        n++;

    struct span name = aet_span(path->p, n);

    *path = aet_span_from(*path, n);
    return name;
}

static bool next_index(struct span *path, size_t *index)
{
    size_t i = 1;

    if (!path->n || path->p[0] != '[')
        return false;
    *index = 0;
    for (; i < path->n && path->p[i] != ']'; i++)
        *index = *index * 10 + (size_t)(path->p[i] - '0');
    *path = aet_span_from(*path, i + 1);
    return true;
}

static bool member(struct record_reader *r, struct span object, struct span name, bool top,
                   struct span *found)
{
    struct span inside = aet_json_inside(object);
    struct span key, value;

    while (aet_json_next(&inside, &key, &value)) {
        struct span spelt = aet_json_spelt(key, &r->key);
        int field = top ? aet_heading_field(r->headings, spelt) : NO_FIELD;
        bool same = field != NO_FIELD &&
                    aet_span_eq(name, aet_span_z(r->schema->fields[field].name));

        if (same || aet_span_eq(spelt, name)) {
            *found = value;
            return true;
        }
    }
    return false;
}

static bool element(struct span array, size_t index, struct span *found)
{
    struct span inside = aet_json_inside(array);

    if (!array.n || array.p[0] != '[')
        return false;
    for (size_t i = 0; aet_json_next(&inside, NULL, found); i++)
        if (i == index)
            return true;
    return false;
}

static struct spot place_object(struct record_reader *r, struct span raw, struct span path)
{
    struct span here = raw, next;
    size_t index;
    bool top = true;

    while (path.n) {
        struct span name = next_name(&path);

        if (name.n && !member(r, here, name, top, &next))
            break;
        if (name.n)
            here = next;
        top = false;
        while (next_index(&path, &index) && element(here, index, &next))
            here = next;
    }
    return (struct spot){ (size_t)(here.p - raw.p), true };
}

size_t aet_place_item(struct span cell, size_t index)
{
    size_t at = cell.n && cell.p[0] == '"';

    for (size_t i = at, item = 0; i < cell.n; i++) {
        if (cell.p[i] == '\\' && i + 1 < cell.n) {
            i++;
        } else if (cell.p[i] == '|' || cell.p[i] == '\n') {
            bool empty = aet_span_trim(aet_span(cell.p + at, i - at)).n == 0;

            if (!empty && item++ == index)
                return at;
            at = i + 1;
        }
    }
    while (at < cell.n && cell.p[at] == ' ')
        at++;
    return at;
}

/* The field may be spread over columns, one for each choice. */
static struct spot place_choice(struct record_reader *r, struct span raw, struct span name,
                                size_t index)
{
    for (size_t i = 0; i < r->mapping.choices_n; i++) {
        int field = r->mapping.choices[i].field;
        size_t column;

        if (!aet_span_eq(name, aet_span_z(r->schema->fields[field].name)))
            continue;
        column = aet_choices_column(&r->mapping, raw, field, index, &r->key);
        return (struct spot){ r->layout->format->cell_at(r->layout, raw, column),
                              column < r->layout->columns };
    }
    return (struct spot){ 0, false };
}

static struct spot place_cells(struct record_reader *r, struct span raw, struct span path)
{
    struct span name = next_name(&path);
    size_t index = 0;
    bool has_index = next_index(&path, &index);

    for (size_t i = 0; i < r->layout->columns; i++) {
        int f = r->mapping.field_of[i];

        if (f == NO_FIELD || !aet_span_eq(name, aet_span_z(r->schema->fields[f].name)))
            continue;

        size_t at = r->layout->format->cell_at(r->layout, raw, i);
        size_t end = r->layout->format->cell_at(r->layout, raw, i + 1);

        if (at == raw.n && raw.n && strchr("\r\n", raw.p[raw.n - 1]))
            return (struct spot){ 0, false }; /* the row stops before the column */
        at += has_index ? aet_place_item(aet_span(raw.p + at, end - at), index) : 0;
        return (struct spot){ at, true };
    }
    return place_choice(r, raw, name, index);
}

struct spot aet_place_at(struct record_reader *r, const struct slice *slice, struct span path)
{
    if (!path.n)
        return (struct spot){ 0, false };
    if (aet_has_cells(r->layout))
        return place_cells(r, slice->raw, path);
    return place_object(r, slice->raw, path);
}

struct diag_place aet_place_of(const struct layout *l, const struct slice *slice, struct spot spot)
{
    size_t at = spot.at < slice->raw.n ? spot.at : slice->raw.n;
    struct diag_place where = { .file = l->name,
                                .line = slice->line,
                                .column = slice->column,
                                .record = slice->number,
                                .sheet = aet_sheet_at(l, slice, at) };

    aet_place_advance(aet_span(slice->raw.p, at), &where.line, &where.column);
    if (!spot.cell)
        where.sheet = (struct sheet_place){ .row = where.sheet.row, .sheet = where.sheet.sheet };
    return where;
}

struct diag_place aet_place_heading(const struct layout *l, long column)
{
    struct spot spot = { 0, column >= 0 };

    if (!l->header.line)
        return (struct diag_place){ .file = l->name, .line = 1, .column = 1 };
    if (spot.cell)
        spot.at = l->format->cell_at(l, l->header.raw, (size_t)column);
    return aet_place_of(l, &l->header, spot);
}
