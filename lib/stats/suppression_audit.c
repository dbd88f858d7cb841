/*
 * The audit of hidden cells: how far each can move while all that is printed stays true. The
 * simplex method goes from one vertex of the tables that agree with it to another, for each cell
 * down and up; every vertex in whole numbers is a table that a reader cannot exclude, whatever the
 * cell it was found for. Nothing is hidden here (suppression.c).
 */
#include "stats/suppression.h"

#include "base/alloc.h"

#include <math.h>
#include <string.h>

#define TINY 1e-9
#define FAR 1e15

enum { STEPS = 2000 }; /* of one search: beyond, a cell is called not safe */

/* The system over hidden cells alone: a row of coefficients for each sum. */
struct system {
    double *a;
    size_t rows, columns;
    size_t *cell;   /* by column */
    size_t *column; /* by cell */
    size_t *pivot;  /* by row, once reduced: the column of its basis; none beyond `rank` */
    size_t rank;
    bool *basic;        /* by column */
    double *y;          /* by column: how much a cell has beyond the least it can have */
    double *low, *high; /* by column: the least and the most y that was seen */
};

static double *at(const struct system *s, size_t row, size_t column)
{
    return &s->a[row * s->columns + column];
}

static void system_of(struct system *s, const struct hidden_cell *cells, size_t n,
                      const struct hidden_sum *sums, size_t m)
{
    *s = (struct system){ .rows = m };
    s->cell = aet_calloc(n + 1, sizeof *s->cell);
    s->column = aet_calloc(n + 1, sizeof *s->column);
    s->pivot = aet_calloc(m + 1, sizeof *s->pivot);
    s->basic = aet_calloc(n + 1, sizeof *s->basic);
    s->y = aet_calloc(n + 1, sizeof *s->y);
    s->low = aet_calloc(n + 1, sizeof *s->low);
    s->high = aet_calloc(n + 1, sizeof *s->high);
    for (size_t i = 0; i < n; i++)
        if (cells[i].hidden) {
            s->column[i] = s->columns;
            s->cell[s->columns++] = i;
        }
    s->a = aet_calloc(m * s->columns + 1, sizeof *s->a);
    for (size_t i = 0; i < m; i++) {
        for (size_t k = 0; k < sums[i].n; k++)
            if (cells[sums[i].parts[k]].hidden)
                *at(s, i, s->column[sums[i].parts[k]]) += 1;
        if (cells[sums[i].total].hidden)
            *at(s, i, s->column[sums[i].total]) -= 1;
    }
}

static void system_free(struct system *s)
{
    aet_free(s->a);
    aet_free(s->cell);
    aet_free(s->column);
    aet_free(s->pivot);
    aet_free(s->basic);
    aet_free(s->y);
    aet_free(s->low);
    aet_free(s->high);
}

static size_t pivot_row(const struct system *s, size_t column)
{
    size_t best = s->rank;

    for (size_t r = s->rank; r < s->rows; r++)
        if (fabs(*at(s, r, column)) > fabs(*at(s, best, column)))
            best = r;
    return best;
}

/* Make a column the basis of a row: 1 there, 0 in all others. */
static void pivot_on(struct system *s, size_t row, size_t column)
{
    double lead = *at(s, row, column);

    for (size_t k = 0; k < s->columns; k++)
        *at(s, row, k) /= lead;
    for (size_t r = 0; r < s->rows; r++) {
        double factor = r == row ? 0 : *at(s, r, column);

        for (size_t k = 0; k < s->columns && factor != 0; k++)
            *at(s, r, k) -= factor * *at(s, row, k);
        if (factor != 0)
            *at(s, r, column) = 0;
    }
    s->pivot[row] = column;
    s->basic[column] = true;
}

/* Reduced row echelon form. */
static void reduce(struct system *s)
{
    for (size_t c = 0; c < s->columns && s->rank < s->rows; c++) {
        size_t p = pivot_row(s, c);

        if (fabs(*at(s, p, c)) < TINY)
            continue;
        for (size_t k = 0; k < s->columns; k++) {
            double swap = *at(s, p, k);

            *at(s, p, k) = *at(s, s->rank, k);
            *at(s, s->rank, k) = swap;
        }
        pivot_on(s, s->rank++, c);
    }
}

