/*
 * Krippendorff's alphas for unitizing: the published example, brute force character by character in
 * tests/stats, and what they become where passages are cut beforehand.
 */
#include "oracle.h"

#include "stats/agreement/alpha.h"
#include "stats/agreement/unitizing.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define MAX 4000
#define VALUES 8

static struct oracle oracle;

/* Figure 12.11 of Krippendorff (2019, Content Analysis, 4th ed., p. 340): 60 characters cut by
   Alex, Paul and Suzan. */
static const struct unitizing_unit book[] = {
    { 0, 7, 0, 0 },   { 7, 13, 1, 0 },  { 30, 32, 4, 0 }, { 32, 37, 5, 0 },
    { 37, 44, 5, 0 }, { 44, 60, 6, 0 }, { 0, 7, 0, 1 },   { 7, 13, 2, 1 },
    { 13, 21, 4, 1 }, { 32, 44, 5, 1 }, { 0, 7, 0, 2 },   { 7, 13, 3, 2 },
    { 13, 21, 4, 2 }, { 32, 37, 5, 2 }, { 37, 41, 5, 2 }, { 41, 44, 5, 2 },
};
enum { BOOK = sizeof book / sizeof *book };

/* To the three decimals that are published, .510, .413 and .724; the second is 1 - 26 / 44.338,
   which the book has from 44.3. */
START_TEST(published)
{
    static const double ku[VALUES - 1] = { 1, 0, 0, 0, 1, 1, NAN };
    struct unitizing_unit units[BOOK];
    struct unitizing u, marked;

    aet_unitizing_init(&u, VALUES - 1);
    aet_unitizing_init(&marked, 1);
    aet_unitizing_add(&u, book, BOOK, 60, 3);
    for (size_t i = 0; i < BOOK; i++) {
        units[i] = book[i];
        units[i].value = 0;
    }
    ck_assert_uint_eq(aet_unitizing_join(units, BOOK), BOOK); /* those that touch stay apart */
    aet_unitizing_add(&marked, units, BOOK, 60, 3);
    ck_assert_double_eq_tol(aet_unitizing_u(&u).value, 0.510, 0.0005);
    ck_assert_double_eq_tol(aet_unitizing_u(&marked).value, 0.413, 0.001);
    ck_assert_double_eq_tol(1 - 26 / 44.3, 0.413, 0.0005);
    ck_assert_double_eq_tol(aet_unitizing_cu(&u).value, 0.724, 0.0005);
    for (size_t v = 0; v < VALUES - 1; v++)
        oracle_match(aet_unitizing_ku(&u, v), ku[v], 1e-12, "ku", (int)v);
    ck_assert_double_eq_tol(aet_unitizing_coverage_of(&u, 4).value, 8.0 / 18, 1e-12);
    ck_assert_double_eq(aet_unitizing_coverage_of(&u, 6).value, 0);
    ck_assert_int_eq(aet_unitizing_ku(&u, 6).reason, STAT_NO_OVERLAP);
    aet_unitizing_free(&u);
    aet_unitizing_free(&marked);
}
END_TEST

enum { ALL = -1 };

/* A row of unitizing.csv: continua, each with its length and coders, and their units, five numbers
   each: continuum, coder, value, from, to. Of one continuum, or of all but one; returns how many
   there are. */
static size_t row_read(struct unitizing *u, int row, int one, int but)
{
    static double list[MAX], lengths[MAX], coders[MAX];
    size_t n = oracle_list(&oracle, row, "units", list, MAX) / 5;
    size_t continua = oracle_list(&oracle, row, "lengths", lengths, MAX);

    oracle_list(&oracle, row, "coders", coders, MAX);
    aet_unitizing_init(u, (size_t)oracle_number(&oracle, row, "values"));
    for (size_t c = 0; c < continua; c++) {
        struct unitizing_unit units[MAX / 5];
        size_t kept = 0;

        if ((one != ALL && (int)c != one) || (int)c == but)
            continue;
        for (size_t i = 0; i < n; i++)
            if ((size_t)list[5 * i] == c)
                units[kept++] = (struct unitizing_unit){ (uint64_t)list[5 * i + 3],
                                                         (uint64_t)list[5 * i + 4],
                                                         (uint32_t)list[5 * i + 2],
                                                         (uint16_t)list[5 * i + 1] };
        kept = aet_unitizing_join(units, kept);
        aet_unitizing_add(u, units, kept, (uint64_t)lengths[c], (size_t)coders[c]);
    }
    return continua;
}

