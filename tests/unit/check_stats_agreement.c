/*
 * The agreement engine against R's results in tests/stats, published examples (Cohen 1960, Fleiss
 * 1971, Krippendorff's data C, Hayes & Krippendorff 2007, NVivo), merging, and cases without a
 * value.
 */
#include "oracle.h"

#include "stats/agreement/alpha.h"
#include "stats/agreement/benchmark.h"
#include "stats/agreement/bootstrap.h"
#include "stats/agreement/interval.h"
#include "stats/random.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define MAX 2000
#define NONE AET_CODE_MISSING

static struct oracle pairs, units, boots, heaps, errors;

static void pair_read(struct pair_table *t, int row)
{
    double cells[64];
    size_t n = oracle_list(&pairs, row, "cells", cells, 64);

    ck_assert(aet_pair_init(t, (size_t)oracle_number(&pairs, row, "codes")));
    for (size_t i = 0; i < n; i++)
        aet_pair_add(t, i / t->codes, i % t->codes, (uint64_t)cells[i]);
}

START_TEST(pair_measures)
{
    struct pair_table t;

    pair_read(&t, _i);
    oracle_match(aet_pair_agreement(&t), oracle_number(&pairs, _i, "agreement"), 1e-12, "share",
                 _i);
    oracle_match(aet_pair_kappa(&t), oracle_number(&pairs, _i, "kappa"), 1e-11, "kappa", _i);
    oracle_match(aet_pair_kappa_weighted(&t, AGREE_LINEAR, NULL),
                 oracle_number(&pairs, _i, "linear"), 1e-11, "linear", _i);
    oracle_match(aet_pair_kappa_weighted(&t, AGREE_QUADRATIC, NULL),
                 oracle_number(&pairs, _i, "quadratic"), 1e-11, "quadratic", _i);
    oracle_match(aet_pair_pi(&t), oracle_number(&pairs, _i, "pi"), 1e-11, "pi", _i);
    oracle_match(aet_pair_ac1(&t), oracle_number(&pairs, _i, "ac1"), 1e-11, "ac1", _i);
    oracle_match(aet_pair_pabak(&t), oracle_number(&pairs, _i, "pabak"), 1e-11, "pabak", _i);
    aet_pair_free(&t);
}
END_TEST

START_TEST(cohen_1960)
{
    struct pair_table t;

    pair_read(&t, 0);
    ck_assert_uint_eq(t.total, 200);
    ck_assert_double_eq_tol(aet_pair_kappa(&t).value, 0.492, 5e-4);
    aet_pair_free(&t);
}
END_TEST

/* NVivo's manual does not say how the 150 split between the two: the share must not depend on it.
 */
START_TEST(nvivo_example)
{
    for (uint64_t first = 0; first <= 150; first += 15)
        ck_assert_double_eq_tol(aet_presence(50, first, 150 - first, 800).agreement.value, 0.85,
                                1e-15);
}
END_TEST

START_TEST(presence)
{
    struct presence v = aet_presence(40, 10, 20, 30);

    ck_assert_double_eq_tol(v.prevalence.value, 0.1, 1e-15);
    ck_assert_double_eq_tol(v.bias.value, -0.1, 1e-15);
    ck_assert_double_eq_tol(v.pabak.value, 0.4, 1e-15);
    v = aet_presence(0, 0, 0, 50);
    ck_assert_int_eq(v.kappa.reason, STAT_UNUSED_CODE);
    ck_assert_int_eq(v.agreement.reason, STAT_UNUSED_CODE);
    ck_assert_int_eq(v.ac1.reason, STAT_UNUSED_CODE);
    v = aet_presence(50, 0, 0, 0);
    ck_assert_int_eq(v.kappa.reason, STAT_CONSTANT);
    ck_assert_int_eq(v.pi.reason, STAT_CONSTANT);
    ck_assert_double_eq(v.agreement.value, 1.0);
    ck_assert_int_eq(aet_presence(0, 0, 0, 0).pabak.reason, STAT_EMPTY);
    v = aet_presence(0, 1, 0, 49); /* one disagreement: no more than chance, and not undefined */
    ck_assert(v.kappa.defined && fabs(v.kappa.value) < 1e-15);
}
END_TEST

