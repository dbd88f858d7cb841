/* Late places. */
#include "record/place.h"

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

/* Item `index` of a list, from where item *item begins, at *at: these move to it. */
static bool element(struct span array, size_t index, size_t *item, size_t *at, struct span *found)
{
    struct span inside;

    if (!array.n || array.p[0] != '[')
        return false;
    if (index < *item || !*at) {
        *item = 0;
        *at = 1;
    }
    inside = aet_span(array.p + *at, array.n - 1 - *at);
    while (aet_json_next(&inside, NULL, found)) {
        *at = (size_t)(found->p - array.p);
        if ((*item)++ == index) {
            *item = index;
            return true;
        }
    }
    *at = 0;
    return false;
}

/* The value of a field of the record; of the one that was asked for last nothing is searched. */
static bool top_member(struct record_reader *r, struct span raw, struct span name,
                       struct place_walk *w)
{
    if (w->value.n && aet_span_eq(w->name, name))
        return true;
    w->name = name;
    w->value = AET_LIT("");
    w->item = w->item_at = 0;
    return member(r, raw, name, true, &w->value);
}

static struct spot place_object(struct record_reader *r, struct span raw, struct span path,
                                struct place_walk *w)
{
    struct span here = raw, next, name = next_name(&path);
    size_t index, item = 0, at = 0, *items = &w->item, *places = &w->item_at;

    while (name.n &&
           (here.p == raw.p ? top_member(r, raw, name, w) : member(r, here, name, false, &next))) {
        here = here.p == raw.p ? w->value : next;
        while (next_index(&path, &index) && element(here, index, items, places, &next)) {
            here = next;
            items = &item; /* lists within it are walked anew */
            places = &at;
            item = at = 0;
        }
        name = next_name(&path);
    }
    return (struct spot){ (size_t)(here.p - raw.p), true };
}

/* The same from the item before, which begins at `at`. */
static size_t item_from(struct span cell, size_t item, size_t at, size_t index)
{
    for (size_t i = at; i < cell.n; i++) {
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

size_t aet_place_item(struct span cell, size_t index)
{
    return item_from(cell, 0, cell.n && cell.p[0] == '"', index);
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

/* The column of a field, or that there is none. */
static size_t column_of(const struct record_reader *r, struct span name)
{
    size_t i = 0;

    while (i < r->layout->columns &&
           (r->mapping.field_of[i] == NO_FIELD ||
            !aet_span_eq(name, aet_span_z(r->schema->fields[r->mapping.field_of[i]].name))))
        i++;
    return i;
}

static struct spot place_item(struct span raw, size_t index, struct place_walk *w)
{
    if (!w->item_at || index < w->item) {
        w->item = 0;
        w->item_at = w->value.n && w->value.p[0] == '"';
    }
    w->item_at = item_from(w->value, w->item, w->item_at, index);
    w->item = index;
    return (struct spot){ (size_t)(w->value.p - raw.p) + w->item_at, true };
}

static struct spot place_cells(struct record_reader *r, struct span raw, struct span path,
                               struct place_walk *w)
{
    struct span name = next_name(&path);
    size_t index = 0;
    bool has_index = next_index(&path, &index);

    if (!w->value.n || !aet_span_eq(w->name, name)) {
        size_t column = column_of(r, name), at, end;

        if (column == r->layout->columns)
            return place_choice(r, raw, name, index);
        at = r->layout->format->cell_at(r->layout, raw, column);
        end = r->layout->format->cell_at(r->layout, raw, column + 1);
        if (at == raw.n && raw.n && strchr("\r\n", raw.p[raw.n - 1]))
            return (struct spot){ 0, false }; /* the row stops before the column */
        w->name = name;
        w->value = aet_span(raw.p + at, end - at);
        w->item = w->item_at = 0;
    }
    if (has_index)
        return place_item(raw, index, w);
    return (struct spot){ (size_t)(w->value.p - raw.p), true };
}

struct spot aet_place_at(struct record_reader *r, const struct slice *slice, struct span path,
                         struct place_walk *w)
{
    if (!path.n)
        return (struct spot){ 0, false };
    if (aet_has_cells(r->layout))
        return place_cells(r, slice->raw, path, w);
    return place_object(r, slice->raw, path, w);
}

/* A line end of two bytes is never divided: who stands within it begins anew. */
static void advance(const struct slice *slice, size_t at, struct place_walk *w)
{
    struct span raw = slice->raw;

    if (!w->line || at < w->at || (w->at && raw.p[w->at - 1] == '\r')) {
        w->at = 0;
        w->line = slice->line;
        w->column = slice->column;
    }
    aet_place_advance(aet_span(raw.p + w->at, at - w->at), &w->line, &w->column);
    w->at = at;
}

struct diag_place aet_place_next(const struct layout *l, const struct slice *slice,
                                 struct spot spot, struct place_walk *w)
{
    size_t at = spot.at < slice->raw.n ? spot.at : slice->raw.n;
    struct diag_place where;

    advance(slice, at, w);
    where = (struct diag_place){ .file = l->name,
                                 .line = w->line,
                                 .column = w->column,
                                 .record = slice->number,
                                 .sheet = aet_sheet_walk(l, slice, at, &w->sheet) };
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
