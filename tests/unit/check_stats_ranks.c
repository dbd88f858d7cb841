/*
 * Rank statistics, quantiles, Holm, diversity and sample sizes, against R's results in tests/stats,
 * published figures, and cases without a value.
 */
#include "oracle.h"

#include "stats/cliff.h"
#include "stats/diversity.h"
#include "stats/equal_length.h"
#include "stats/holm.h"
#include "stats/mann_whitney.h"
#include "stats/quantile.h"
#include "stats/slope.h"
#include "stats/sample.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define MAX 200

static struct oracle whitney, cliffs, kendall, quantiles, holms, diversities, rarefactions,
    seasonals, equal_lengths;

START_TEST(mann_whitney)
{
    const struct oracle *o = &whitney;
    double x[MAX], y[MAX];
    size_t m = oracle_list(o, _i, "x", x, MAX), n = oracle_list(o, _i, "y", y, MAX);
    struct mann_whitney t = aet_mann_whitney(x, m, y, n);

    oracle_match(t.u, oracle_number(o, _i, "u"), 0, "u", _i);
    oracle_match(t.p, oracle_number(o, _i, "p"), 1e-11, "p", _i);
    ck_assert_int_eq(t.exact, oracle_number(o, _i, "exact") > 0);
}
END_TEST

START_TEST(mann_whitney_undefined)
{
    double same[] = { 2, 2, 2 }, bad[] = { 1, (double)NAN };

    ck_assert_int_eq(aet_mann_whitney(same, 3, same, 0).u.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_mann_whitney(same, 3, same, 2).p.reason, STAT_CONSTANT);
    ck_assert_double_eq(aet_mann_whitney(same, 3, same, 2).u.value, 3.0);
    ck_assert_int_eq(aet_mann_whitney(same, 1, same, 1).p.reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_mann_whitney(bad, 2, same, 2).p.reason, STAT_ARGUMENT);
}
END_TEST

START_TEST(cliff)
{
    const struct oracle *o = &cliffs;
    double x[MAX], y[MAX];
    size_t m = oracle_list(o, _i, "x", x, MAX), n = oracle_list(o, _i, "y", y, MAX);
    struct cliff c = aet_cliff_delta(x, m, y, n, oracle_number(o, _i, "level"));

    oracle_match(c.delta, oracle_number(o, _i, "delta"), 1e-12, "delta", _i);
    oracle_match(c.ci.low, oracle_number(o, _i, "low"), 1e-9, "low", _i);
    oracle_match(c.ci.high, oracle_number(o, _i, "high"), 1e-9, "high", _i);
}
END_TEST

/* The example in the tests of R package effsize. */
START_TEST(cliff_published)
{
    double x[] = { 10, 10, 20, 20, 20, 30, 30, 30, 40, 50 }, y[] = { 10, 20, 30, 40, 40, 50 };
    struct cliff c = aet_cliff_delta(x, 10, y, 6, 0.95);

    ck_assert_double_eq_tol(c.delta.value, -0.25, 1e-15);
    ck_assert_double_eq_tol(c.ci.low.value, -0.7265846, 5e-8);
    ck_assert_double_eq_tol(c.ci.high.value, 0.3890062, 5e-8);
    ck_assert_int_eq(aet_cliff_delta(x, 1, y, 6, 0.95).ci.low.reason, STAT_TOO_FEW);
    ck_assert_int_eq(aet_cliff_delta(x, 0, y, 6, 0.95).delta.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_cliff_delta(x, 3, y, 6, 0.0).delta.reason, STAT_ARGUMENT);
}
END_TEST

/* A series in time order, its points `apart` months from one another, in `seasons` strata. */
static struct slope slope_of(const double *series, size_t n, int64_t apart, int64_t seasons)
{
    struct slope_point points[MAX] = { { 0 } };

    for (size_t i = 0; i < n; i++) {
        int64_t month = (int64_t)i * apart;

        points[i] = (struct slope_point){ month % seasons, (double)month / 12, series[i], month,
                                          0 };
    }
    return aet_slope(points, n, 0.95);
}

/* One season is Mann and Kendall's test. */
START_TEST(mann_kendall)
{
    const struct oracle *o = &kendall;
    double series[MAX];
    size_t n = oracle_list(o, _i, "series", series, MAX);
    struct slope t = slope_of(series, n, 2, 1);

    oracle_match(t.s, oracle_number(o, _i, "s"), 0, "s", _i);
    oracle_match(t.tau, oracle_number(o, _i, "tau"), 1e-12, "tau", _i);
    oracle_match(t.variance, oracle_number(o, _i, "variance"), 1e-12, "variance", _i);
    oracle_match(t.p, oracle_number(o, _i, "p"), 1e-11, "p", _i);
}
END_TEST

