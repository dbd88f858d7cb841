/*
 * Tables of counts: adjusted residuals, Pearson's chi-square, difference of two shares.
 * Holds neither Fisher's test (fisher.c) nor agreement between coders (pair_table.c).
 */
#include "stats/contingency.h"

#include "base/alloc.h"
#include "stats/gamma.h"
#include "stats/proportion.h"

#include <math.h>

struct stat_value aet_adjusted_residual(uint64_t cell, uint64_t row, uint64_t column,
                                        uint64_t total)
{
    double n = (double)total, expected, spread;

    if (total == 0)
        return aet_stat_undefined(STAT_EMPTY);
    if (cell > row || cell > column || row > total || column > total)
        return aet_stat_undefined(STAT_ARGUMENT);
    if (row == 0 || column == 0)
        return aet_stat_undefined(STAT_ZERO_MARGIN);
    if (row == total || column == total)
        return aet_stat_undefined(STAT_CONSTANT);
    expected = (double)row * (double)column / n;
    spread = sqrt(expected * ((double)(total - row) / n) * ((double)(total - column) / n));
    return aet_stat_value(((double)cell - expected) / spread);
}

/* Totals of a table; each array is owned, one entry per row or column. */
struct margins {
    uint64_t *rows, *columns, total;
    size_t full_rows, full_columns;
};

static size_t count_full(const uint64_t *totals, size_t n)
{
    size_t full = 0;

    for (size_t i = 0; i < n; i++)
        full += totals[i] > 0;
    return full;
}

static void margins_init(struct margins *m, const uint64_t *cells, size_t rows, size_t columns)
{
    m->rows = aet_calloc(rows, sizeof *m->rows);
    m->columns = aet_calloc(columns, sizeof *m->columns);
    m->total = 0;
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            m->rows[i] += cells[i * columns + j];
            m->columns[j] += cells[i * columns + j];
        }
        m->total += m->rows[i];
    }
    m->full_rows = count_full(m->rows, rows);
    m->full_columns = count_full(m->columns, columns);
}

static void margins_free(struct margins *m)
{
    aet_free(m->rows);
    aet_free(m->columns);
}

static struct chi2 chi2_of(const struct margins *m, const uint64_t *cells, size_t rows,
                           size_t columns)
{
    size_t df = (m->full_rows - 1) * (m->full_columns - 1);
    double sum = 0.0, smallest = (double)m->total;

    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            double e = (double)m->rows[i] * (double)m->columns[j] / (double)m->total;
            double gap = (double)cells[i * columns + j] - e;

            if (e > 0.0) {
                sum += gap * gap / e;
                smallest = fmin(smallest, e);
            }
        }
    }
    return (struct chi2){ aet_stat_value(sum), aet_stat_value(aet_chi2_upper(sum, (double)df)),
                          aet_stat_value(smallest), df };
}

struct chi2 aet_chi2_test(const uint64_t *cells, size_t rows, size_t columns)
{
    struct stat_value none;
    struct margins m;
    struct chi2 result;

    margins_init(&m, cells, rows, columns);
    if (m.full_rows >= 2 && m.full_columns >= 2) {
        result = chi2_of(&m, cells, rows, columns);
    } else {
        none = aet_stat_undefined(m.total == 0 ? STAT_EMPTY : STAT_CONSTANT);
        result = (struct chi2){ none, none, none, 0 };
    }
    margins_free(&m);
    return result;
}

struct stat_value aet_share_difference(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2)
{
    struct stat_value p1 = aet_proportion(x1, n1), p2 = aet_proportion(x2, n2);

    if (!p1.defined || !p2.defined)
        return p1.defined ? p2 : p1;
    return aet_stat_value(p1.value - p2.value);
}

struct stat_interval aet_newcombe(uint64_t x1, uint64_t n1, uint64_t x2, uint64_t n2, double level)
{
    struct stat_interval w1 = aet_wilson(x1, n1, AET_POPULATION_UNKNOWN, level);
    struct stat_interval w2 = aet_wilson(x2, n2, AET_POPULATION_UNKNOWN, level);
    double p1, p2;

    if (!w1.low.defined || !w2.low.defined)
        return w1.low.defined ? w2 : w1;
    p1 = (double)x1 / (double)n1;
    p2 = (double)x2 / (double)n2;
    return aet_stat_interval(p1 - p2 - hypot(p1 - w1.low.value, w2.high.value - p2),
                             p1 - p2 + hypot(w1.high.value - p1, p2 - w2.low.value));
}