START_TEST(by_character)
{
    struct unitizing u;
    double ku[VALUES];

    row_read(&u, _i, ALL, ALL);
    oracle_match(aet_unitizing_u(&u), oracle_number(&oracle, _i, "u"), 1e-11, "u", _i);
    oracle_match(aet_unitizing_cu(&u), oracle_number(&oracle, _i, "cu"), 1e-11, "cu", _i);
    oracle_match(aet_unitizing_coverage(&u), oracle_number(&oracle, _i, "coverage"), 1e-11,
                 "coverage", _i);
    oracle_list(&oracle, _i, "ku", ku, VALUES);
    for (size_t v = 0; v < u.values; v++)
        oracle_match(aet_unitizing_ku(&u, v), ku[v], 1e-11, "ku", _i);
    aet_unitizing_free(&u);
}
END_TEST

static void match(struct stat_value a, struct stat_value b, const char *what)
{
    oracle_match(a, b.defined ? b.value : NAN, 1e-9, what, 0);
}

/* All without one continuum is the others; cleared, it is as if it had not been. */
START_TEST(without_one)
{
    struct unitizing all, part, rest, others;
    size_t continua = row_read(&all, _i, ALL, ALL);

    aet_unitizing_init(&rest, all.values);
    for (int c = 0; c < (int)continua; c++) {
        row_read(&part, _i, c, ALL);
        row_read(&others, _i, ALL, c);
        aet_unitizing_without(&all, &part, &rest);
        match(aet_unitizing_u(&rest), aet_unitizing_u(&others), "u");
        match(aet_unitizing_cu(&rest), aet_unitizing_cu(&others), "cu");
        for (size_t v = 0; v < all.values; v++) {
            match(aet_unitizing_ku(&rest, v), aet_unitizing_ku(&others, v), "ku");
            ck_assert_uint_eq(rest.of[v].units, others.of[v].units);
        }
        aet_unitizing_clear(&part);
        aet_unitizing_without(&all, &part, &rest);
        match(aet_unitizing_u(&rest), aet_unitizing_u(&all), "u");
        aet_unitizing_free(&part);
        aet_unitizing_free(&others);
    }
    aet_unitizing_free(&rest);
    aet_unitizing_free(&all);
}
END_TEST

/* Passages that all cut alike, `size` characters each, and no gap, are units cut beforehand: u and
   cu are nominal alpha, whatever the size. Of one character, with gaps, u is nominal alpha of the
   characters, gaps being a value. */
static void alike(size_t size, uint16_t gap, double *nominal, struct unitizing *u)
{
    static const uint16_t rows[][3] = { { 0, 0, 0 }, { 1, 1, 2 }, { 2, 0, 2 }, { 1, 1, 1 },
                                        { 0, 2, 2 }, { 0, 0, 1 }, { 2, 2, 2 } };
    enum { N = sizeof rows / sizeof *rows };
    struct unitizing_unit units[3 * N];
    struct agree_options o = { .scale = AGREE_NOMINAL };
    struct patterns p;
    size_t n = 0;

    aet_patterns_init(&p, 3, 3);
    for (size_t i = 0; i < N; i++) {
        ck_assert(aet_patterns_add(&p, rows[i], 1));
        for (uint16_t k = 0; k < 3; k++)
            if (rows[i][k] != gap)
                units[n++] = (struct unitizing_unit){ i * size, (i + 1) * size, rows[i][k], k };
    }
    aet_patterns_finish(&p);
    *nominal = aet_alpha_value(&p, &o).value;
    aet_patterns_free(&p);
    aet_unitizing_init(u, 3);
    aet_unitizing_add(u, units, n, N * size, 3);
}

