/* Titles above, headings, the line below them. */
#include "headings/opening.h"

#include "base/fold.h"
#include "headings/opening_join.h"

enum { LETTERS_MAX = 3 }; /* of the name of a column */

/* What a row looks like. */
struct look {
    size_t filled, known;
};

static struct look look_at(const struct opening_words *w, const struct opening_row *row)
{
    struct look l = { 0, 0 };

    if (w->comments && row->n && row->cells[0].n && row->cells[0].p[0] == '#')
        return l;
    for (size_t i = 0; i < row->n; i++) {
        l.filled += row->cells[i].n > 0;
        l.known += row->cells[i].n &&
                   (w->field(w->context, row->cells[i]) || w->choice(w->context, row->cells[i]));
    }
    return l;
}

static bool same_row(const struct opening_row *a, const struct opening_row *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!aet_span_eq(a->cells[i], b->cells[i]))
            return false;
    return true;
}

static bool wants_more(const struct opening *o)
{
    return !o->whole && o->n < OPENING_ROWS;
}

static void unsure(struct opened *out, size_t at, size_t other)
{
    out->fault = FAULT_HEADING_UNSURE;
    out->at = at;
    out->other = other;
}

/* The first row with two known headings; where none has two, the first row will do if it has one.
 * Otherwise a fault. */
static void find_headings(const struct opening *o, const struct look *looks, struct opened *out)
{
    size_t at = 0;

    while (!o->told && at < o->n && looks[at].known < 2)
        at++;
    out->at = at < o->n ? at : 0;
    if (at == o->n && wants_more(o))
        out->more = true;
    else if (!looks[out->at].known)
        out->fault = FAULT_NO_HEADING;
    for (size_t i = o->n; i-- > 1;)
        out->other = looks[i].known ? i : out->other;
}

/* The rows above are titles: none is as full as the headings, and none has a known heading, unless
 * it is one cell: that is no heading line of several columns. */
static bool check_above(const struct look *looks, size_t at, struct opened *out)
{
    for (size_t i = 0; i < out->at; i++)
        if ((looks[i].known && looks[i].filled > 1) || looks[i].filled >= looks[at].filled) {
            unsure(out, i, at);
            return false;
        }
    return true;
}

/* Whether a row below may be the headings as well as the one that was found. One that stands first,
 * with most of its cells known, leaves no doubt: the rows below need not be there yet. */
static void check_below(const struct opening *o, const struct look *looks, size_t at,
                        struct opened *out)
{
    if (at == 0 && looks[0].known >= 2 && looks[0].known * 2 > looks[0].filled)
        return;
    if (wants_more(o)) {
        out->more = true;
        return;
    }
    for (size_t i = out->at + out->lines; i < o->n; i++)
        if (looks[i].known >= 2 && looks[i].known >= looks[at].known + (at == 0) &&
            !same_row(&o->rows[i], &o->rows[at])) {
            unsure(out, at, i);
            return;
        }
}

static void one_line(const struct opening *o, struct opened *out)
{
    const struct opening_row *row = &o->rows[out->at];

    out->headings = aet_arena_alloc(o->arena, (row->n + 1) * sizeof *out->headings);
    for (size_t i = 0; i < row->n; i++)
        out->headings[i] = aet_arena_copy(o->arena, row->cells[i]);
    out->columns = row->n;
}

/* One line, or two. */
static void take_headings(const struct opening_words *w, const struct opening *o,
                          struct opened *out)
{
    size_t at = out->at;

    out->lines = 1;
    if (w->joins && at && aet_opening_above(w, o, at, out)) {
        out->at = at - 1;
        out->lines = 2;
    } else if (w->joins && at + 1 >= o->n && wants_more(o)) {
        out->more = true;
    } else if (w->joins && at + 1 < o->n && aet_opening_below(w, o, at, out)) {
        out->lines = 2;
    } else if (!out->more) {
        one_line(o, out);
    }
}

/* The column that capital letters name, from 0; NO_COLUMN when they name none. */
#define NO_COLUMN ((size_t)-1)