START_TEST(seasonal)
{
    const struct oracle *o = &seasonals;
    double series[MAX];
    size_t n = oracle_list(o, _i, "series", series, MAX);
    struct slope t = slope_of(series, n, 1, 12);

    oracle_match(t.s, oracle_number(o, _i, "s"), 0, "s", _i);
    oracle_match(t.variance, oracle_number(o, _i, "variance"), 1e-12, "variance", _i);
    oracle_match(aet_stat_value(t.autocorrelation), oracle_number(o, _i, "autocorrelation"), 1e-9,
                 "autocorrelation", _i);
    oracle_match(aet_stat_value(t.effect), oracle_number(o, _i, "effect"), 1e-9, "effect", _i);
    oracle_match(t.p, oracle_number(o, _i, "p"), 1e-9, "p", _i);
}
END_TEST

START_TEST(slope_undefined)
{
    double flat[] = { 3, 3, 3, 3 }, bad[] = { 1, (double)INFINITY, 2 };

    ck_assert_int_eq(slope_of(flat, 0, 1, 1).s.reason, STAT_EMPTY);
    ck_assert_int_eq(slope_of(flat, 4, 1, 12).p.reason, STAT_EMPTY);
    ck_assert_int_eq(slope_of(flat, 4, 1, 1).p.reason, STAT_CONSTANT);
    ck_assert_int_eq(slope_of(flat, 4, 1, 1).tau.reason, STAT_CONSTANT);
    ck_assert_int_eq(slope_of(bad, 3, 1, 1).s.reason, STAT_ARGUMENT);
}
END_TEST

/* The counted form is given the same values, sorted and run together. */
static struct stat_value counted_form(const double *values, size_t n, double p)
{
    struct counted entries[MAX];
    double *sorted = aet_sorted_copy(values, n);
    size_t k = 0;

    for (size_t i = 0; i < n; i++) {
        if (k == 0 || (double)entries[k - 1].value < sorted[i])
            entries[k++] = (struct counted){ (int64_t)sorted[i], 0 };
        entries[k - 1].times++;
    }
    free(sorted);
    return aet_quantile_counted(entries, k, p);
}

START_TEST(quantile)
{
    const struct oracle *o = &quantiles;
    double values[MAX], p = oracle_number(o, _i, "p"), wanted = oracle_number(o, _i, "quantile");
    size_t n = oracle_list(o, _i, "values", values, MAX);

    oracle_match(aet_quantile(values, n, p), wanted, 1e-13, "quantile", _i);
    oracle_match(counted_form(values, n, p), wanted, 1e-13, "counted", _i);
}
END_TEST

START_TEST(quantile_undefined)
{
    struct counted none[] = { { 4, 0 }, { 9, 0 } }, gap[] = { { 4, 2 }, { 7, 0 }, { 9, 2 } };
    double one[] = { 1 };

    ck_assert_int_eq(aet_quantile(one, 0, 0.5).reason, STAT_EMPTY);
    ck_assert_int_eq(aet_quantile(one, 1, 1.5).reason, STAT_ARGUMENT);
    ck_assert_int_eq(aet_quantile_counted(none, 2, 0.5).reason, STAT_EMPTY);
    ck_assert_double_eq(aet_quantile_counted(gap, 3, 0.5).value, 6.5);
    ck_assert_double_eq(aet_quantile_counted(gap, 3, 1.0).value, 9.0);
}
END_TEST

START_TEST(holm)
{
    double p[MAX], wanted[MAX];
    struct stat_value values[MAX];
    size_t n = oracle_list(&holms, _i, "p", p, MAX);

    oracle_list(&holms, _i, "adjusted", wanted, MAX);
    for (size_t i = 0; i < n; i++)
        values[i] = isnan(p[i]) ? aet_stat_undefined(STAT_TOO_FEW) : aet_stat_value(p[i]);
    aet_holm(values, values, n);
    for (size_t i = 0; i < n; i++) {
        oracle_match(values[i], wanted[i], 1e-13, "adjusted", _i);
        ck_assert_int_eq(values[i].reason, isnan(p[i]) ? STAT_TOO_FEW : STAT_NONE);
    }
}
END_TEST

START_TEST(diversity)
{
    double list[MAX];
    uint64_t counts[MAX];
    size_t n = oracle_list(&diversities, _i, "counts", list, MAX);

    for (size_t i = 0; i < n; i++)
        counts[i] = (uint64_t)list[i];
    ck_assert_uint_eq(aet_richness(counts, n), (size_t)oracle_number(&diversities, _i, "richness"));
    oracle_match(aet_shannon(counts, n), oracle_number(&diversities, _i, "shannon"), 1e-13, "h",
                 _i);
}
END_TEST

