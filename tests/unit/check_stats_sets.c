/*
 * Alpha of sets of codes against NLTK's results in tests/stats, and the distances of sets by hand.
 */
#include "oracle.h"

#include "stats/agreement/alpha.h"
#include "stats/agreement/influence.h"
#include "stats/agreement/sets.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define MAX 2000
#define CODERS 8

static struct oracle sets;

/* A row of sets.csv: the sets, each once, and the units by the places of theirs. */
struct read {
    uint64_t bits[MAX];
    struct agree_sets sets;
    struct patterns p;
};

static uint16_t place(struct read *r, double mask)
{
    size_t i = 0;

    if (isnan(mask))
        return AET_CODE_MISSING;
    while (i < r->sets.n && r->bits[i] != (uint64_t)mask)
        i++;
    r->bits[i] = (uint64_t)mask;
    r->sets.n += i == r->sets.n;
    return (uint16_t)i;
}

static void row_read(struct read *r, int row)
{
    static double list[MAX];
    size_t n = oracle_list(&sets, row, "matrix", list, MAX), coders;

    coders = (size_t)oracle_number(&sets, row, "coders");
    r->sets = (struct agree_sets){ .words = 1, .bits = r->bits };
    for (size_t i = 0; i < n; i++)
        place(r, list[i]);
    aet_patterns_init(&r->p, coders, r->sets.n);
    for (size_t i = 0; i < n / coders; i++) {
        uint16_t unit[CODERS];

        for (size_t c = 0; c < coders; c++)
            unit[c] = place(r, list[i * coders + c]);
        ck_assert(aet_patterns_add(&r->p, unit, 1));
    }
    aet_patterns_finish(&r->p);
}

START_TEST(alphas)
{
    static const struct {
        const char *value, *error;
        double (*distance)(const void *of, size_t c, size_t k);
    } by[] = { { "jaccard", "jaccard_se", aet_sets_jaccard },
               { "masi", "masi_se", aet_sets_masi } };
    static struct read r;

    row_read(&r, _i);
    for (size_t k = 0; k < 2; k++) {
        struct agree_options o = { .scale = AGREE_DISTANCE,
                                   .distance = by[k].distance,
                                   .of = &r.sets };

        oracle_match(aet_agree_value(&r.p, &aet_agree_alpha, &o),
                     oracle_number(&sets, _i, by[k].value), 1e-11, by[k].value, _i);
        oracle_match(aet_agree_error(&r.p, NULL, &aet_agree_alpha, &o).se,
                     oracle_number(&sets, _i, by[k].error), 1e-6, by[k].error, _i);
    }
    /* what NLTK has by its own, .67 and .33 being its two thirds and its third */
    ck_assert_double_eq_tol(oracle_number(&sets, _i, "masi"), oracle_number(&sets, _i, "masi_nltk"),
                            5e-3);
    aet_patterns_free(&r.p);
}
END_TEST

/* {1,2} and {1,2,3,4} share half, and the second holds the first (NLTK's own example). */
START_TEST(distances)
{
    static const uint64_t bits[] = { 3, 0, 15, 0, 12, 0, 6, 0, 0, 0, 0, 1 };
    const struct agree_sets s = { .n = 6, .words = 2, .bits = bits };
    static const struct {
        size_t i, j;
        double jaccard, masi;
    } rows[] = {
        { 0, 0, 0, 0 }, { 0, 1, 0.5, 1 - 0.5 * 2 / 3 },
        { 0, 2, 1, 1 }, { 0, 3, 2.0 / 3, 1 - 1.0 / 9 },
        { 4, 4, 0, 0 }, { 4, 1, 1, 1 },
        { 4, 5, 1, 1 }, { 5, 5, 0, 0 },
    };

    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        ck_assert_double_eq_tol(aet_sets_jaccard(&s, rows[k].i, rows[k].j), rows[k].jaccard, 1e-15);
        ck_assert_double_eq_tol(aet_sets_jaccard(&s, rows[k].j, rows[k].i), rows[k].jaccard, 1e-15);
        ck_assert_double_eq_tol(aet_sets_masi(&s, rows[k].i, rows[k].j), rows[k].masi, 1e-15);
        ck_assert_double_eq_tol(aet_sets_masi(&s, rows[k].j, rows[k].i), rows[k].masi, 1e-15);
    }
}
END_TEST

