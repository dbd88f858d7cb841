/*
 * Distributions, intervals of proportions, chi-square, Newcombe's interval and Fisher's test,
 * against R's results in tests/stats, published figures, and cases without a value.
 */
#include "oracle.h"

#include "stats/beta.h"
#include "stats/contingency.h"
#include "stats/fisher.h"
#include "stats/gamma.h"
#include "stats/normal.h"
#include "stats/proportion.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct oracle distributions, proportions, chi2, newcombe, fisher;

static double compute(const char *kind, double x, double a, double b)
{
    if (strcmp(kind, "chi2") == 0)
        return aet_chi2_upper(x, a);
    if (strcmp(kind, "normal") == 0)
        return aet_normal_upper_quantile(x);
    if (strcmp(kind, "beta") == 0)
        return aet_beta_lower(x, a, b);
    if (strcmp(kind, "beta_quantile") == 0)
        return aet_beta_quantile(x, a, b);
    if (strcmp(kind, "student") == 0)
        return aet_student_two_sided_quantile(x, a);
    return aet_lgamma(x);
}

START_TEST(distribution)
{
    const char *kind = oracle_field(&distributions, _i, "kind");
    double wanted = oracle_number(&distributions, _i, "value"), slack;
    double got = compute(kind, oracle_number(&distributions, _i, "x"),
                         oracle_number(&distributions, _i, "a"),
                         oracle_number(&distributions, _i, "b"));

    /* Relative in the tails; elsewhere around 0 the rounding of the complement remains. */
    slack = wanted > 0.0 && wanted < 1e-10 ? 0.0 : 1e-14;
    ck_assert_msg(fabs(got - wanted) <= 2e-11 * fabs(wanted) + slack, "row %d: %s %.15g, not %.15g",
                  _i, kind, got, wanted);
}
END_TEST

static uint64_t count(const struct oracle *o, int row, const char *column)
{
    return (uint64_t)oracle_number(o, row, column);
}

START_TEST(proportion)
{
    const struct oracle *o = &proportions;
    uint64_t x = count(o, _i, "x"), n = count(o, _i, "n"), all = count(o, _i, "population");
    double level = oracle_number(o, _i, "level");
    struct stat_interval w = aet_wilson(x, n, all, level);

    oracle_match(w.low, oracle_number(o, _i, "wilson_low"), 1e-10, "wilson low", _i);
    oracle_match(w.high, oracle_number(o, _i, "wilson_high"), 1e-10, "wilson high", _i);
}
END_TEST

START_TEST(proportion_undefined)
{
    ck_assert_int_eq(aet_wilson(0, 0, 0, 0.95).low.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_wilson(3, 2, 0, 0.95).low.reason, STAT_ARGUMENT);
    ck_assert_int_eq(aet_wilson(1, 2, 0, 1.0).low.reason, STAT_ARGUMENT);
    ck_assert_int_eq(aet_wilson(1, 2, 0, (double)NAN).low.reason, STAT_ARGUMENT);
    ck_assert_int_eq(aet_wilson(1, 9, 8, 0.95).high.reason, STAT_POPULATION);
    ck_assert_int_eq(aet_proportion(0, 0).reason, STAT_EMPTY);
    ck_assert(!aet_proportion(0, 0).defined);
}
END_TEST

START_TEST(chi2_test)
{
    const struct oracle *o = &chi2;
    size_t rows = (size_t)count(o, _i, "rows"), columns = (size_t)count(o, _i, "columns"), n;
    double values[64], residuals[64];
    uint64_t cells[64], row[8] = { 0 }, column[8] = { 0 }, total = 0;
    struct chi2 test;

    n = oracle_list(o, _i, "cells", values, 64);
    oracle_list(o, _i, "residuals", residuals, 64);
    for (size_t i = 0; i < n; i++) {
        cells[i] = (uint64_t)values[i];
        row[i / columns] += cells[i];
        column[i % columns] += cells[i];
        total += cells[i];
    }
    test = aet_chi2_test(cells, rows, columns);
    oracle_match(test.statistic, oracle_number(o, _i, "statistic"), 1e-11, "statistic", _i);
    oracle_match(test.p, oracle_number(o, _i, "p"), 1e-11, "p", _i);
    oracle_match(test.smallest, oracle_number(o, _i, "smallest"), 1e-12, "smallest", _i);
    ck_assert_uint_eq(test.df, count(o, _i, "df"));
    for (size_t i = 0; i < n; i++)
        oracle_match(aet_adjusted_residual(cells[i], row[i / columns], column[i % columns], total),
                     residuals[i], 1e-11, "residual", _i);
}
END_TEST

START_TEST(chi2_empty_lines)
{
    uint64_t full[] = { 10, 20, 30, 40 }, holed[] = { 10, 0, 20, 0, 0, 0, 30, 0, 40 };
    uint64_t none[4] = { 0 }, single[] = { 3, 4, 0, 0 };
    struct chi2 a = aet_chi2_test(full, 2, 2), b = aet_chi2_test(holed, 3, 3);

    ck_assert_double_eq(a.p.value, b.p.value);
    ck_assert_uint_eq(b.df, 1);
    ck_assert_int_eq(aet_chi2_test(none, 2, 2).p.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_chi2_test(single, 2, 2).p.reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_adjusted_residual(0, 0, 4, 9).reason, STAT_ZERO_MARGIN);
    ck_assert_int_eq(aet_adjusted_residual(4, 9, 4, 9).reason, STAT_CONSTANT);
    ck_assert_int_eq(aet_adjusted_residual(0, 0, 0, 0).reason, STAT_EMPTY);
    ck_assert_int_eq(aet_adjusted_residual(5, 4, 5, 9).reason, STAT_ARGUMENT);
}
END_TEST