START_TEST(pair_limits)
{
    struct pair_table t, other;

    ck_assert(!aet_pair_init(&t, 0));
    ck_assert(!aet_pair_init(&t, AET_PAIR_CODES_MAX + 1));
    ck_assert(aet_pair_init(&t, 3) && aet_pair_init(&other, 3));
    ck_assert_int_eq(aet_pair_kappa(&t).reason, STAT_EMPTY);
    aet_pair_add(&other, 2, 2, 9);
    aet_pair_merge(&t, &other);
    ck_assert_uint_eq(t.total, 9);
    ck_assert_int_eq(aet_pair_kappa(&t).reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_pair_kappa_weighted(&t, AGREE_LINEAR, NULL).reason, STAT_CONSTANT);
    aet_pair_free(&t);
    aet_pair_free(&other);
}
END_TEST

/* Row of an oracle as patterns; every other unit through a second accumulator when merged. */
static void patterns_read(struct patterns *p, const struct oracle *o, int row, bool merged)
{
    static double list[MAX];
    size_t n = oracle_list(o, row, "matrix", list, MAX);
    struct patterns odd;

    aet_patterns_init(p, (size_t)oracle_number(o, row, "coders"),
                      (size_t)oracle_number(o, row, "codes"));
    aet_patterns_init(&odd, p->coders, p->codes);
    for (size_t i = 0; i < n / p->coders; i++) {
        uint16_t unit[8];

        for (size_t c = 0; c < p->coders; c++) {
            double v = list[i * p->coders + c];

            unit[c] = isnan(v) ? NONE : (uint16_t)v;
        }
        ck_assert(aet_patterns_add(merged && i % 2 ? &odd : p, unit, 1));
    }
    aet_patterns_merge(p, &odd);
    aet_patterns_free(&odd);
    aet_patterns_finish(p);
}

static const struct {
    const char *column;
    const struct agree_coefficient *measure;
    enum agree_scale scale;
} measures[] = {
    { "share", &aet_agree_share, AGREE_NOMINAL },
    { "fleiss", &aet_agree_fleiss, AGREE_NOMINAL },
    { "ac1", &aet_agree_ac1, AGREE_NOMINAL },
    { "kappa", &aet_agree_kappa, AGREE_NOMINAL },
    { "quadratic", &aet_agree_kappa_weighted, AGREE_NOMINAL },
    { "pi", &aet_agree_pi, AGREE_NOMINAL },
    { "alpha_nominal", &aet_agree_alpha, AGREE_NOMINAL },
    { "alpha_ordinal", &aet_agree_alpha, AGREE_ORDINAL },
    { "alpha_interval", &aet_agree_alpha, AGREE_INTERVAL },
    { "alpha_ratio", &aet_agree_alpha, AGREE_RATIO },
};
#define N_MEASURES (sizeof measures / sizeof *measures)

START_TEST(unit_measures)
{
    double values[16];
    struct patterns whole, merged;

    patterns_read(&whole, &units, _i, false);
    patterns_read(&merged, &units, _i, true);
    oracle_list(&units, _i, "values", values, 16);
    for (size_t k = 0; k < N_MEASURES; k++) {
        struct agree_options options = { .scale = measures[k].scale,
                                         .weights = AGREE_QUADRATIC,
                                         .values = values };
        struct stat_value v = aet_agree_value(&whole, measures[k].measure, &options);
        struct stat_value w = aet_agree_value(&merged, measures[k].measure, &options);

        oracle_match(v, oracle_number(&units, _i, measures[k].column), 1e-11, measures[k].column,
                     _i);
        ck_assert_double_eq(v.value, w.value); /* the same bits, however the units came */
    }
    aet_patterns_free(&whole);
    aet_patterns_free(&merged);
}
END_TEST

START_TEST(published)
{
    static const struct {
        int row;
        const struct agree_coefficient *measure;
        enum agree_scale scale;
        double v, tol;
    } rows[] = {
        { 0, &aet_agree_fleiss, AGREE_NOMINAL, 0.430, 5e-4 },
        { 1, &aet_agree_alpha, AGREE_NOMINAL, 0.743, 5e-4 },
        { 1, &aet_agree_alpha, AGREE_ORDINAL, 0.815, 5e-4 },
        { 1, &aet_agree_alpha, AGREE_INTERVAL, 0.849, 5e-4 },
        { 1, &aet_agree_alpha, AGREE_RATIO, 0.797, 5e-4 },
        { 2, &aet_agree_alpha, AGREE_ORDINAL, 0.7598, 5e-5 },
    };
    double values[16];
    struct agree_options options = { .scale = rows[_i].scale,
                                     .weights = AGREE_LINEAR,
                                     .values = values };
    struct patterns p;

    patterns_read(&p, &units, rows[_i].row, false);
    oracle_list(&units, rows[_i].row, "values", values, 16);
    ck_assert_double_eq_tol(aet_agree_value(&p, rows[_i].measure, &options).value, rows[_i].v,
                            rows[_i].tol);
    aet_patterns_free(&p);
}
END_TEST

