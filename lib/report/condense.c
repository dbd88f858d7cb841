/* Saying once what a whole column says. */
#include "report/condense.h"

#include "report/figure.h"

enum { ROWS_LEAST = 2, COLUMNS_LEAST = 2, LONGEST = 80 /* bytes that a note holds well */ };

static const struct cell *cell_at(const struct section *s, size_t row, size_t column)
{
    return &s->cells[row * s->kind->n + column];
}

static bool is_words(enum cell_type type)
{
    return type == CELL_TEXT || type == CELL_CODE || type == CELL_LIST;
}

static bool says(const struct cell *c, enum cell_type type)
{
    return c->known && (!is_words(type) || c->u.s.n);
}

/* Whether two cells of a column read the same; figures are for comparing, and never do. */
static bool same(const struct cell *a, const struct cell *b, enum cell_type type)
{
    if (!says(a, type) || !says(b, type))
        return !says(a, type) && !says(b, type);
    if (is_words(type))
        return aet_span_eq(a->u.s, b->u.s) && aet_span_eq(a->shown, b->shown);
    if (type == CELL_DATE)
        return a->u.date.year == b->u.date.year && a->u.date.month == b->u.date.month &&
               a->u.date.day == b->u.date.day;
    return type == CELL_BOOL && a->u.i == b->u.i;
}

static bool constant(const struct section *s, size_t column)
{
    const struct cell *first = cell_at(s, 0, column);
    enum cell_type type = s->kind->columns[column].type;

    if (says(first, type) && is_words(type) && (type == CELL_LIST || first->u.s.n > LONGEST))
        return false;
    for (size_t row = 1; row < s->rows; row++)
        if (!same(first, cell_at(s, row, column), type))
            return false;
    return true;
}

/* A picture needs the columns that it is made of. */
static bool pictured(const struct section *s, size_t column)
{
    const struct view *v = &s->kind->view;
    int c = (int)column;

    return v->kind != VIEW_TABLE &&
           (c == v->label || c == v->across || (c >= v->from && c <= v->to));
}

static size_t shown(const struct section *s)
{
    size_t n = 0;

    for (size_t c = 0; c < s->kind->n; c++)
        n += aet_section_shows(s, c);
    return n;
}

static void name(struct buf *to, const char *between, const struct section *s, size_t column)
{
    if (to->n)
        aet_buf_str(to, between);
    aet_buf_str(to, aet_text(s->kind->columns[column].title, s->report->lang));
}

static void say(struct section *s, struct text words, const struct buf *names)
{
    struct buf note = { 0 };

    if (!names->n)
        return;
    aet_buf_str(&note, aet_text(words, s->report->lang));
    aet_buf_span(&note, aet_buf_view(names));
    aet_buf_char(&note, '.');
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static const struct text everywhere = { "Partout\xC2\xA0— ", "Throughout\xC2\xA0— " };
static const struct text nothing = { "Rien à montrer dans\xC2\xA0: ", "Nothing to show in: " };
static const struct text zero = { "Aucun\xC2\xA0: ", "None: " };

static void condense(struct section *s)
{
    struct buf once = { 0 }, never = { 0 };

    for (size_t c = 0; c < s->kind->n && shown(s) > COLUMNS_LEAST; c++) {
        const struct column *column = &s->kind->columns[c];
        const struct cell *first = cell_at(s, 0, c);

        if (!aet_section_shows(s, c) || pictured(s, c) || !constant(s, c))
            continue;
        if (says(first, column->type)) {
            name(&once, "; ", s, c);
            aet_buf_str(&once, aet_text(aet_text_colon, s->report->lang));
            aet_figure(&once, first, column->type, s->report->lang, ", ");
        } else {
            name(&never, ", ", s, c);
        }
        aet_section_drop(s, (int)c);
    }
    say(s, everywhere, &once);
    say(s, nothing, &never);
    aet_buf_free(&once);
    aet_buf_free(&never);
}

/* Of one object: counts of nothing, in one line. */
static void condense_single(struct section *s)
{
    struct buf none = { 0 };

    for (size_t c = 0; c < s->kind->n; c++) {
        const struct cell *x = cell_at(s, 0, c);

        if (shown(s) == 1 || !aet_section_shows(s, c) || s->kind->columns[c].type != CELL_COUNT ||
            !x->known || x->u.i)
            continue;
        name(&none, ", ", s, c);
        aet_section_drop(s, (int)c);
    }
    say(s, zero, &none);
    aet_buf_free(&none);
}

void aet_report_condense(struct report *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct section *s = &r->sections[i];
        enum view_kind kind = s->kind->view.kind;

        if (kind == VIEW_FORM || kind == VIEW_SENTENCES)
            continue;
        if (s->kind->single && s->rows)
            condense_single(s);
        else if (!s->kind->single && s->rows >= ROWS_LEAST)
            condense(s);
    }
}

bool aet_section_annexed(const struct section *s)
{
    const struct section *first = &s->report->sections[0];

    return s->kind->annex && first->kind->tell && first->rows;
}

void aet_report_annex(struct report *r)
{
    struct section *behind = aet_calloc(r->n + 1, sizeof *behind);
    size_t n = 0, to = 0;

    for (size_t i = 0; i < r->n; i++)
        if (aet_section_annexed(&r->sections[i]))
            behind[n++] = r->sections[i];
        else
            r->sections[to++] = r->sections[i];
    memcpy(r->sections + to, behind, n * sizeof *behind);
    aet_free(behind);
}

bool aet_section_repeats(const struct section *s, size_t row, size_t column)
{
    if (!row || column >= s->kind->led)
        return false;
    for (size_t c = 0; c <= column; c++)
        if (!s->kind->columns[c].plain &&
            !same(cell_at(s, row - 1, c), cell_at(s, row, c), s->kind->columns[c].type))
            return false;
    return says(cell_at(s, row, column), s->kind->columns[column].type);
}
