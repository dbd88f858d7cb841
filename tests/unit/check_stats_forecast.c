/*
 * How precise kappa will be and how many units it takes, against R's results in tests/stats.
 */
#include "oracle.h"

#include "stats/agreement/forecast.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

static struct oracle sizes;

static double cell(int row, const char *column)
{
    return oracle_number(&sizes, row, column);
}

START_TEST(kappas)
{
    double kappa = cell(_i, "kappa"), other = cell(_i, "least"), r1 = cell(_i, "rate1"),
           r2 = cell(_i, "rate2");
    struct stat_value v = aet_kappa_variance(kappa, r1, r2);

    oracle_match(v, cell(_i, "variance"), 1e-7, "variance", _i);
    if (!v.defined) {
        ck_assert_uint_eq(aet_kappa_test_units(kappa, other, r1, r2, 0.05, 0.8), 0);
        return;
    }
    oracle_match(aet_forecast_half(v.value, 50, 0.95), cell(_i, "half_50"), 1e-7, "half", _i);
    oracle_match(aet_forecast_half(v.value, 200, 0.95), cell(_i, "half_200"), 1e-7, "half", _i);
    ck_assert_uint_eq(aet_forecast_units(v.value, 0.2, 0.95), (uint64_t)cell(_i, "units_20"));
    ck_assert_uint_eq(aet_forecast_units(v.value, 0.1, 0.95), (uint64_t)cell(_i, "units_10"));
    ck_assert_uint_eq(aet_kappa_test_units(kappa, other, r1, r2, 0.05, 0.8),
                      (uint64_t)cell(_i, "test"));
}
END_TEST

/* Cantor's Q in one formula, as Stata's kapssi (Harrison 2004) has it, and the shares that no two
   coders have: those where a cell would be negative. */
START_TEST(one_formula)
{
    for (int i = 0; i < 19 * 19 * 19; i++) {
        double k = 0.05 * (i % 19 + 1), p = 0.05 * (i / 19 % 19 + 1), q = 0.05 * (i / 361 + 1);
        double apart = p * (1 - q) + q * (1 - p), both = p * q + k * apart / 2;
        double variance = (1 - k) *
                          (4 * p * q * (1 - p) * (1 - q) * (1 + k) +
                           (1 - 2 * p) * (1 - 2 * q) * apart * k * (2 - k)) /
                          (apart * apart);
        struct stat_value v = aet_kappa_variance(k, p, q);

        ck_assert_int_eq(v.defined, both <= fmin(p, q) + 1e-9);
        if (v.defined)
            ck_assert_double_eq_tol(v.value, variance, 1e-12);
    }
}
END_TEST

START_TEST(limits)
{
    ck_assert_int_eq(aet_forecast_half(1.0, 1, 0.95).reason, STAT_TOO_FEW);
    ck_assert_uint_eq(aet_forecast_units(1e-9, 0.5, 0.95), 2);
    ck_assert_uint_eq(aet_forecast_units(1.0, 1e-9, 0.95), 0);
    ck_assert_uint_eq(aet_kappa_test_units(0.5, 0.5, 0.5, 0.5, 0.05, 0.8), 0);
    ck_assert(!aet_kappa_variance(0.5, 0.0, 0.5).defined);
    ck_assert(!aet_kappa_variance(0.5, 0.5, 1.0).defined);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats forecast");
    TCase *t = tcase_create("all");
    SRunner *r = srunner_create(s);
    int failed;

    oracle_read(&sizes, "kappa_size.csv");
    tcase_add_loop_test(t, kappas, 0, (int)sizes.rows);
    tcase_add_test(t, one_formula);
    tcase_add_test(t, limits);
    suite_add_tcase(s, t);
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    oracle_free(&sizes);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