static const struct {
    const char *what;
    size_t units;
    uint16_t matrix[6][3];
    enum stat_reason all, kappa; /* of every measure, or else of those that correct for chance */
} edges[] = {
    { "nothing", 0, { { 0 } }, STAT_EMPTY, STAT_EMPTY },
    { "all missing", 2, { { NONE, NONE, NONE }, { NONE, NONE, NONE } }, STAT_EMPTY, STAT_EMPTY },
    { "one coder", 2, { { NONE, 0, NONE }, { NONE, 1, NONE } }, STAT_ONE_CODER, STAT_ONE_CODER },
    { "no overlap",
      3,
      { { NONE, 0, NONE }, { 1, NONE, NONE }, { NONE, NONE, 1 } },
      STAT_NO_OVERLAP,
      STAT_NO_OVERLAP },
    { "constant", 3, { { 1, 1, 1 }, { 1, 1, NONE }, { 1, 1, 1 } }, STAT_NONE, STAT_CONSTANT },
    { "one unit agreed", 1, { { 1, 1, NONE } }, STAT_NONE, STAT_CONSTANT },
    { "one disagreement", 3, { { 0, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 } }, STAT_NONE, STAT_NONE },
    { "one unit, disagreed", 1, { { 0, 1, NONE } }, STAT_NONE, STAT_NONE },
};

/* Units × coders, row by row. */
static void add_matrix(struct patterns *p, const uint16_t *matrix, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ck_assert(aet_patterns_add(p, matrix + i * p->coders, 1));
}

START_TEST(edge)
{
    struct agree_options options = { .scale = AGREE_NOMINAL,
                                     .weights = AGREE_LINEAR,
                                     .values = NULL };
    struct patterns p;

    aet_patterns_init(&p, 3, 2);
    add_matrix(&p, &edges[_i].matrix[0][0], edges[_i].units);
    aet_patterns_finish(&p);
    ck_assert_int_eq(aet_patterns_fault(&p), edges[_i].all);
    for (size_t k = 0; k < N_MEASURES - 2; k++) {
        bool corrected = measures[k].measure != &aet_agree_share &&
                         measures[k].measure != &aet_agree_ac1;
        struct stat_value v;

        options.scale = measures[k].scale;
        v = aet_agree_value(&p, measures[k].measure, &options);
        ck_assert_msg(v.reason == (corrected ? edges[_i].kappa : edges[_i].all), "%s: %s: %s %g",
                      edges[_i].what, measures[k].column, aet_stat_reason_en(v.reason), v.value);
        ck_assert_int_eq(v.defined, v.reason == STAT_NONE);
    }
    aet_patterns_free(&p);
}
END_TEST

START_TEST(scale_faults)
{
    uint16_t matrix[] = { 0, 1, 0, 0, 1, 1 }, wrong[] = { 0, 2 };
    double negative[] = { -1, 2 }, nan_value[] = { (double)NAN, 2 }, same[] = { 4, 4 },
           zeros[] = { 0, 3 };
    struct agree_options o = { .scale = AGREE_RATIO, .weights = AGREE_LINEAR, .values = negative };
    struct patterns p;

    aet_patterns_init(&p, 2, 2);
    ck_assert(!aet_patterns_add(&p, wrong, 1));
    add_matrix(&p, matrix, 3);
    aet_patterns_finish(&p);
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_SCALE);
    o.values = nan_value;
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_ARGUMENT);
    o.values = same;
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_CONSTANT);
    o.values = NULL;
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_alpha, &o).reason, STAT_ARGUMENT);
    o.values = zeros;
    ck_assert(aet_agree_value(&p, &aet_agree_alpha, &o).defined);
    aet_patterns_free(&p);
}
END_TEST

START_TEST(too_many_codes)
{
    struct agree_options o = { .scale = AGREE_INTERVAL, .weights = AGREE_LINEAR, .values = NULL };
    double *values = calloc(5000, sizeof *values);
    struct patterns p;

    aet_patterns_init(&p, 2, 5000);
    for (uint16_t i = 0; i < 5000; i++) {
        uint16_t unit[2] = { i, (uint16_t)(i ^ 1) };

        values[i] = i;
        ck_assert(aet_patterns_add(&p, unit, 1));
    }
    aet_patterns_finish(&p);
    o.values = values;
    ck_assert_uint_eq(p.n, 5000);
    ck_assert_int_eq(aet_agree_value(&p, &aet_agree_kappa, &o).reason, STAT_TOO_MANY);
    ck_assert_double_gt(aet_agree_value(&p, &aet_agree_alpha, &o).value, 0.999);
    free(values);
    aet_patterns_free(&p);
}
END_TEST

