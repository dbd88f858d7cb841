/* The columns of a file, and the first look at its lines: at a few bytes of each, which tell that
 * nearly all are records. The second look, line.c, reads a line whole. */
#include "apart/sheet.h"

#include "base/duration.h"

enum {
    HEADING_SLACK = 4, /* bytes that two spellings of a heading may differ by */
    HEADING_MAX = 120, /* of one of another table */
    LABELS = 3         /* cells of a line of labels */
};

static size_t column_of(const struct layout *l, const char *const *names, size_t n)
{
    for (size_t i = 0; i < l->columns; i++)
        for (size_t k = 0; k < n; k++)
            if (aet_span_eq(l->headings[i], aet_span_z(names[k])))
                return i;
    return l->columns;
}

void aet_apart_file(struct apart_sheet *s, const struct layout *layout)
{
    static const char *const said[] = { "diagnostics", "diagnostics_aet" }, *const brut[] = {
        "brut"
    };
    size_t n = layout->columns;

    aet_row_free(s->row);
    s->row = NULL;
    aet_arena_reset(&s->arena);
    s->layout = aet_has_cells(layout) ? layout : NULL;
    s->adding_n = s->known = 0;
    s->first = n;
    if (!s->layout)
        return;
    s->said = column_of(layout, said, 2);
    s->brut = s->said < n ? column_of(layout, brut, 1) : n;
    s->said = s->brut < n ? s->said : n;
    s->other = aet_arena_alloc(&s->arena, (n + 1) * sizeof *s->other);
    memset(s->other, 0, (n + 1) * sizeof *s->other);
    s->adding = aet_arena_alloc(&s->arena, (n + 1) * sizeof *s->adding);
    s->aside.figures = aet_arena_alloc(&s->arena, (n + 1) * sizeof *s->aside.figures);
}

void aet_apart_free(struct apart_sheet *s)
{
    aet_row_free(s->row);
    aet_arena_free(&s->arena);
    *s = (struct apart_sheet){ .layout = NULL };
}

void aet_apart_column(struct apart_sheet *s, size_t column, enum holds holds, struct text title,
                      int field)
{
    if (s->known++ == 0)
        s->first = column;
    s->other[column] = holds != HOLDS_WORDS;
    if (holds >= HOLDS_MONEY)
        s->adding[s->adding_n++] = (struct adding){ column, field, holds, title };
}

bool aet_adding_read(const struct apart_sheet *s, const struct adding *a, struct span text,
                     int64_t *value)
{
    struct number_form form = aet_number_form(s->number, s->layout);
    struct buf digits = { 0 };
    bool good;

    *value = 0;
    if (a->holds != HOLDS_MONEY)
        return aet_duration_read(text, form, a->holds == HOLDS_MINUTES ? 1 : 60, value) ==
               DURATION_OK;
    good = aet_number_read(text, form, &digits) == NUMBER_OK &&
           aet_money_cents(aet_buf_view(&digits), value) == NUMBER_OK;
    aet_buf_free(&digits);
    return good;
}

/* Whether a cell may be the heading of its column, by its length and first letters. */
static bool like_heading(struct span cell, struct span heading)
{
    if (cell.n < 2 || heading.n < 2 || cell.n > heading.n + HEADING_SLACK ||
        heading.n > cell.n + HEADING_SLACK)
        return false;
    for (size_t i = 0; i < 2; i++)
        if ((cell.p[i] | 0x20) != (heading.p[i] | 0x20) &&
            !((unsigned char)(cell.p[i] | heading.p[i]) & 0x80))
            return false;
    return true;
}

/* What a first look sees of the cells. */
struct glance {
    size_t words, figures;
    struct span word;  /* the first words */
    bool total, label; /* there is the word of a total; the first words are a label */
    bool example;      /* they announce an example, before anything else */
    bool adds;         /* figures stand in columns that add up, or number the row */
};

bool aet_apart_adds(const struct apart_sheet *s, size_t column)
{
    for (size_t k = 0; k < s->adding_n; k++)
        if (s->adding[k].column == column)
            return true;
    return false;
}