/* 1 - M, what MASI adds to Jaccard, which Passonneau had alone in 2004; and the product of the two
   distances, which DKPro Statistics calls MASI: it has 1 - M times 1 - J where we have 1 - M J. Any
   set holds the empty one there. */
static double by_monotonicity(const void *of, size_t i, size_t j)
{
    const struct agree_sets *s = of;
    double shared = 1 - aet_sets_jaccard(of, i, j);

    if (shared > 0)
        return 1 - (1 - aet_sets_masi(of, i, j)) / shared;
    return s->bits[i] == 0 || s->bits[j] == 0 ? 1.0 / 3 : 1;
}

static double by_product(const void *of, size_t i, size_t j)
{
    return by_monotonicity(of, i, j) * aet_sets_jaccard(of, i, j);
}

/* The example of DKPro Statistics (SetAnnotationsTest: .186 and .252), and what it is by the two
   distances of ours, from exact fractions. */
START_TEST(dkpro)
{
    static const uint64_t bits[] = { 0, 1, 2, 3, 4, 5, 7 }; /* A: 1, B: 2, C: 4 */
    static const uint16_t units[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 1, 2 }, { 3, 1 },
                                         { 3, 5 }, { 6, 6 }, { 4, 5 }, { 4, 5 } };
    static const struct {
        double (*distance)(const void *of, size_t i, size_t j);
        double alpha, tolerance;
    } rows[] = { { by_monotonicity, 0.186, 0.001 },
                 { by_product, 0.252, 0.001 },
                 { aet_sets_jaccard, 0.31561996779388085, 1e-12 },
                 { aet_sets_masi, 0.2730806608357629, 1e-12 } };
    const struct agree_sets s = { .n = 7, .words = 1, .bits = bits };
    struct patterns p;

    aet_patterns_init(&p, 2, s.n);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        ck_assert(aet_patterns_add(&p, units[i], 1));
    aet_patterns_finish(&p);
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        struct agree_options o = { .scale = AGREE_DISTANCE,
                                   .distance = rows[k].distance,
                                   .of = &s };

        ck_assert_double_eq_tol(aet_agree_value(&p, &aet_agree_alpha, &o).value, rows[k].alpha,
                                rows[k].tolerance);
    }
    aet_patterns_free(&p);
}
END_TEST

/* Two empty sets everywhere say nothing; more sets than can be compared are told. */
START_TEST(limits)
{
    static const uint64_t empty[] = { 0 };
    const struct agree_sets s = { .n = 1, .words = 1, .bits = empty };
    struct agree_options o = { .scale = AGREE_DISTANCE, .distance = aet_sets_masi, .of = &s };
    uint16_t unit[] = { 0, 0 };
    struct patterns p;

    aet_patterns_init(&p, 2, 1);
    ck_assert(aet_patterns_add(&p, unit, 5));
    aet_patterns_finish(&p);
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_CONSTANT);
    aet_patterns_free(&p);
    aet_patterns_init(&p, 2, AET_ALPHA_DISTANCES_MAX + 1);
    ck_assert(aet_patterns_add(&p, unit, 5));
    aet_patterns_finish(&p);
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_TOO_MANY);
    aet_patterns_free(&p);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats sets");
    TCase *t = tcase_create("all");
    SRunner *r = srunner_create(s);
    int failed;

    oracle_read(&sets, "sets.csv");
    tcase_add_loop_test(t, alphas, 0, (int)sets.rows);
    tcase_add_test(t, distances);
    tcase_add_test(t, dkpro);
    tcase_add_test(t, limits);
    suite_add_tcase(s, t);
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    oracle_free(&sets);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