static struct bootstrap drawn(const struct patterns *p, const struct bundles *bundles,
                              const struct agree_coefficient *measure, uint32_t replicates,
                              uint64_t seed)
{
    struct agree_options o = { .scale = AGREE_NOMINAL, .weights = AGREE_LINEAR, .values = NULL };
    struct bootstrap_options how = { bundles, replicates, seed, 0.95, false };
    struct bootstrap b;

    aet_bootstrap(p, &measure, 1, &o, &how, &b);
    return b;
}

/* A hundredth apart at most: both sides are simulations, with their own generators. */
START_TEST(bootstrap)
{
    struct bootstrap kappa, alpha, again;
    struct patterns p;

    patterns_read(&p, &boots, _i, false);
    kappa = drawn(&p, NULL, &aet_agree_kappa, 20000, 42);
    alpha = drawn(&p, NULL, &aet_agree_alpha, 20000, 42);
    ck_assert_double_eq_tol(kappa.ci.low.value, oracle_number(&boots, _i, "kappa_low"), 0.01);
    ck_assert_double_eq_tol(kappa.ci.high.value, oracle_number(&boots, _i, "kappa_high"), 0.01);
    ck_assert_double_eq_tol(alpha.ci.low.value, oracle_number(&boots, _i, "alpha_low"), 0.01);
    ck_assert_double_eq_tol(alpha.ci.high.value, oracle_number(&boots, _i, "alpha_high"), 0.01);
    again = drawn(&p, NULL, &aet_agree_alpha, 20000, 42);
    ck_assert_double_eq(alpha.ci.low.value, again.ci.low.value);
    again = drawn(&p, NULL, &aet_agree_alpha, 20000, 43);
    ck_assert_double_ne(alpha.ci.low.value + alpha.ci.high.value,
                        again.ci.low.value + again.ci.high.value);
    aet_patterns_free(&p);
}
END_TEST

START_TEST(bootstrap_undefined)
{
    uint16_t agreed[] = { 0, 0 }, parted[] = { 0, 1 };
    struct bootstrap b;
    struct patterns p;

    aet_patterns_init(&p, 2, 2);
    ck_assert_int_eq(drawn(&p, NULL, &aet_agree_kappa, 10, 1).ci.low.reason, STAT_EMPTY);
    aet_patterns_add(&p, agreed, 99);
    aet_patterns_finish(&p);
    b = drawn(&p, NULL, &aet_agree_kappa, 10, 1);
    ck_assert_int_eq(b.ci.low.reason, STAT_CONSTANT);
    aet_patterns_add(&p, parted, 1);
    aet_patterns_finish(&p);
    b = drawn(&p, NULL, &aet_agree_kappa, 1000, 1);
    ck_assert_int_eq(b.ci.high.reason, STAT_UNSTABLE); /* (99/100)^100 of the resamples */
    ck_assert_uint_gt(b.undefined, 300);
    ck_assert_uint_lt(b.undefined, 430);
    b = drawn(&p, NULL, &aet_agree_kappa, 0, 1);
    ck_assert_int_eq(b.ci.low.reason, STAT_ARGUMENT);
    aet_patterns_free(&p);
}
END_TEST

/* `agreed` of `n` units, coded alike by two coders. */
static struct bootstrap interval_of(uint64_t agreed, uint64_t n, const struct bundles *bundles,
                                    const struct agree_coefficient *measure)
{
    const struct bootstrap_options how = { bundles, 200, 1, 0.95, false };
    struct agree_options o = { .scale = AGREE_NOMINAL, .weights = AGREE_LINEAR, .values = NULL };
    uint16_t a[] = { 0, 0 }, b[] = { 1, 1 }, parted[] = { 0, 1 }, alone[] = { 1, NONE };
    struct patterns p;
    struct bootstrap out;

    aet_patterns_init(&p, 2, 2);
    ck_assert(aet_patterns_add(&p, a, agreed - agreed / 2));
    ck_assert(aet_patterns_add(&p, b, agreed / 2));
    ck_assert(aet_patterns_add(&p, parted, n - agreed));
    ck_assert(aet_patterns_add(&p, alone, 5)); /* no pair, and no part of it */
    aet_patterns_finish(&p);
    aet_agree_intervals(&p, &measure, 1, &o, AGREE_PERCENTILES, &how, &out);
    aet_patterns_free(&p);
    return out;
}

