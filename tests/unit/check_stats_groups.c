/*
 * Kendall's tau-b with its jackknife, against R; and suppression of small cells, by trying every
 * table that a reader could think of.
 */
#include "oracle.h"

#include "stats/kendall.h"
#include "stats/suppression.h"
#include "suite.h"

#include <math.h>

static struct oracle kendalls;

START_TEST(kendall)
{
    const struct oracle *o = &kendalls;
    double x[ORACLE_ROWS], y[ORACLE_ROWS];
    uint32_t classes[ORACLE_ROWS];
    size_t n = oracle_list(o, _i, "classes", x, ORACLE_ROWS);
    struct kendall k;

    ck_assert_uint_eq(oracle_list(o, _i, "values", y, ORACLE_ROWS), n);
    for (size_t i = 0; i < n; i++)
        classes[i] = (uint32_t)x[i];
    k = aet_kendall(classes, y, n, 4, 0.95);
    oracle_match(k.tau, oracle_number(o, _i, "tau"), 1e-12, "tau", _i);
    oracle_match(k.p, oracle_number(o, _i, "p"), 1e-9, "p", _i);
    oracle_match(k.ci.low, oracle_number(o, _i, "low"), 1e-9, "low", _i);
    oracle_match(k.ci.high, oracle_number(o, _i, "high"), 1e-9, "high", _i);
}
END_TEST

START_TEST(kendall_undefined)
{
    const uint32_t classes[] = { 0, 1, 4 };
    const double values[] = { 1, 2, 3 };

    ck_assert_int_eq(aet_kendall(classes, values, 0, 4, 0.95).tau.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_kendall(classes, values, 2, 4, 0.95).tau.reason, STAT_TOO_FEW);
    ck_assert_int_eq(aet_kendall(classes, values, 3, 4, 0.95).tau.reason, STAT_ARGUMENT);
}
END_TEST

/* A table of 3 × 3 with its totals: cells 0 to 8, rows 9 to 11, columns 12 to 14, all 15. */
enum { SIDE = 3, CELLS = SIDE * SIDE, ALL = CELLS + 2 * SIDE, N = ALL + 1, SUMS = 2 * SIDE + 2 };

struct printed {
    struct hidden_cell cells[N];
    struct hidden_sum sums[SUMS];
    size_t parts[SUMS][SIDE];
};

static void make(struct printed *p, unsigned long long *state, int64_t threshold)
{
    *p = (struct printed){ .cells = { { 0, false, false } } };
    for (size_t i = 0; i < CELLS; i++)
        p->cells[i].value = (int64_t)(random_next(state) % 4 == 0 ? 0 : random_next(state) % 7);
    for (size_t i = 0; i < SIDE; i++)
        for (size_t k = 0; k < SIDE; k++) {
            p->parts[i][k] = i * SIDE + k;
            p->parts[SIDE + i][k] = k * SIDE + i;
            p->cells[CELLS + i].value += p->cells[i * SIDE + k].value;
            p->cells[CELLS + SIDE + i].value += p->cells[k * SIDE + i].value;
            p->parts[2 * SIDE][k] = CELLS + k;
            p->parts[2 * SIDE + 1][k] = CELLS + SIDE + k;
        }
    for (size_t i = 0; i < SIDE; i++)
        p->cells[ALL].value += p->cells[CELLS + i].value;
    for (size_t i = 0; i < SUMS; i++)
        p->sums[i] = (struct hidden_sum){ i < 2 * SIDE ? CELLS + i : ALL, p->parts[i], SIDE, 0 };
    for (size_t i = 0; i < ALL; i++)
        p->cells[i].hidden = p->cells[i].value > 0 && p->cells[i].value < threshold;
    p->cells[ALL].fixed = true;
}

/* Every table of counts that agrees with what is printed: lowest and highest value of each cell. */
struct seen {
    const struct printed *p;
    int64_t table[CELLS], low[N], high[N], least;
    bool any;
};

static void take(struct seen *s)
{
    int64_t v[N] = { 0 };

    for (size_t i = 0; i < CELLS; i++) {
        v[i] = s->table[i];
        v[CELLS + i / SIDE] += v[i];
        v[CELLS + SIDE + i % SIDE] += v[i];
        v[ALL] += v[i];
    }
    for (size_t i = 0; i < N; i++)
        if (s->p->cells[i].hidden ? v[i] < s->least : v[i] != s->p->cells[i].value)
            return;
    for (size_t i = 0; i < N; i++) {
        s->low[i] = !s->any || v[i] < s->low[i] ? v[i] : s->low[i];
        s->high[i] = !s->any || v[i] > s->high[i] ? v[i] : s->high[i];
    }
    s->any = true;
}

