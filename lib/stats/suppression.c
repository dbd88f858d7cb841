/*
 * Complementary suppression by repeated audit: the tables are small, so that the audit is simply
 * made again after each cell that is hidden.
 */
#include "stats/suppression.h"

#include "base/alloc.h"

#include <math.h>
#include <string.h>

/* The system over hidden cells alone: a row of coefficients for each sum. */
struct system {
    double *a;
    size_t rows, columns;
};

static double *at(const struct system *s, size_t row, size_t column)
{
    return &s->a[row * s->columns + column];
}

static struct system system_of(const struct hidden_cell *cells, size_t n,
                               const struct hidden_sum *sums, size_t m)
{
    struct system s = { aet_calloc(m * n + 1, sizeof(double)), m, n };

    for (size_t i = 0; i < m; i++) {
        for (size_t k = 0; k < sums[i].n; k++)
            if (cells[sums[i].parts[k]].hidden)
                *at(&s, i, sums[i].parts[k]) += 1;
        if (cells[sums[i].total].hidden)
            *at(&s, i, sums[i].total) -= 1;
    }
    return s;
}

static size_t pivot_row(const struct system *s, size_t from, size_t column)
{
    size_t best = from;

    for (size_t r = from; r < s->rows; r++)
        if (fabs(*at(s, r, column)) > fabs(*at(s, best, column)))
            best = r;
    return best;
}

/* Reduced row echelon form. */
static void reduce(struct system *s)
{
    size_t done = 0;

    for (size_t c = 0; c < s->columns && done < s->rows; c++) {
        size_t p = pivot_row(s, done, c);
        double lead = *at(s, p, c);

        if (fabs(lead) < 1e-9)
            continue;
        for (size_t k = 0; k < s->columns; k++) {
            double swap = *at(s, p, k);

            *at(s, p, k) = *at(s, done, k);
            *at(s, done, k) = swap / lead;
        }
        for (size_t r = 0; r < s->rows; r++) {
            double factor = *at(s, r, c);

            for (size_t k = 0; k < s->columns && r != done; k++)
                *at(s, r, k) -= factor * *at(s, done, k);
        }
        done++;
    }
}

/* A row with a single unknown gives it away. */
static void mark_solved(const struct system *s, bool *known)
{
    for (size_t r = 0; r < s->rows; r++) {
        size_t unknowns = 0, last = 0;

        for (size_t c = 0; c < s->columns; c++)
            if (fabs(*at(s, r, c)) > 1e-9) {
                unknowns++;
                last = c;
            }
        if (unknowns == 1)
            known[last] = true;
    }
}

struct bounds {
    int64_t *low, *high;
};

static bool raise(int64_t *bound, int64_t to)
{
    bool moves = to > *bound;

    *bound = moves ? to : *bound;
    return moves;
}

static bool lower(int64_t *bound, int64_t to)
{
    bool moves = to < *bound;

    *bound = moves ? to : *bound;
    return moves;
}

/* What one sum says of its total and of each of its parts. */
static bool narrow(const struct hidden_sum *sum, struct bounds b)
{
    int64_t low = sum->rest, high = sum->rest;
    bool moved = false;

    for (size_t k = 0; k < sum->n; k++) {
        low += b.low[sum->parts[k]];
        high += b.high[sum->parts[k]];
    }
    moved |= raise(&b.low[sum->total], low);
    moved |= lower(&b.high[sum->total], high);
    for (size_t k = 0; k < sum->n; k++) {
        size_t p = sum->parts[k];

        moved |= raise(&b.low[p], b.low[sum->total] - (high - b.high[p]));
        if (!moved)
            moved = lower(&b.high[p], b.high[sum->total] - (low - b.low[p]));
        if (moved)
            return true; /* the sums above are stale */
    }
    return moved;
}

static void mark_bounded(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                         size_t m, bool *known)
{
    struct bounds b = { aet_calloc(n + 1, sizeof *b.low), aet_calloc(n + 1, sizeof *b.high) };
    int64_t all = 1;
    bool moved = true;

    for (size_t i = 0; i < n; i++)
        all += cells[i].value;
    for (size_t i = 0; i < m; i++)
        all += sums[i].rest;
    for (size_t i = 0; i < n; i++) {
        b.low[i] = cells[i].hidden ? 0 : cells[i].value;
        b.high[i] = cells[i].hidden ? all : cells[i].value;
    }
    while (moved) {
        moved = false;
        for (size_t i = 0; i < m; i++)
            moved |= narrow(&sums[i], b);
    }
    for (size_t i = 0; i < n; i++)
        known[i] |= b.low[i] == b.high[i];
    aet_free(b.low);
    aet_free(b.high);
}

size_t aet_hidden_known(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                        size_t m, bool *known)
{
    struct system s = system_of(cells, n, sums, m);
    size_t count = 0;

    memset(known, 0, n * sizeof *known);
    reduce(&s);
    mark_solved(&s, known);
    mark_bounded(cells, n, sums, m, known);
    for (size_t i = 0; i < n; i++) {
        known[i] = known[i] && cells[i].hidden;
        count += known[i];
    }
    aet_free(s.a);
    return count;
}

static bool in_sum(const struct hidden_sum *s, size_t cell)
{
    if (s->total == cell)
        return true;
    for (size_t k = 0; k < s->n; k++)
        if (s->parts[k] == cell)
            return true;
    return false;
}

/* Whether `cell` would be hidden rather than `best`: not 0 first, then the smaller. */
static bool better(const struct hidden_cell *cells, size_t cell, size_t best, size_t none)
{
    if (cells[cell].hidden || cells[cell].fixed)
        return false;
    if (best == none || (cells[best].value == 0) != (cells[cell].value == 0))
        return best == none || cells[best].value == 0;
    return cells[cell].value < cells[best].value;
}

/* Whether hiding something in this sum may protect a known cell: it holds one and, where `alone`,
   nothing else is hidden in it. */
static bool may_protect(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sum,
                        const bool *known, bool alone)
{
    size_t hidden = 0, in_danger = 0;

    for (size_t c = 0; c < n; c++)
        if (cells[c].hidden && in_sum(sum, c)) {
            hidden++;
            in_danger += known[c];
        }
    return in_danger > 0 && (!alone || hidden == 1);
}

/* A printed cell of a sum that holds a known one; parts are looked at before totals. */
static size_t next_to_hide(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                           size_t m, const bool *known, bool alone)
{
    size_t part = n, total = n;

    for (size_t i = 0; i < m; i++) {
        bool leaks = may_protect(cells, n, &sums[i], known, alone);

        for (size_t k = 0; k < sums[i].n && leaks; k++)
            if (better(cells, sums[i].parts[k], part, n))
                part = sums[i].parts[k];
        if (leaks && better(cells, sums[i].total, total, n))
            total = sums[i].total;
    }
    if (part < n && (cells[part].value || total == n))
        return part;
    return total;
}

size_t aet_hide_more(struct hidden_cell *cells, size_t n, const struct hidden_sum *sums, size_t m)
{
    bool *known = aet_calloc(n + 1, sizeof *known);
    size_t left;

    while ((left = aet_hidden_known(cells, n, sums, m, known)) > 0) {
        size_t cell = next_to_hide(cells, n, sums, m, known, true);

        if (cell == n)
            cell = next_to_hide(cells, n, sums, m, known, false);
        if (cell == n)
            break;
        cells[cell].hidden = true;
    }
    aet_free(known);
    return left;
}