/* R: prop.test(17, 20, correct = FALSE), prop.test(20, 20, correct = FALSE) */
START_TEST(intervals)
{
    struct bootstrap b = interval_of(17, 20, NULL, &aet_agree_share);

    ck_assert_double_eq_tol(b.ci.low.value, 0.6395811, 1e-7);
    ck_assert_double_eq_tol(b.ci.high.value, 0.9476313, 1e-7);
    b = interval_of(20, 20, NULL, &aet_agree_share);
    ck_assert_double_eq_tol(b.ci.low.value, 0.8388748, 1e-7);
    ck_assert_double_eq(b.ci.high.value, 1.0);
    b = interval_of(20, 20, NULL, &aet_agree_kappa);
    ck_assert_int_eq(b.ci.low.reason, STAT_UNANIMOUS);
    ck_assert(interval_of(19, 20, NULL, &aet_agree_kappa).ci.low.defined);
}
END_TEST

static double choose(int n, int k)
{
    double c = 1.0;

    for (int i = 1; i <= k; i++)
        c = c * (n - k + i) / i;
    return c;
}

/* How often the interval holds a true agreement of .94 on 20 units: all samples, weighed by how
 * likely each is. Where nobody parts, in 29 %, one point never does. */
START_TEST(coverage)
{
    const double p = 0.94;
    double held = 0.0;

    for (int x = 0; x <= 20; x++) {
        struct stat_interval ci = interval_of((uint64_t)x, 20, NULL, &aet_agree_share).ci;

        if (ci.low.defined && ci.low.value <= p && p <= ci.high.value)
            held += choose(20, x) * pow(p, x) * pow(1.0 - p, 20 - x);
    }
    ck_assert_double_gt(pow(p, 20), 0.29);
    ck_assert_double_gt(held, 0.97);
}
END_TEST

/* The matrix of a row put into bundles, all of one size (0: those of the oracle). */
static void bundles_read(struct bundles *b, const struct patterns *p, int row, size_t size)
{
    static double list[MAX], sizes[MAX];
    size_t n = oracle_list(&heaps, row, "matrix", list, MAX) / p->coders, at = 0;

    oracle_list(&heaps, row, "sizes", sizes, MAX);
    aet_bundles_init(b);
    for (size_t k = 0; at < n; k++) {
        size_t end = at + (size > 0 ? size : (size_t)sizes[k]);

        for (; at < end; at++) {
            uint16_t unit[2] = { (uint16_t)list[2 * at], (uint16_t)list[2 * at + 1] };

            ck_assert(aet_bundles_add(b, p, unit, 1));
        }
        aet_bundles_close(b);
    }
    aet_bundles_finish(b);
}

/* Both sides are simulations again. */
START_TEST(bundles)
{
    struct bootstrap kappa, alpha, single;
    struct patterns p;
    struct bundles b;

    patterns_read(&p, &heaps, _i, false);
    bundles_read(&b, &p, _i, 0);
    kappa = drawn(&p, &b, &aet_agree_kappa, 20000, 42);
    alpha = drawn(&p, &b, &aet_agree_alpha, 20000, 42);
    ck_assert_double_eq_tol(kappa.ci.low.value, oracle_number(&heaps, _i, "kappa_low"), 0.01);
    ck_assert_double_eq_tol(kappa.ci.high.value, oracle_number(&heaps, _i, "kappa_high"), 0.01);
    ck_assert_double_eq_tol(alpha.ci.low.value, oracle_number(&heaps, _i, "alpha_low"), 0.01);
    ck_assert_double_eq_tol(alpha.ci.high.value, oracle_number(&heaps, _i, "alpha_high"), 0.01);
    single = drawn(&p, NULL, &aet_agree_kappa, 20000, 42);
    ck_assert_double_gt(kappa.ci.high.value - kappa.ci.low.value, /* bundles resemble themselves */
                        single.ci.high.value - single.ci.low.value);
    aet_bundles_free(&b);
    aet_patterns_free(&p);
}
END_TEST