START_TEST(rarefaction)
{
    double list[MAX];
    uint64_t counts[MAX], drawn = (uint64_t)oracle_number(&rarefactions, _i, "drawn");
    size_t n = oracle_list(&rarefactions, _i, "counts", list, MAX);

    for (size_t i = 0; i < n; i++)
        counts[i] = (uint64_t)list[i];
    for (uint64_t kept = 0; kept <= 64; kept += 32) { /* worked out beforehand, in part, or not */
        struct factorials f;

        aet_factorials_begin(&f, kept);
        oracle_match(aet_stat_value(aet_rarefied_richness(&f, counts, n, drawn)),
                     oracle_number(&rarefactions, _i, "richness"), 1e-12, "richness", _i);
        oracle_match(aet_stat_value(aet_rarefied_shannon(&f, counts, n, drawn)),
                     oracle_number(&rarefactions, _i, "shannon"), 1e-12, "shannon", _i);
        aet_factorials_free(&f);
    }
}
END_TEST

START_TEST(equal_length)
{
    const struct oracle *o = &equal_lengths;
    double list[MAX];
    uint64_t counts[MAX];
    int side[MAX];
    size_t n = oracle_list(o, _i, "counts", list, MAX);
    size_t kinds = (size_t)oracle_number(o, _i, "kinds"),
           first = (size_t)oracle_number(o, _i, "first");
    enum drawn what = (enum drawn)oracle_number(o, _i, "what");
    struct equal_length e;

    for (size_t i = 0; i < n; i++) {
        counts[i] = (uint64_t)list[i];
        side[i / kinds] = i / kinds >= first;
    }
    e = aet_equal_length(counts, kinds, side, n / kinds, what, 0.95);
    oracle_match(e.difference, oracle_number(o, _i, "difference"), 1e-10, "difference", _i);
    oracle_match(e.ci.low, oracle_number(o, _i, "low"), 1e-9, "low", _i);
    oracle_match(e.ci.high, oracle_number(o, _i, "high"), 1e-9, "high", _i);
    oracle_match(e.p, oracle_number(o, _i, "p"), 1e-9, "p", _i);
}
END_TEST

START_TEST(equal_length_undefined)
{
    const uint64_t apart[] = { 3, 0, 1, 0, 1, 2, 4, 4 };
    const int side[] = { 0, 0, 1, 1 }, one[] = { 0, 0, 0, 1 }, none[] = { 0, 0, -1, -1 };
    struct equal_length e = aet_equal_length(apart, 2, side, 4, DRAWN_RICHNESS, 0.95);

    ck_assert(e.p.defined && e.p.value > 0.05);
    ck_assert_int_eq(aet_equal_length(apart, 2, one, 4, DRAWN_SHARE, 0.95).p.reason, STAT_TOO_FEW);
    ck_assert_int_eq(aet_equal_length(apart, 2, none, 4, DRAWN_SHARE, 0.95).p.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_equal_length(apart, 2, side, 4, DRAWN_SHARE, 1).p.reason, STAT_ARGUMENT);
    ck_assert_int_eq(
        aet_equal_length((uint64_t[]){ 1, 0, 2, 0, 3, 0, 9, 0 }, 2, side, 4, DRAWN_RICHNESS, 0.95)
            .p.reason,
        STAT_CONSTANT);
}
END_TEST

START_TEST(diversity_undefined)
{
    uint64_t none[3] = { 0, 0, 0 }, single[2] = { 7, 0 };

    ck_assert_int_eq(aet_shannon(none, 3).reason, STAT_EMPTY);
    ck_assert_int_eq(aet_shannon(none, 0).reason, STAT_EMPTY);
    ck_assert(!signbit(aet_shannon(single, 2).value));
}
END_TEST

START_TEST(sample_size)
{
    static const struct {
        uint64_t population, numerator, denominator, wanted;
    } rows[] = {
        { 0, 40, 100, 0 },   { 1, 40, 100, 1 },
        { 2, 40, 100, 1 },   { 10, 35, 100, 4 },
        { 10, 34, 100, 3 },  { 3, 1, 2, 2 },
        { 5, 5, 10, 3 },     { 100, 40, 100, 40 },
        { 7, 1, 1, 7 },      { 7, 0, 100, 1 },
        { 9, 1, 3, 3 },      { 10, 45, 1000, 1 },
        { 30, 45, 1000, 1 }, { UINT32_MAX, 999999, 1000000, 4294963000 },
    };
    uint64_t size = 99;

    ck_assert(
        aet_sample_size(rows[_i].population, rows[_i].numerator, rows[_i].denominator, &size));
    ck_assert_uint_eq(size, rows[_i].wanted);
}
END_TEST