START_TEST(cut_beforehand)
{
    double nominal;
    struct unitizing u;

    alike((size_t)_i, UINT16_MAX, &nominal, &u);
    ck_assert_double_eq_tol(aet_unitizing_u(&u).value, nominal, 1e-12);
    ck_assert_double_eq_tol(aet_unitizing_cu(&u).value, nominal, 1e-12);
    ck_assert_double_eq(aet_unitizing_coverage(&u).value, 1);
    aet_unitizing_free(&u);
}
END_TEST

START_TEST(of_one_character)
{
    double nominal;
    struct unitizing u;

    alike(1, 2, &nominal, &u);
    ck_assert_double_eq_tol(aet_unitizing_u(&u).value, nominal, 1e-12);
    aet_unitizing_free(&u);
}
END_TEST

static void of(const struct unitizing_unit *units, size_t n, size_t coders, struct unitizing *u)
{
    aet_unitizing_init(u, 2);
    aet_unitizing_add(u, units, n, 10, coders);
}

/* Nothing read by two, nothing but one value, nothing marked by two, two passages over each other.
 */
START_TEST(undefined)
{
    static const struct unitizing_unit one[] = { { 0, 4, 0, 0 }, { 5, 9, 1, 1 } };
    static const struct unitizing_unit full[] = { { 0, 10, 0, 0 }, { 0, 10, 0, 1 } };
    static const struct unitizing_unit over[] = { { 0, 4, 0, 0 }, { 3, 6, 1, 0 }, { 0, 4, 0, 1 } };
    struct unitizing u;

    of(one, 1, 1, &u);
    ck_assert_int_eq(aet_unitizing_u(&u).reason, STAT_NO_OVERLAP);
    ck_assert_int_eq(aet_unitizing_coverage(&u).reason, STAT_EMPTY);
    aet_unitizing_free(&u);
    of(NULL, 0, 2, &u);
    ck_assert_int_eq(aet_unitizing_u(&u).reason, STAT_CONSTANT);
    aet_unitizing_free(&u);
    of(one, 2, 2, &u);
    ck_assert(aet_unitizing_u(&u).defined);
    ck_assert_int_eq(aet_unitizing_cu(&u).reason, STAT_NO_OVERLAP);
    aet_unitizing_free(&u);
    of(full, 2, 2, &u);
    ck_assert_int_eq(aet_unitizing_u(&u).reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_unitizing_cu(&u).reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_unitizing_ku(&u, 0).reason, STAT_CONSTANT);
    aet_unitizing_free(&u);
    of(over, 3, 2, &u);
    ck_assert_uint_eq(u.overlaps, 1);
    ck_assert_int_eq(aet_unitizing_u(&u).reason, STAT_OVERLAP);
    ck_assert_int_eq(aet_unitizing_ku(&u, 0).reason, STAT_OVERLAP);
    aet_unitizing_free(&u);
}
END_TEST

/* Of one coder and one value, what overlaps is one; what touches is two, and another coder's stays.
 */
START_TEST(joined)
{
    struct unitizing_unit units[] = { { 6, 9, 0, 0 }, { 0, 4, 0, 0 }, { 2, 6, 0, 0 },
                                      { 0, 4, 0, 0 }, { 1, 3, 0, 1 }, { 1, 3, 1, 0 } };

    ck_assert_uint_eq(aet_unitizing_join(units, sizeof units / sizeof *units), 4);
    ck_assert_uint_eq(units[0].from, 0);
    ck_assert_uint_eq(units[0].to, 6);
    ck_assert_uint_eq(units[1].from, 6);
    ck_assert_uint_eq(units[2].coder, 1);
    ck_assert_uint_eq(units[3].value, 1);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats unitizing");
    TCase *t = tcase_create("unitizing");
    SRunner *r;
    int failed;

    oracle_read(&oracle, "unitizing.csv");
    tcase_add_test(t, published);
    tcase_add_loop_test(t, by_character, 0, (int)oracle.rows);
    tcase_add_loop_test(t, without_one, 0, (int)oracle.rows);
    tcase_add_loop_test(t, cut_beforehand, 1, 5);
    tcase_add_test(t, of_one_character);
    tcase_add_test(t, undefined);
    tcase_add_test(t, joined);
    suite_add_tcase(s, t);
    r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    oracle_free(&oracle);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