/* Bundles of one unit are the units themselves, to the last bit; one bundle is none too many. */
START_TEST(bundles_of_one)
{
    uint16_t wrong[] = { 1, NONE };
    struct bootstrap alone, bundled;
    struct patterns p;
    struct bundles b;

    patterns_read(&p, &heaps, 0, false);
    bundles_read(&b, &p, 0, 1);
    ck_assert_uint_eq(b.n, p.n);
    alone = drawn(&p, NULL, &aet_agree_kappa, 500, 3);
    bundled = drawn(&p, &b, &aet_agree_kappa, 500, 3);
    ck_assert_double_eq(alone.ci.low.value, bundled.ci.low.value);
    ck_assert_double_eq(alone.ci.high.value, bundled.ci.high.value);
    ck_assert(!aet_bundles_add(&b, &p, wrong, 1)); /* no such pattern */
    aet_bundles_free(&b);
    bundles_read(&b, &p, 0, 360);
    ck_assert_int_eq(drawn(&p, &b, &aet_agree_kappa, 500, 3).ci.low.reason, STAT_TOO_FEW);
    aet_bundles_free(&b);
    aet_patterns_free(&p);
}
END_TEST

/* The first outputs for seed 1234567, as published with the reference implementation. */
START_TEST(splitmix)
{
    struct random r;

    aet_random_init(&r, 1234567);
    ck_assert(aet_random_next(&r) == 6457827717110365317u);
    ck_assert(aet_random_next(&r) == 3203168211198807973u);
    ck_assert(aet_random_next(&r) == 9817491932198370423u);
}
END_TEST

START_TEST(binomial)
{
    static const struct {
        uint64_t n;
        double p;
    } rows[] = {
        { 1, 0.5 },      { 10, 0.03 }, { 40, 0.9 }, { 1000, 0.25 },
        { 100000, 0.5 }, { 5, 0.0 },   { 5, 1.0 },
    };
    double n = (double)rows[_i].n, p = rows[_i].p, sum = 0, squares = 0, draws = 20000;
    struct random r;

    aet_random_init(&r, 7);
    for (int i = 0; i < (int)draws; i++) {
        uint64_t x = aet_random_binomial(&r, rows[_i].n, p);
        double gap = (double)x - n * p;

        ck_assert_uint_le(x, rows[_i].n);
        sum += gap;
        squares += gap * gap;
    }
    ck_assert_double_le(fabs(sum / draws), 4 * sqrt(n * p * (1 - p) / draws) + 1e-12);
    ck_assert_double_eq_tol(squares / draws, n * p * (1 - p), 0.05 * n * p * (1 - p) + 1e-12);
}
END_TEST

/* The columns of the lists in influence.csv. */
static const struct {
    const char *what;
    const struct agree_coefficient *coefficient;
    enum agree_scale scale;
    enum agree_weights weights;
} moved[] = {
    { "share", &aet_agree_share, AGREE_NOMINAL, AGREE_LINEAR },
    { "fleiss", &aet_agree_fleiss, AGREE_NOMINAL, AGREE_LINEAR },
    { "ac1", &aet_agree_ac1, AGREE_NOMINAL, AGREE_LINEAR },
    { "pabak", &aet_agree_pabak, AGREE_NOMINAL, AGREE_LINEAR },
    { "conger", &aet_agree_conger, AGREE_NOMINAL, AGREE_LINEAR },
    { "kappa", &aet_agree_kappa, AGREE_NOMINAL, AGREE_LINEAR },
    { "weighted kappa", &aet_agree_kappa_weighted, AGREE_ORDINAL, AGREE_QUADRATIC },
    { "weighted pi", &aet_agree_pi_weighted, AGREE_ORDINAL, AGREE_QUADRATIC },
    { "ac2", &aet_agree_ac2, AGREE_ORDINAL, AGREE_QUADRATIC },
    { "weighted conger", &aet_agree_conger_weighted, AGREE_INTERVAL, AGREE_LINEAR },
    { "alpha", &aet_agree_alpha, AGREE_NOMINAL, AGREE_LINEAR },
    { "ordinal alpha", &aet_agree_alpha, AGREE_ORDINAL, AGREE_LINEAR },
    { "interval alpha", &aet_agree_alpha, AGREE_INTERVAL, AGREE_LINEAR },
    { "ratio alpha", &aet_agree_alpha, AGREE_RATIO, AGREE_LINEAR },
};
#define MOVED (sizeof moved / sizeof *moved)

/* Units of the row by the cluster that it says they are in. */
static void clusters_read(struct bundles *b, const struct patterns *p, int row)
{
    static double list[MAX], cluster[MAX];
    size_t n = oracle_list(&errors, row, "bundle", cluster, MAX), most = 0;

    oracle_list(&errors, row, "matrix", list, MAX);
    aet_bundles_init(b);
    for (size_t i = 0; i < n; i++)
        most = cluster[i] > (double)most ? (size_t)cluster[i] : most;
    for (size_t k = 1; k <= most; k++) {
        for (size_t i = 0; i < n; i++) {
            uint16_t unit[8];

            for (size_t c = 0; c < p->coders; c++)
                unit[c] = isnan(list[i * p->coders + c]) ? NONE : (uint16_t)list[i * p->coders + c];
            if ((size_t)cluster[i] == k)
                ck_assert(aet_bundles_add(b, p, unit, 1));
        }
        aet_bundles_close(b);
    }
    aet_bundles_finish(b);
}