/* Whether no digit stands where a number would have one: quick, and true too often. */
static bool is_signs(struct span cell)
{
    return (cell.p[0] < '0' || cell.p[0] > '9') &&
           (cell.n < 2 || cell.p[1] < '0' || cell.p[1] > '9');
}

/* Words in one more cell. Whether it is a record for sure then. */
static bool more_words(struct glance *g, struct span cell)
{
    g->total |= aet_is_total_word(cell);
    if (g->words++)
        return !g->total && !g->label;
    g->word = cell;
    g->label = cell.p[0] == '*' || aet_is_labelled(cell);
    g->example = g->label && !g->figures && aet_begins_example(cell);
    return false;
}

/* Whether it is a record for sure: words in two cells, neither of a total nor a label. */
static bool is_plain(const struct apart_sheet *s, const struct row *row, struct glance *g)
{
    *g = (struct glance){ .adds = true };
    for (size_t i = 0; i < row->n; i++) {
        struct span cell = row->cells[i];

        if (!cell.n || i == s->said || i == s->brut)
            continue;
        if (!aet_begins_words(cell.p[0])) {
            g->figures++;
            g->adds &= i == 0 || i == s->first || aet_apart_adds(s, i) || is_signs(cell);
        } else if (more_words(g, cell)) {
            return true;
        }
    }
    return false;
}

/* Whether what was seen of it leaves it open what the line is. */
static bool is_open(const struct apart_sheet *s, const struct row *row, const struct glance *g)
{
    size_t filled = g->words + g->figures;

    if (g->total || (g->words == 1 && aet_may_rank(g->word)))
        return true;
    if (s->known < APART_KNOWN)
        return false;
    return filled == 1 || g->example || (!g->words && g->adds) ||
           (g->label && (filled <= LABELS || row->n < s->layout->columns));
}

enum apart aet_apart_look(struct apart_sheet *s, const struct row *row, struct span raw)
{
    struct glance g;
    bool headings = s->first < row->n &&
                    like_heading(row->cells[s->first], s->layout->headings[s->first]);
    bool brut = aet_apart_rejects(s) && s->brut < row->n && row->cells[s->brut].n;

    if (!headings && !brut && (is_plain(s, row, &g) || !is_open(s, row, &g)))
        return APART_NOT;
    return aet_apart_line(s, row, raw);
}

const struct row *aet_apart_again(struct apart_sheet *s, struct span raw)
{
    size_t at;

    if (!s->row)
        s->row = s->layout->format->row_new(s->layout);
    return s->row->read(s->row, raw, &at) == FAULT_NONE ? s->row : NULL;
}

static bool has_digit(struct span cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if (cell.p[i] >= '0' && cell.p[i] <= '9')
            return true;
    return false;
}

/* Cells that are all words, as headings are: how many, and how many hold a digit. False: they are
 * not. */
static bool are_words(const struct apart_sheet *s, const struct row *row, size_t *filled,
                      size_t *digits)
{
    *filled = *digits = 0;
    for (size_t i = 0; i < row->n; i++) {
        struct span cell = row->cells[i];

        if (!cell.n || i == s->said || i == s->brut)
            continue;
        if (!aet_begins_words(cell.p[0]))
            return false;
        ++*filled;
        *digits += has_digit(cell);
    }
    return *filled > 1;
}

bool aet_apart_second(struct apart_sheet *s, struct span raw, bool near)
{
    const struct row *row = s->layout ? aet_apart_again(s, raw) : NULL;
    size_t filled, digits, known = 0, strange = 0;

    if (!row || !are_words(s, row, &filled, &digits))
        return false;
    for (size_t i = 0; i < row->n && strange * 2 <= filled; i++) {
        struct span cell = aet_apart_cell(s, row, i);

        if (!cell.n || i == s->said || i == s->brut)
            continue;
        if (cell.n <= HEADING_MAX && s->knows(s->context, &cell, 1))
            known++;
        else
            strange++;
    }
    if (known == 1) /* `Poste;Montant` */
        return near && filled == 2 && !digits;
    return known > 1 && strange <= known && (near || !strange || known > 2);
}