START_TEST(newcombe_interval)
{
    const struct oracle *o = &newcombe;
    uint64_t x1 = count(o, _i, "x1"), n1 = count(o, _i, "n1");
    uint64_t x2 = count(o, _i, "x2"), n2 = count(o, _i, "n2");
    struct stat_interval ci = aet_newcombe(x1, n1, x2, n2, 0.95);

    oracle_match(aet_share_difference(x1, n1, x2, n2), oracle_number(o, _i, "difference"), 1e-12,
                 "difference", _i);
    oracle_match(ci.low, oracle_number(o, _i, "low"), 1e-11, "low", _i);
    oracle_match(ci.high, oracle_number(o, _i, "high"), 1e-11, "high", _i);
}
END_TEST

/* Newcombe 1998, table II, method 10. */
START_TEST(newcombe_published)
{
    static const struct {
        uint64_t x1, n1, x2, n2;
        double low, high;
    } rows[] = {
        { 56, 70, 48, 80, 0.0524, 0.3339 },
        { 9, 10, 3, 10, 0.1705, 0.8090 },
        { 6, 7, 2, 7, 0.0582, 0.8062 },
        { 10, 10, 0, 10, 0.6075, 1.0 },
    };
    struct stat_interval ci = aet_newcombe(rows[_i].x1, rows[_i].n1, rows[_i].x2, rows[_i].n2,
                                           0.95);

    ck_assert_double_eq_tol(ci.low.value, rows[_i].low, 5e-5);
    ck_assert_double_eq_tol(ci.high.value, rows[_i].high, 5e-5);
}
END_TEST

START_TEST(fisher_test)
{
    const struct oracle *o = &fisher;
    struct fisher f = aet_fisher_test(count(o, _i, "a"), count(o, _i, "b"), count(o, _i, "c"),
                                      count(o, _i, "d"), oracle_number(o, _i, "level"));

    oracle_match(f.p, oracle_number(o, _i, "p"), 1e-10, "p", _i);
    oracle_match(f.odds, oracle_number(o, _i, "odds"), 1e-9, "odds", _i);
    oracle_match(f.ci.low, oracle_number(o, _i, "low"), 1e-9, "low", _i);
    oracle_match(f.ci.high, oracle_number(o, _i, "high"), 1e-9, "high", _i);
    oracle_match(f.sample, oracle_number(o, _i, "sample"), 1e-12, "sample", _i);
    oracle_match(f.sample_ci.low, oracle_number(o, _i, "sample_low"), 1e-11, "sample low", _i);
    oracle_match(f.sample_ci.high, oracle_number(o, _i, "sample_high"), 1e-11, "sample high", _i);
}
END_TEST

START_TEST(fisher_edges)
{
    struct fisher f = aet_fisher_test(3, 5, 0, 0, 0.95);

    ck_assert_double_eq(f.p.value, 1.0);
    ck_assert_int_eq(f.odds.reason, STAT_ZERO_MARGIN);
    ck_assert_int_eq(aet_fisher_test(0, 0, 0, 0, 0.95).p.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_fisher_test(1, 1, 1, 1, 0.0).p.reason, STAT_ARGUMENT);
    f = aet_fisher_test(50000, 40000, 39000, 51000, 0.95);
    ck_assert(f.p.defined && f.odds.defined && f.ci.low.value < f.odds.value);
    ck_assert_double_eq_tol(f.odds.value, f.sample.value, 1e-3);
}
END_TEST

START_TEST(reasons)
{
    ck_assert_str_eq(aet_stat_reason_fr(STAT_ONE_CODER), "une seule personne a codé");
    ck_assert_str_eq(aet_stat_reason_en(STAT_REASONS), "");
    for (int i = 1; i < STAT_REASONS; i++) {
        ck_assert_uint_gt(strlen(aet_stat_reason_fr((enum stat_reason)i)), 0);
        ck_assert_uint_gt(strlen(aet_stat_reason_en((enum stat_reason)i)), 0);
    }
    ck_assert_int_eq(aet_stat_value((double)NAN).reason, STAT_NUMERIC);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats tables");
    TCase *t = tcase_create("tables");
    SRunner *runner = srunner_create(s);
    int failed;

    oracle_read(&distributions, "distributions.csv");
    oracle_read(&proportions, "proportion.csv");
    oracle_read(&chi2, "chi2.csv");
    oracle_read(&newcombe, "newcombe.csv");
    oracle_read(&fisher, "fisher.csv");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, distribution, 0, (int)distributions.rows);
    tcase_add_loop_test(t, proportion, 0, (int)proportions.rows);
    tcase_add_test(t, proportion_undefined);
    tcase_add_loop_test(t, chi2_test, 0, (int)chi2.rows);
    tcase_add_test(t, chi2_empty_lines);
    tcase_add_loop_test(t, newcombe_interval, 0, (int)newcombe.rows);
    tcase_add_loop_test(t, newcombe_published, 0, 4);
    tcase_add_loop_test(t, fisher_test, 0, (int)fisher.rows);
    tcase_add_test(t, fisher_edges);
    tcase_add_test(t, reasons);
    suite_add_tcase(s, t);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    oracle_free(&distributions);
    oracle_free(&proportions);
    oracle_free(&chi2);
    oracle_free(&newcombe);
    oracle_free(&fisher);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