START_TEST(standard_errors)
{
    double values[16], alone[MOVED], clustered[MOVED];
    struct bundles b;
    struct patterns p;

    patterns_read(&p, &errors, _i, false);
    clusters_read(&b, &p, _i);
    oracle_list(&errors, _i, "values", values, 16);
    ck_assert_uint_eq(oracle_list(&errors, _i, "errors", alone, MOVED), MOVED);
    oracle_list(&errors, _i, "clustered", clustered, MOVED);
    for (size_t k = 0; k < MOVED; k++) {
        struct agree_options o = { .scale = moved[k].scale,
                                   .weights = moved[k].weights,
                                   .values = values };

        oracle_match(aet_agree_error(&p, NULL, moved[k].coefficient, &o).se, alone[k], 1e-6,
                     moved[k].what, _i);
        oracle_match(aet_agree_error(&p, &b, moved[k].coefficient, &o).se, clustered[k], 1e-6,
                     moved[k].what, _i);
    }
    aet_bundles_free(&b);
    aet_patterns_free(&p);
}
END_TEST

/* Weighted forms and Conger's kappa; the second set is that whose figures irrCAC prints. */
START_TEST(worths)
{
    static const struct agree_coefficient *const list[] = {
        &aet_agree_fleiss_weighted, &aet_agree_ac2,
        &aet_agree_pabak_weighted,  &aet_agree_conger,
        &aet_agree_conger_weighted, &aet_agree_pi_weighted
    };
    double values[16], expected[6];
    struct patterns p;

    patterns_read(&p, &errors, _i, false);
    oracle_list(&errors, _i, "values", values, 16);
    ck_assert_uint_eq(oracle_list(&errors, _i, "worths", expected, 6), 6);
    for (size_t k = 0; k < 6; k++) {
        struct agree_options o = { .scale = k == 4 ? AGREE_INTERVAL : AGREE_ORDINAL,
                                   .weights = k == 4 ? AGREE_LINEAR : AGREE_QUADRATIC,
                                   .values = values };

        oracle_match(aet_agree_value(&p, list[k], &o), expected[k], 1e-11, "worth", _i);
    }
    aet_patterns_free(&p);
}
END_TEST

static struct stat_interval interval_by(const struct patterns *p, enum agree_method method,
                                        const struct agree_coefficient *c)
{
    const struct bootstrap_options how = { NULL, 2000, 1, 0.95, false };
    struct agree_options o = { .scale = AGREE_NOMINAL, .weights = AGREE_LINEAR, .values = NULL };
    struct bootstrap out;

    aet_agree_intervals(p, &c, 1, &o, method, &how, &out);
    return out.ci;
}

/* irrCAC prints 0.264 to 0.625 for AC1 of the six raters: c ± t se. The other scale: R,
 * 1 - (1 - 0.4448007) * exp(c(1, -1) * qt(0.975, 14) * 0.08418757 / (1 - 0.4448007)). */
START_TEST(analytic)
{
    uint16_t opposed[] = { 0, 1, 1, 0, 0, 1, 1, 0 };
    struct stat_interval ci;
    struct patterns p;

    patterns_read(&p, &errors, 2, false);
    ci = interval_by(&p, AGREE_SYMMETRIC, &aet_agree_ac1);
    ck_assert_double_eq_tol(ci.low.value, 0.264, 5e-4);
    ck_assert_double_eq_tol(ci.high.value, 0.625, 5e-4);
    ci = interval_by(&p, AGREE_ANALYTIC, &aet_agree_ac1);
    ck_assert_double_eq_tol(ci.low.value, 0.2314, 1e-4);
    ck_assert_double_eq_tol(ci.high.value, 0.5989, 1e-4);
    aet_patterns_free(&p);
    aet_patterns_init(&p, 2, 2); /* nobody ever agrees: nothing tells by how much it varies */
    add_matrix(&p, opposed, 4);
    aet_patterns_finish(&p);
    ci = interval_by(&p, AGREE_ANALYTIC, &aet_agree_pabak);
    ck_assert_int_eq(ci.low.reason, STAT_SAME);
    aet_patterns_free(&p);
}
END_TEST

/* R, of the table 20 5 4 21: boot.ci(boot(m, kappa, 20000), type = "bca"), package boot. Both sides
 * are simulations. */