START_TEST(sample_size_refused)
{
    uint64_t size = 99;

    ck_assert(!aet_sample_size(10, 1, 0, &size));
    ck_assert(!aet_sample_size(10, 3, 2, &size));
    ck_assert(!aet_sample_size((uint64_t)UINT32_MAX + 1, 1, 2, &size));
    ck_assert_uint_eq(size, 99);
}
END_TEST

START_TEST(largest_remainder)
{
    static const struct {
        uint64_t size, sizes[4], wanted[4];
    } rows[] = {
        { 10, { 10, 10, 10, 10 }, { 3, 3, 2, 2 } },  { 4, { 7, 2, 1, 0 }, { 3, 1, 0, 0 } },
        { 3, { 1, 1, 1, 0 }, { 1, 1, 1, 0 } },       { 1, { 2, 5, 5, 1 }, { 0, 1, 0, 0 } },
        { 0, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } },       { 13, { 6, 4, 2, 1 }, { 6, 4, 2, 1 } },
        { 20, { 47, 16, 15, 22 }, { 10, 3, 3, 4 } },
    };
    uint64_t parts[4];

    ck_assert(aet_largest_remainder(rows[_i].size, rows[_i].sizes, 4, parts));
    for (int k = 0; k < 4; k++)
        ck_assert_uint_eq(parts[k], rows[_i].wanted[k]);
}
END_TEST

START_TEST(largest_remainder_properties)
{
    uint64_t sizes[] = { 1, 17, 0, 40, 3, 8 }, parts[6], sum;

    for (uint64_t size = 0; size <= 69; size++) {
        sum = 0;
        ck_assert(aet_largest_remainder(size, sizes, 6, parts));
        for (int k = 0; k < 6; k++) {
            ck_assert_uint_le(parts[k], sizes[k]);
            ck_assert_uint_le(parts[k], size * sizes[k] / 69 + 1);
            ck_assert_uint_ge(parts[k], size * sizes[k] / 69);
            sum += parts[k];
        }
        ck_assert_uint_eq(sum, size);
    }
    ck_assert(!aet_largest_remainder(70, sizes, 6, parts));
    sizes[2] = UINT32_MAX;
    ck_assert(!aet_largest_remainder(1, sizes, 6, parts));
}
END_TEST

static void add_tests(TCase *t)
{
    tcase_add_loop_test(t, mann_whitney, 0, (int)whitney.rows);
    tcase_add_test(t, mann_whitney_undefined);
    tcase_add_loop_test(t, cliff, 0, (int)cliffs.rows);
    tcase_add_test(t, cliff_published);
    tcase_add_loop_test(t, mann_kendall, 0, (int)kendall.rows);
    tcase_add_loop_test(t, seasonal, 0, (int)seasonals.rows);
    tcase_add_test(t, slope_undefined);
    tcase_add_loop_test(t, quantile, 0, (int)quantiles.rows);
    tcase_add_test(t, quantile_undefined);
    tcase_add_loop_test(t, holm, 0, (int)holms.rows);
    tcase_add_loop_test(t, diversity, 0, (int)diversities.rows);
    tcase_add_test(t, diversity_undefined);
    tcase_add_loop_test(t, rarefaction, 0, (int)rarefactions.rows);
    tcase_add_loop_test(t, equal_length, 0, (int)equal_lengths.rows);
    tcase_add_test(t, equal_length_undefined);
    tcase_add_loop_test(t, sample_size, 0, 14);
    tcase_add_test(t, sample_size_refused);
    tcase_add_loop_test(t, largest_remainder, 0, 7);
    tcase_add_test(t, largest_remainder_properties);
}

int main(void)
{
    static const struct {
        struct oracle *o;
        const char *name;
    } files[] = {
        { &whitney, "mann_whitney.csv" },       { &cliffs, "cliff.csv" },
        { &kendall, "mann_kendall.csv" },       { &seasonals, "seasonal.csv" },
        { &quantiles, "quantile.csv" },         { &holms, "holm.csv" },
        { &diversities, "diversity.csv" },      { &rarefactions, "rarefaction.csv" },
        { &equal_lengths, "equal_length.csv" },
    };
    Suite *s = suite_create("stats ranks");
    TCase *t = tcase_create("ranks");
    SRunner *runner = srunner_create(s);
    int failed;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        oracle_read(files[i].o, files[i].name);
    tcase_set_timeout(t, 60);
    add_tests(t);
    suite_add_tcase(s, t);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        oracle_free(files[i].o);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
