/* Cells and sums of a report: within a row (sums of its kind), between sections that divide the
 * same records (keys), and the totals that shares tell (margins). */
#include "masking/weave.h"

#include <stdlib.h>

size_t aet_mask_counts(const struct section_kind *k)
{
    size_t n = 0;

    while (n < AET_MASK_COUNTS && k->mask.counts[n].of)
        n++;
    return n;
}

bool aet_mask_weighs(const struct section *s)
{
    return s->kind->mask.kind == MASK_COUNTS &&
           s->rows * aet_mask_counts(s->kind) <= AET_MASK_CELLS;
}

static const struct cell *cell_at(const struct section *s, size_t row, int column)
{
    return &s->cells[row * s->kind->n + (size_t)column];
}

static bool is_years(const struct section_kind *k, int column)
{
    return strcmp(k->columns[column].name, "annee") == 0;
}

/* Whether a column names what another does: itself, or the year of a month. */
static bool names(const struct section_kind *a, int column_a, const struct section_kind *b,
                  int column_b)
{
    const char *x = a->columns[column_a].name, *y = b->columns[column_b].name;

    return strcmp(x, y) == 0 || (is_years(a, column_a) && strcmp(y, "mois") == 0);
}

/* The key of b that a key of a is, -1: none. */
static int key_in(const struct section_kind *a, int column, const struct section_kind *b)
{
    for (int k = 0; k < b->mask.keys_n + b->mask.also_n; k++)
        if (names(a, column, b, b->mask.keys[k]))
            return b->mask.keys[k];
    return -1;
}

static bool year_is(struct span year, const struct cell *month)
{
    struct buf digits = { 0 };
    bool same;

    if (!month->known)
        return false;
    aet_buf_int(&digits, month->u.date.year);
    same = aet_span_eq(year, aet_buf_view(&digits));
    aet_buf_free(&digits);
    return same;
}

static bool same_value(enum cell_type type, const struct cell *x, const struct cell *y)
{
    if (!x->known || !y->known)
        return x->known == y->known;
    if (type == CELL_DATE)
        return x->u.date.year == y->u.date.year && x->u.date.month == y->u.date.month &&
               x->u.date.day == y->u.date.day;
    if (type == CELL_COUNT || type == CELL_BOOL)
        return x->u.i == y->u.i;
    return aet_span_eq(x->u.s, y->u.s);
}

bool aet_mask_agree(const struct section *a, size_t row_a, const struct section *b, size_t row_b)
{
    for (int k = 0; k < a->kind->mask.keys_n; k++) {
        int ka = a->kind->mask.keys[k], kb = key_in(a->kind, ka, b->kind);
        const struct cell *x = cell_at(a, row_a, ka), *y = cell_at(b, row_b, kb);
        enum cell_type type = a->kind->columns[ka].type;

        if (type != CELL_DATE && b->kind->columns[kb].type == CELL_DATE) {
            if (!x->known || !year_is(x->u.s, y))
                return false;
        } else if (!same_value(type, x, y)) {
            return false;
        }
    }
    return true;
}

bool aet_mask_within(const struct section_kind *a, const struct section_kind *b)
{
    for (int k = 0; k < a->mask.keys_n; k++)
        if (key_in(a, a->mask.keys[k], b) < 0)
            return false;
    return true;
}

bool aet_mask_same_key(const struct section *s, size_t key, size_t row_a, size_t row_b)
{
    int column = s->kind->mask.keys[key];

    return same_value(s->kind->columns[column].type, cell_at(s, row_a, column),
                      cell_at(s, row_b, column));
}

static size_t add_cell(struct weave *w, struct hidden_cell c)
{
    w->cells = aet_grow(w->cells, &w->cells_cap, w->n, sizeof *w->cells);
    w->cells[w->n] = c;
    return w->n++;
}

static bool small(const struct weave *w, int64_t n)
{
    return n > 0 && n < w->under;
}

static void add_section(struct weave *w, size_t i)
{
    const struct section *s = &w->r->sections[i];

    w->first[i] = aet_mask_weighs(s) ? w->n : SIZE_MAX;
    for (size_t row = 0; row < s->rows && aet_mask_weighs(s); row++)
        for (size_t c = 0; c < aet_mask_counts(s->kind); c++) {
            const struct cell *x = cell_at(s, row, s->kind->mask.counts[c].column);

            bool hidden = x->known && small(w, x->u.i), all = s->kind->single && c == 0;

            add_cell(w, (struct hidden_cell){ x->known ? x->u.i : 0, hidden,
                                              !x->known || (all && !hidden) });
        }
}

static void begin_sum(struct weave *w, size_t total)
{
    w->sums = aet_grow(w->sums, &w->sums_cap, w->m, sizeof *w->sums);
    w->from = aet_grow(w->from, &w->from_cap, w->m, sizeof *w->from);
    w->sums[w->m] = (struct hidden_sum){ .total = total, .rest = w->cells[total].value };
    w->from[w->m++] = w->parts_n;
}

static void add_part(struct weave *w, size_t cell)
{
    w->parts = aet_grow(w->parts, &w->parts_cap, w->parts_n, sizeof *w->parts);
    w->parts[w->parts_n++] = cell;
    w->sums[w->m - 1].n++;
    w->sums[w->m - 1].rest -= w->cells[cell].value;
}