START_TEST(bca)
{
    uint16_t cells[][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    uint64_t times[] = { 20, 5, 4, 21 };
    struct stat_interval ci;
    struct patterns p;

    aet_patterns_init(&p, 2, 2);
    for (size_t i = 0; i < 4; i++)
        ck_assert(aet_patterns_add(&p, cells[i], times[i]));
    aet_patterns_finish(&p);
    ci = interval_by(&p, AGREE_BCA, &aet_agree_kappa);
    ck_assert_double_eq_tol(ci.low.value, 0.390, 0.012);
    ck_assert_double_eq_tol(ci.high.value, 0.834, 0.012);
    aet_patterns_free(&p);
}
END_TEST

/* irrCAC's vignette on benchmarks: AC1 0.77544, standard error 0.14295. Altman's bounds are those
   of Landis and Koch but 0; the probabilities of Fleiss's and of Krippendorff's are R's, (pnorm(1,
   m, s) - pnorm(bound, m, s)) / (pnorm(1, m, s) - pnorm(-1, m, s)). */
START_TEST(benchmarks)
{
    static const struct {
        enum benchmark_scale scale;
        double printed[BENCHMARK_LEVELS_MAX];
        size_t reached;
    } rows[] = { { BENCHMARK_LANDIS_KOCH, { 1, 1, 0.99997, 0.99542, 0.88336, 0.39674 }, 3 },
                 { BENCHMARK_ALTMAN, { 1, 0.99997, 0.99542, 0.88336, 0.39674 }, 2 },
                 { BENCHMARK_FLEISS, { 1, 0.99542, 0.5441375 }, 1 },
                 { BENCHMARK_KRIPPENDORFF, { 1, 0.7621291, 0.3967430 }, 0 } };

    for (size_t s = 0; s < BENCHMARK_SCALES; s++) {
        enum benchmark_scale scale = rows[s].scale;
        size_t levels = aet_benchmark_levels(scale);

        for (size_t i = 0; i < levels; i++)
            ck_assert_double_eq_tol(aet_benchmark_probability(0.77544, 0.14295, scale, i),
                                    rows[s].printed[i], 1e-5);
        ck_assert_uint_eq(aet_benchmark(0.77544, 0.14295, scale), rows[s].reached);
        ck_assert_uint_eq(aet_benchmark(-0.5, 0.01, scale), 0);
        ck_assert_uint_eq(aet_benchmark(0.95, 0.01, scale), levels - 1);
    }
}
END_TEST

static void add_tests(TCase *t)
{
    tcase_add_loop_test(t, pair_measures, 0, (int)pairs.rows);
    tcase_add_test(t, cohen_1960);
    tcase_add_test(t, nvivo_example);
    tcase_add_test(t, presence);
    tcase_add_test(t, pair_limits);
    tcase_add_loop_test(t, unit_measures, 0, (int)units.rows);
    tcase_add_loop_test(t, published, 0, 6);
    tcase_add_loop_test(t, edge, 0, (int)(sizeof edges / sizeof *edges));
    tcase_add_test(t, scale_faults);
    tcase_add_test(t, too_many_codes);
    tcase_add_loop_test(t, bootstrap, 0, (int)boots.rows);
    tcase_add_loop_test(t, standard_errors, 0, (int)errors.rows);
    tcase_add_loop_test(t, worths, 0, (int)errors.rows);
    tcase_add_test(t, benchmarks);
    tcase_add_test(t, analytic);
    tcase_add_test(t, bca);
    tcase_add_test(t, bootstrap_undefined);
    tcase_add_test(t, intervals);
    tcase_add_test(t, coverage);
    tcase_add_loop_test(t, bundles, 0, (int)heaps.rows);
    tcase_add_test(t, bundles_of_one);
    tcase_add_test(t, splitmix);
    tcase_add_loop_test(t, binomial, 0, 7);
}

int main(void)
{
    Suite *s = suite_create("stats agreement");
    TCase *t = tcase_create("agreement");
    SRunner *runner = srunner_create(s);
    int failed;

    oracle_read(&pairs, "pair_agreement.csv");
    oracle_read(&units, "agreement.csv");
    oracle_read(&boots, "bootstrap.csv");
    oracle_read(&heaps, "bundles.csv");
    oracle_read(&errors, "influence.csv");
    tcase_set_timeout(t, 60);
    add_tests(t);
    suite_add_tcase(s, t);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    oracle_free(&pairs);
    oracle_free(&units);
    oracle_free(&boots);
    oracle_free(&heaps);
    oracle_free(&errors);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