static void try_all(struct seen *s, size_t cell, int64_t left)
{
    const struct hidden_cell *c = &s->p->cells[cell];
    int64_t from = c->hidden ? s->least : c->value, to = c->hidden ? left : c->value;

    if (cell == CELLS) {
        if (left == 0)
            take(s);
        return;
    }
    if (to > left)
        return;
    if (c->hidden && to > from + 12)
        to = from + 12; /* a cell is at most 6: beyond, nothing new is learnt */
    for (int64_t v = from; v <= to; v++) {
        s->table[cell] = v;
        try_all(s, cell + 1, left - v);
    }
}

/* What is called safe is as far from known as it is said to be, by every table there is; what is
 * not is left only where nothing more could be hidden. */
static void attack(struct printed *p, int64_t width)
{
    struct seen s = { .p = p, .least = 1 };
    bool known[N];
    size_t left = aet_hide_more(p->cells, N, p->sums, SUMS, width, true), hidden = 0;

    ck_assert_uint_eq(aet_hidden_known(p->cells, N, p->sums, SUMS, width, known), left);
    for (size_t i = 0; i < N; i++) {
        hidden += i < CELLS && p->cells[i].hidden;
        s.least = p->cells[i].hidden && p->cells[i].value == 0 ? 0 : s.least;
        ck_assert(left == 0 || p->cells[i].hidden || p->cells[i].fixed);
    }
    if (hidden > 6)
        return; /* too many tables to try */
    try_all(&s, 0, p->cells[ALL].value);
    ck_assert(s.any);
    for (size_t i = 0; i < N; i++) {
        int64_t value = p->cells[i].value, need = value == 0 ? 0 : value < width ? width : 1;

        if (p->cells[i].hidden && !known[i])
            ck_assert_msg(s.high[i] - s.low[i] >= need, "cell %zu: %lld to %lld", i,
                          (long long)s.low[i], (long long)s.high[i]);
    }
}

START_TEST(nothing_by_subtraction)
{
    unsigned long long state = 88172645463325252ULL + (unsigned)_i;

    for (int round = 0; round < 4; round++) {
        struct printed p;

        make(&p, &state, 2 + _i % 4);
        if (p.cells[ALL].value)
            attack(&p, 2 + _i % 4);
    }
}
END_TEST

START_TEST(nothing_small_nothing_hidden)
{
    unsigned long long state = 42;
    struct printed p;

    make(&p, &state, 0);
    ck_assert_uint_eq(aet_hide_more(p.cells, N, p.sums, SUMS, 1, true), 0);
    for (size_t i = 0; i < N; i++)
        ck_assert(!p.cells[i].hidden);
}
END_TEST

START_TEST(one_hidden_cell_is_known)
{
    unsigned long long state = 42;
    struct printed p;
    bool known[N];

    make(&p, &state, 0);
    p.cells[4].hidden = true;
    ck_assert_uint_eq(aet_hidden_known(p.cells, N, p.sums, SUMS, 1, known), 1);
    ck_assert(known[4]);
}
END_TEST

/* Four hidden cells in a square, which no equation gives; but a row of nothing is nothing, and what
 * stands under it is then known. */
START_TEST(nothing_is_known_of_nothing)
{
    static const int64_t values[CELLS] = { 0, 0, 5, 2, 3, 5, 5, 5, 5 };
    unsigned long long state = 42;
    struct printed p;
    bool known[N];

    make(&p, &state, 0);
    for (size_t i = CELLS; i < N; i++)
        p.cells[i].value = 0;
    for (size_t i = 0; i < CELLS; i++) {
        p.cells[i].value = values[i];
        p.cells[CELLS + i / SIDE].value += values[i];
        p.cells[CELLS + SIDE + i % SIDE].value += values[i];
        p.cells[ALL].value += values[i];
        p.cells[i].hidden = i % SIDE < 2 && i / SIDE < 2;
    }
    ck_assert_uint_eq(aet_hidden_known(p.cells, N, p.sums, SUMS, 1, known), 2);
    ck_assert_uint_eq(aet_hide_more(p.cells, N, p.sums, SUMS, 1, true), 0);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats groups");
    TCase *t = tcase_create("groups");
    int failed;

    oracle_read(&kendalls, "kendall.csv");
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, kendall, 0, (int)kendalls.rows);
    tcase_add_test(t, kendall_undefined);
    tcase_add_loop_test(t, nothing_by_subtraction, 0, 60);
    tcase_add_test(t, nothing_small_nothing_hidden);
    tcase_add_test(t, one_hidden_cell_is_known);
    tcase_add_test(t, nothing_is_known_of_nothing);
    suite_add_tcase(s, t);
    failed = run_suite(s);
    oracle_free(&kendalls);
    return failed;
}
