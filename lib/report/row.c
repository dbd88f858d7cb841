/* Rows of a section, cell by cell: each is put by its column, and a row is whole or nothing is
 * written. */
#include "report/report.h"

#include "base/real.h"

#define OF(type) (1U << (type))

static struct cell *row_of(const struct section *s)
{
    return s->cells + s->rows * s->kind->n;
}

void aet_row_begin(struct section *s)
{
    size_t n = s->kind->n, end = (s->rows + 1) * n;

    if (s->open)
        aet_section_broken(s->kind, NULL, "a row is not ended");
    if (end > s->cells_cap) {
        s->cells_cap = s->cells_cap * 2 > end ? s->cells_cap * 2 : end;
        s->cells = aet_reallocarray(s->cells, s->cells_cap, sizeof *s->cells);
    }
    memset(row_of(s), 0, n * sizeof *s->cells);
    s->open = true;
}

void aet_row_end(struct section *s)
{
    if (!s->open)
        aet_section_broken(s->kind, NULL, "no row is begun");
    for (size_t c = 0; c < s->kind->n; c++)
        if (!row_of(s)[c].put)
            aet_section_broken(s->kind, s->kind->columns[c].name, "the cell was not put");
    s->open = false;
    s->rows++;
}

/* The cell of a column, which holds one of these types. */
static struct cell *cell_of(struct section *s, int column, unsigned types)
{
    const struct section_kind *k = s->kind;
    struct cell *c;

    if (!s->open)
        aet_section_broken(k, NULL, "no row is begun");
    if (column < 0 || (size_t)column >= k->n)
        aet_section_broken(k, NULL, "there is no such column");
    c = row_of(s) + column;
    if (c->put)
        aet_section_broken(k, k->columns[column].name, "the cell was put twice");
    if (!(types & OF(k->columns[column].type)))
        aet_section_broken(k, k->columns[column].name, "the cell is of another type");
    c->put = c->known = true;
    return c;
}

static void put_span(struct section *s, int column, unsigned types, struct span text)
{
    cell_of(s, column, types)->u.s = aet_arena_copy(&s->report->arena, text);
}

void aet_row_text(struct section *s, int column, struct span text)
{
    put_span(s, column, OF(CELL_TEXT) | OF(CELL_CODE), text);
}

static bool is_iso(struct span s, struct date *d)
{
    if (s.n != sizeof "2026-03" - 1 && s.n != sizeof "2026-03-31" - 1)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (i == 4 || i == 7 ? s.p[i] != '-' : s.p[i] < '0' || s.p[i] > '9')
            return false;
    return aet_date_read(s, DATES_ISO, true, d) == DATE_OK;
}

void aet_row_dated(struct section *s, int column, struct span text)
{
    struct cell *c = cell_of(s, column, OF(CELL_TEXT));
    struct buf said = { 0 };
    struct date d;

    c->u.s = aet_arena_copy(&s->report->arena, text);
    if (!is_iso(text, &d))
        return;
    aet_date_say(d, s->report->lang, &said);
    c->shown = aet_arena_copy(&s->report->arena, aet_buf_view(&said));
    aet_buf_free(&said);
}

void aet_row_coded(struct section *s, int column, struct span code, struct span label)
{
    struct cell *c = cell_of(s, column, OF(CELL_CODE));

    c->u.s = aet_arena_copy(&s->report->arena, code);
    c->shown = aet_arena_copy(&s->report->arena, label);
}

void aet_row_coded_words(struct section *s, int column, const char *code, struct text label)
{
    aet_row_coded(s, column, aet_span_z(code), aet_span_z(aet_text(label, s->report->lang)));
}

void aet_row_word(struct section *s, int column, const char *text)
{
    aet_row_text(s, column, aet_span_z(text));
}

void aet_row_words(struct section *s, int column, struct text text)
{
    aet_row_word(s, column, aet_text(text, s->report->lang));
}

void aet_row_list(struct section *s, int column, struct span joined)
{
    put_span(s, column, OF(CELL_LIST), joined);
}

void aet_row_list_coded(struct section *s, int column, struct span codes, struct span labels)
{
    struct cell *c = cell_of(s, column, OF(CELL_LIST));

    c->u.s = aet_arena_copy(&s->report->arena, codes);
    c->shown = aet_arena_copy(&s->report->arena, labels);
}

void aet_row_count(struct section *s, int column, int64_t n)
{
    cell_of(s, column, OF(CELL_COUNT))->u.i = n;
}

void aet_row_number(struct section *s, int column, double v)
{
    cell_of(s, column, OF(CELL_NUMBER) | OF(CELL_SHARE))->u.d = aet_real_steady(v);
}

void aet_row_share(struct section *s, int column, int64_t part, int64_t whole)
{
    struct cell *c = cell_of(s, column, OF(CELL_SHARE));

    c->known = whole != 0;
    c->u.d = whole ? aet_real_steady((double)part / (double)whole) : 0;
}

void aet_row_money(struct section *s, int column, int64_t cents)
{
    cell_of(s, column, OF(CELL_MONEY))->u.i = cents;
}

void aet_row_date(struct section *s, int column, struct date d)
{
    struct cell *c = cell_of(s, column, OF(CELL_DATE));

    c->known = d.year != 0;
    c->u.date = d;
}

void aet_row_bool(struct section *s, int column, bool yes)
{
    cell_of(s, column, OF(CELL_BOOL))->u.i = yes;
}

void aet_row_unknown(struct section *s, int column)
{
    cell_of(s, column, ~0U)->known = false;
}

void aet_row_text_if(struct section *s, int column, struct span text)
{
    if (text.n)
        aet_row_text(s, column, text);
    else
        aet_row_unknown(s, column);
}

void aet_row_count_if(struct section *s, int column, bool known, int64_t n)
{
    if (known)
        aet_row_count(s, column, n);
    else
        aet_row_unknown(s, column);
}

void aet_row_number_if(struct section *s, int column, bool known, double v)
{
    if (known)
        aet_row_number(s, column, v);
    else
        aet_row_unknown(s, column);
}

void aet_row_money_if(struct section *s, int column, bool known, int64_t cents)
{
    if (known)
        aet_row_money(s, column, cents);
    else
        aet_row_unknown(s, column);
}

void aet_row_rejected(struct section *s, int rejetes, int ecartes)
{
    const struct input_file all = aet_report_all(s->report);

    aet_row_count(s, rejetes, (int64_t)all.rejected);
    aet_row_count(s, ecartes, (int64_t)all.aside);
}

void aet_row_rejected_parts(struct section *s, int elements, int values)
{
    const struct input_file all = aet_report_all(s->report);

    aet_row_count(s, elements, (int64_t)all.elements);
    aet_row_count(s, values, (int64_t)all.values);
}
