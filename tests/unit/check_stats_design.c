/*
 * Shares after a draw by strata, against R package survey (tests/stats/design.R), against Wilson's
 * interval where there is one stratum, and where there is no value.
 */
#include "oracle.h"

#include "stats/design.h"
#include "stats/proportion.h"
#include "suite.h"

enum { UNITS = 64, STRATA = 8 };

static struct oracle designs, forecasts;

/* The strata of a row of the oracle; returns how many. */
static size_t strata_of(const struct oracle *o, int row, struct design_stratum *strata)
{
    double stratum[UNITS], with[UNITS], units[UNITS], population[STRATA];
    size_t n = oracle_list(o, row, "stratum", stratum, UNITS);
    size_t h = oracle_list(o, row, "population", population, STRATA);

    ck_assert_uint_eq(oracle_list(o, row, "with", with, UNITS), n);
    ck_assert_uint_eq(oracle_list(o, row, "units", units, UNITS), n);
    for (size_t i = 0; i < h; i++)
        strata[i] = (struct design_stratum){ .population = (uint64_t)population[i] };
    for (size_t i = 0; i < n; i++)
        aet_design_add(&strata[(size_t)stratum[i] - 1], (uint64_t)with[i], (uint64_t)units[i]);
    return h;
}

START_TEST(design)
{
    const struct oracle *o = &designs;
    struct design_stratum strata[STRATA];
    size_t h = strata_of(o, _i, strata);
    struct design_share s = aet_design_share(strata, h, oracle_number(o, _i, "level"));

    oracle_match(s.share, oracle_number(o, _i, "share"), 1e-12, "share", _i);
    oracle_match(s.error, oracle_number(o, _i, "error"), 1e-10, "error", _i);
    ck_assert_uint_eq(s.df, (uint64_t)oracle_number(o, _i, "df"));
    oracle_match(s.size, oracle_number(o, _i, "size"), 1e-9, "size", _i);
    oracle_match(s.ci.low, oracle_number(o, _i, "low"), 1e-9, "low", _i);
    oracle_match(s.ci.high, oracle_number(o, _i, "high"), 1e-9, "high", _i);
}
END_TEST

START_TEST(forecast)
{
    const struct oracle *o = &forecasts;
    double stratum[UNITS], with[UNITS], units[UNITS], sizes[STRATA];
    struct design_stratum all[STRATA] = { { .population = 0 } };
    uint64_t drawn[STRATA];
    size_t n = oracle_list(o, _i, "stratum", stratum, UNITS);
    size_t h = oracle_list(o, _i, "drawn", sizes, STRATA);
    double p = oracle_number(o, _i, "p");
    struct design_forecast f;

    oracle_list(o, _i, "with", with, UNITS);
    oracle_list(o, _i, "units", units, UNITS);
    for (size_t i = 0; i < n; i++) {
        struct design_stratum *s = &all[(size_t)stratum[i] - 1];

        aet_design_add(s, (uint64_t)with[i], (uint64_t)units[i]);
        s->population++;
    }
    for (size_t i = 0; i < h; i++)
        drawn[i] = (uint64_t)sizes[i];
    f = aet_design_forecast(all, drawn, h, 0.95);
    oracle_match(f.share, oracle_number(o, _i, "share"), 1e-12, "share", _i);
    oracle_match(f.error, oracle_number(o, _i, "error"), 1e-9, "error", _i);
    oracle_match(f.half, oracle_number(o, _i, "half"), 1e-9, "half", _i);
    f = aet_design_forecast_plain(all, drawn, h, p, 0.95);
    oracle_match(f.error, oracle_number(o, _i, "plain_error"), 1e-9, "plain error", _i);
    oracle_match(f.half, oracle_number(o, _i, "plain_half"), 1e-9, "plain half", _i);
}
END_TEST