/* What the parts leave of the total: known, or hidden with them when it is small. More parts than
 * there is: a record counts for several, and nothing is known. */
static void end_sum(struct weave *w)
{
    struct hidden_sum *s = &w->sums[w->m - 1];

    if (!s->n || s->rest < 0) {
        w->parts_n = w->from[--w->m];
    } else if (small(w, s->rest)) {
        int64_t rest = s->rest;

        add_part(w, add_cell(w, (struct hidden_cell){ rest, true, false }));
    }
}

static int count_of(const struct section_kind *k, int column)
{
    for (size_t c = 0; c < aet_mask_counts(k); c++)
        if (k->mask.counts[c].column == column)
            return (int)c;
    return -1;
}

/* The sums of one row. */
static void sum_row(struct weave *w, size_t i, size_t row, const struct mask_sum *sum)
{
    const struct section_kind *k = w->r->sections[i].kind;
    int64_t all = 0;

    for (int c = sum->from; c <= sum->to; c++)
        all += w->cells[aet_weave_cell(w, i, row, (size_t)count_of(k, c))].value;
    begin_sum(w, sum->total == AET_MASK_ALL
                     ? add_cell(w, (struct hidden_cell){ all, false, true })
                     : aet_weave_cell(w, i, row, (size_t)count_of(k, sum->total)));
    for (int c = sum->from; c <= sum->to; c++)
        add_part(w, aet_weave_cell(w, i, row, (size_t)count_of(k, c)));
    end_sum(w);
}

static void sum_rows(struct weave *w, size_t i)
{
    const struct section *s = &w->r->sections[i];

    for (size_t row = 0; row < s->rows; row++)
        for (size_t k = 0; k < AET_MASK_SUMS && s->kind->mask.sums[k].to; k++)
            sum_row(w, i, row, &s->kind->mask.sums[k]);
}

/* A row of section a is the sum of those of section b that agree with it, count by count. */
static void sum_sections(struct weave *w, size_t a, size_t b)
{
    const struct section *x = &w->r->sections[a], *y = &w->r->sections[b];

    for (size_t ca = 0; ca < aet_mask_counts(x->kind); ca++)
        for (size_t cb = 0; cb < aet_mask_counts(y->kind); cb++) {
            if (strcmp(x->kind->mask.counts[ca].of, y->kind->mask.counts[cb].of) != 0)
                continue;
            for (size_t row = 0; row < x->rows; row++) {
                begin_sum(w, aet_weave_cell(w, a, row, ca));
                for (size_t r = 0; r < y->rows; r++)
                    if (aet_mask_agree(x, row, y, r))
                        add_part(w, aet_weave_cell(w, b, r, cb));
                end_sum(w);
            }
        }
}

/* The total of the rows that share a row's key, made at the first of them. */
static void add_margin(struct weave *w, size_t i, size_t key, size_t row)
{
    const struct section *s = &w->r->sections[i];
    bool whole = key == AET_MASK_KEYS;
    int64_t all = 0;

    for (size_t r = 0; r < row; r++)
        if (whole || aet_mask_same_key(s, key, r, row))
            return;
    for (size_t r = row; r < s->rows; r++)
        if (whole || aet_mask_same_key(s, key, r, row))
            all += w->cells[aet_weave_cell(w, i, r, 0)].value;
    w->margins = aet_grow(w->margins, &w->margins_cap, w->margins_n, sizeof *w->margins);
    w->margins[w->margins_n++] = (struct margin){
        i, key, row, add_cell(w, (struct hidden_cell){ all, !whole && small(w, all), whole })
    };
    begin_sum(w, w->n - 1);
    for (size_t r = row; r < s->rows; r++)
        if (whole || aet_mask_same_key(s, key, r, row))
            add_part(w, aet_weave_cell(w, i, r, 0));
    end_sum(w);
}

static void add_margins(struct weave *w, size_t i)
{
    const struct section *s = &w->r->sections[i];

    for (size_t key = 0; key <= AET_MASK_KEYS; key++)
        for (size_t row = 0; row < s->rows; row++)
            if (s->kind->mask.margins >> key & 1)
                add_margin(w, i, key, row);
}

void aet_weave(struct weave *w, const struct report *r, int64_t under)
{
    *w = (struct weave){ .r = r, .under = under };
    w->first = aet_calloc(r->n + 1, sizeof *w->first);
    for (size_t i = 0; i < r->n; i++)
        add_section(w, i);
    for (size_t i = 0; i < r->n; i++) {
        if (w->first[i] == SIZE_MAX)
            continue;
        sum_rows(w, i);
        add_margins(w, i);
        for (size_t k = 0; k < r->n; k++)
            if (w->first[k] != SIZE_MAX &&
                aet_mask_within(r->sections[i].kind, r->sections[k].kind) &&
                !aet_mask_within(r->sections[k].kind, r->sections[i].kind))
                sum_sections(w, i, k);
    }
    for (size_t i = 0; i < w->m; i++)
        w->sums[i].parts = w->parts + w->from[i];
}

void aet_weave_free(struct weave *w)
{
    aet_free(w->cells);
    aet_free(w->sums);
    aet_free(w->from);
    aet_free(w->parts);
    aet_free(w->first);
    aet_free(w->margins);
}