/* The table reached, when it is whole, is one that a reader cannot exclude. */
static void note_table(struct system *s)
{
    for (size_t c = 0; c < s->columns; c++)
        if (fabs(s->y[c] - round(s->y[c])) > 1e-6)
            return;
    for (size_t c = 0; c < s->columns; c++) {
        double y = round(s->y[c]);

        s->low[c] = y < s->low[c] ? y : s->low[c];
        s->high[c] = y > s->high[c] ? y : s->high[c];
    }
}

/* Move a column that is not in the basis one way (+1, -1), at most `most`, the basis with it, until
 * a cell of the basis has nothing left: it leaves, and the column comes in its place. */
static double slide(struct system *s, size_t column, int way, double most)
{
    size_t stop = s->rank;
    double step = most;

    for (size_t r = 0; r < s->rank; r++) {
        double falls = way * *at(s, r, column);

        if (falls > TINY && s->y[s->pivot[r]] / falls < step - TINY) {
            step = s->y[s->pivot[r]] / falls;
            stop = r;
        }
    }
    if (step >= FAR)
        return step; /* nothing bounds it */
    step = step < 0 ? 0 : step;
    for (size_t r = 0; r < s->rank; r++)
        s->y[s->pivot[r]] -= way * step * *at(s, r, column);
    s->y[column] += way * step;
    if (stop < s->rank) {
        s->y[s->pivot[stop]] = 0;
        s->basic[s->pivot[stop]] = false;
        pivot_on(s, stop, column);
    }
    note_table(s);
    return step;
}

/* From the true table to a vertex: what is not in the basis goes down to 0, or into it. */
static void begin(struct system *s, const struct hidden_cell *cells)
{
    double least = 1;

    for (size_t c = 0; c < s->columns; c++)
        least = cells[s->cell[c]].value == 0 ? 0 : least;
    for (size_t c = 0; c < s->columns; c++)
        s->low[c] = s->high[c] = s->y[c] = (double)cells[s->cell[c]].value - least;
    reduce(s);
    for (size_t c = 0; c < s->columns; c++)
        if (!s->basic[c] && s->y[c] > 0)
            slide(s, c, -1, s->y[c]);
}

/* The row of a column of the basis. */
static size_t row_of(const struct system *s, size_t column)
{
    size_t r = 0;

    while (r < s->rank && s->pivot[r] != column)
        r++;
    return r;
}

/* A column that moves another one this way when it comes in: the first (Bland 1977, so that no
 * vertex comes twice). None: no table goes further. */
static size_t entering(const struct system *s, size_t column, int way)
{
    size_t r = row_of(s, column), c = 0;

    if (!s->basic[column])
        return way > 0 ? column : s->columns;
    while (c < s->columns && (s->basic[c] || -way * *at(s, r, c) <= TINY))
        c++;
    return c;
}

/* As far as a cell goes one way, or until it has been seen `need` apart. */
static void explore(struct system *s, size_t column, int way, double need)
{
    double far = s->high[column] + need + 1;

    for (size_t k = 0; k < STEPS && s->high[column] - s->low[column] < need; k++) {
        size_t in = entering(s, column, way);

        if (in == s->columns)
            break;
        if (slide(s, in, 1, FAR) >= FAR)
            s->high[column] = far;
    }
}

size_t aet_hidden_known(const struct hidden_cell *cells, size_t n, const struct hidden_sum *sums,
                        size_t m, int64_t width, bool *known)
{
    struct system s;
    size_t count = 0;

    memset(known, 0, n * sizeof *known);
    system_of(&s, cells, n, sums, m);
    begin(&s, cells);
    for (size_t c = 0; c < s.columns; c++) {
        int64_t value = cells[s.cell[c]].value;
        double need = value == 0 ? 0 : value < width ? (double)width : 1;

        explore(&s, c, -1, need);
        explore(&s, c, 1, need);
        known[s.cell[c]] = s.high[c] - s.low[c] < need;
        count += known[s.cell[c]];
    }
    system_free(&s);
    return count;
}