START_TEST(no_forecast)
{
    struct design_stratum all = { .population = 2 };
    const uint64_t none = 0, one = 1, three = 3;

    aet_design_add(&all, 1, 1);
    aet_design_add(&all, 0, 1);
    ck_assert_int_eq(aet_design_forecast(&all, &none, 1, 0.95).share.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_design_forecast(&all, &three, 1, 0.95).share.reason, STAT_POPULATION);
    ck_assert_int_eq(aet_design_forecast(&all, &one, 1, 0.95).half.reason, STAT_TOO_FEW);
    ck_assert(aet_design_forecast(&all, &one, 1, 0.95).error.defined);
    ck_assert_int_eq(aet_design_forecast_plain(&all, &one, 1, 0.0, 0.95).half.reason,
                     STAT_ARGUMENT);
    ck_assert_int_eq(aet_design_forecast(&all, &one, 1, 0.0).half.reason, STAT_ARGUMENT);
}
END_TEST

/* Nobody has it: one stratum says what Wilson's interval says, whatever the population. */
START_TEST(one_stratum)
{
    for (uint64_t n = 2; n < 30; n++) {
        struct design_stratum s = { .population = n + (uint64_t)_i * 7 };
        struct stat_interval w = aet_wilson(0, n, s.population, 0.95);
        struct design_share d;

        for (uint64_t i = 0; i < n; i++)
            aet_design_add(&s, 0, 1);
        d = aet_design_share(&s, 1, 0.95);
        ck_assert_double_eq(d.ci.low.value, 0.0);
        ck_assert(d.ci.high.defined && w.high.defined);
        if ((double)(s.population - n) / (double)s.population > w.high.value)
            ck_assert_double_eq_tol(d.ci.high.value, w.high.value, 1e-12);
    }
}
END_TEST

START_TEST(undefined)
{
    struct design_stratum none[2] = { { .population = 4 }, { .population = 4 } };
    struct design_stratum small = { .population = 1 }, unknown[2] = { { .population = 0 } };
    struct design_stratum alone[2] = { { .population = 4 }, { .population = 4 } };

    ck_assert_int_eq(aet_design_share(none, 2, 0.95).share.reason, STAT_EMPTY);
    aet_design_add(&none[0], 0, 0);
    ck_assert_int_eq(aet_design_share(none, 2, 0.95).share.reason, STAT_EMPTY);
    aet_design_add(&small, 1, 1);
    aet_design_add(&small, 0, 1);
    ck_assert_int_eq(aet_design_share(&small, 1, 0.95).share.reason, STAT_POPULATION);
    aet_design_add(&unknown[0], 1, 1);
    aet_design_add(&unknown[1], 1, 1);
    ck_assert_int_eq(aet_design_share(unknown, 2, 0.95).share.reason, STAT_POPULATION);
    aet_design_add(&alone[0], 1, 1);
    ck_assert_int_eq(aet_design_share(alone, 2, 0.95).ci.low.reason, STAT_TOO_FEW);
    aet_design_add(&alone[1], 0, 1);
    ck_assert_int_eq(aet_design_share(alone, 2, 0.95).ci.low.reason, STAT_TOO_FEW);
    ck_assert_double_eq(aet_design_share(alone, 2, 0.95).share.value, 0.5);
    aet_design_add(&alone[1], 1, 1);
    ck_assert(aet_design_share(alone, 2, 0.95).ci.low.defined);
    ck_assert_int_eq(aet_design_share(alone, 2, 1.0).ci.low.reason, STAT_ARGUMENT);
}
END_TEST

/* A stratum that gave no unit does not count. */
START_TEST(not_drawn)
{
    struct design_stratum s[2] = { { .population = 9 }, { .population = 90 } };

    for (int i = 0; i < 4; i++)
        aet_design_add(&s[0], i % 2 ? 1 : 0, 1);
    ck_assert_double_eq(aet_design_share(s, 2, 0.95).ci.low.value,
                        aet_design_share(s, 1, 0.95).ci.low.value);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stats design");
    TCase *t = tcase_create("design");
    int failed;

    oracle_read(&designs, "design.csv");
    oracle_read(&forecasts, "forecast.csv");
    tcase_add_loop_test(t, forecast, 0, (int)forecasts.rows);
    tcase_add_test(t, no_forecast);
    tcase_add_loop_test(t, design, 0, (int)designs.rows);
    tcase_add_loop_test(t, one_stratum, 0, 3);
    tcase_add_test(t, undefined);
    tcase_add_test(t, not_drawn);
    suite_add_tcase(s, t);
    failed = run_suite(s);
    oracle_free(&designs);
    oracle_free(&forecasts);
    return failed;
}