static size_t letters_column(struct span letters)
{
    size_t column = 0;

    if (!letters.n || letters.n > LETTERS_MAX)
        return NO_COLUMN;
    for (size_t i = 0; i < letters.n; i++) {
        if (letters.p[i] < 'A' || letters.p[i] > 'Z')
            return NO_COLUMN;
        column = column * 26 + (size_t)(letters.p[i] - 'A') + 1;
    }
    return column - 1;
}

/* Whether some heading is these letters. */
static bool is_heading(const struct opened *out, struct span letters)
{
    struct buf key = { 0 };
    bool found = false;

    for (size_t i = 0; i < out->columns && !found; i++) {
        aet_buf_clear(&key);
        aet_fold_name(out->headings[i], &key);
        found = key.n == letters.n;
        for (size_t k = 0; found && k < key.n; k++)
            found = key.p[k] == letters.p[k] - 'A' + 'a';
    }
    aet_buf_free(&key);
    return found;
}

static void widen(const struct opening *o, struct opened *out, size_t columns)
{
    struct span *more = aet_arena_alloc(o->arena, columns * sizeof *more);

    for (size_t i = 0; i < columns; i++)
        more[i] = i < out->columns ? out->headings[i] : AET_LIT("");
    out->headings = more;
    out->columns = columns;
}

static void name_by_letters(const struct opening_words *w, const struct opening *o,
                            struct opened *out)
{
    size_t width = 0;

    for (size_t i = out->at; i < o->n; i++)
        width = o->rows[i].width > width ? o->rows[i].width : width;
    for (size_t i = 0; i < w->renames_n; i++) {
        struct rename *r = &w->renames[i];
        size_t column = letters_column(r->from);

        if (column == NO_COLUMN || is_heading(out, r->from))
            continue;
        if (column >= width && wants_more(o))
            out->more = true;
        if (column >= width)
            continue;
        if (column >= out->columns)
            widen(o, out, column + 1);
        out->headings[column] = r->to;
        r->used = true;
    }
}

void aet_opening_read(const struct opening_words *w, const struct opening *o, struct opened *out)
{
    struct look looks[OPENING_ROWS] = { 0 }; /* of a sheet without rows the first is asked too */
    size_t at;

    *out = (struct opened){ .lines = 1, .columns = o->n ? o->rows[0].n : 0 };
    for (size_t i = 0; i < o->n; i++)
        looks[i] = look_at(w, &o->rows[i]);
    find_headings(o, looks, out);
    at = out->at;
    if (out->more)
        return;
    take_headings(w, o, out);
    if (out->more || (!o->told && !check_above(looks, at, out)))
        return;
    if (!o->told && !out->fault)
        check_below(o, looks, at, out);
    name_by_letters(w, o, out);
    for (size_t i = 0; i < out->columns; i++)
        out->known += out->headings[i].n && (w->field(w->context, out->headings[i]) ||
                                             w->choice(w->context, out->headings[i]));
    if (out->known && out->fault == FAULT_NO_HEADING)
        out->fault = FAULT_NONE;
    for (size_t i = 0; out->fault && i < o->n; i++) /* how well the rows are divided */
        out->columns = o->rows[i].width > out->columns ? o->rows[i].width : out->columns;
}

static const struct field *field_at(const struct headings *h, int field)
{
    return field == NO_FIELD ? NULL : &aet_headings_schema(h)->fields[field];
}

static const struct field *field_of(void *context, struct span heading)
{
    return field_at(context, aet_heading_field(context, heading));
}

static const struct field *choice_of(void *context, struct span heading)
{
    struct span label;

    return field_at(context, aet_heading_choice(context, heading, &label));
}

void aet_headings_open(void *context, const struct opening *o, struct opened *out)
{
    struct headings *h = context;
    struct opening_words w = {
        .field = field_of, .choice = choice_of, .context = h, .joins = true
    };

    w.renames = aet_headings_renames(h, &w.renames_n);
    aet_opening_read(&w, o, out);
}
