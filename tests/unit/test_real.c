/* base: doubles as they are told (base/real.h). */
#include "base/real.h"

#include <math.h>

#include "suite.h"

/* What a computation gave on one machine and on another, and what both are told as. */
static const struct {
    double here, there;
    const char *told;
} real_rows[] = {
    { 0.1 + 0.2, 0.3, "0.3" },
    { 2.0 / 3.0, 0.6666666666666667, "0.666666666667" },
    { 1.0 / 3.0, 0.33333333333333337, "0.333333333333" },
    { 1234.5678901234, 1234.56789012341, "1234.56789012" },
    { -1e-17 / 3.0, -3.3333333333333340e-18, "-3.33333333333e-18" },
    { 9007199254740991.0, 9007199254740991.0, "9007199254740991" },
    { 1e300, 1e300, "1e+300" },
    { -0.5, -0.5, "-0.5" },
};

static void check_told(double v, const char *told)
{
    struct buf out = { 0 };

    aet_real_write(&out, aet_real_steady(v));
    says(aet_buf_view(&out), told);
    aet_buf_free(&out);
}

START_TEST(twelve_digits)
{
    check_told(real_rows[_i].here, real_rows[_i].told);
    check_told(real_rows[_i].there, real_rows[_i].told);
}
END_TEST

START_TEST(not_finite)
{
    ck_assert(isnan(aet_real_steady(NAN)));
    ck_assert(isinf(aet_real_steady(-INFINITY)));
}
END_TEST

START_TEST(fewest_digits)
{
    static const struct {
        double v;
        const char *out;
    } doubles[] = { { 0.1, "0.1" },
                    { 0.1 + 0.2, "0.30000000000000004" },
                    { 1.0 / 3, "0.3333333333333333" },
                    { 100, "100" },
                    { 1e300, "1e+300" },
                    { -0.25, "-0.25" } };
    struct buf out = { 0 };

    aet_real_write(&out, doubles[_i].v);
    says(aet_buf_view(&out), doubles[_i].out);
    aet_buf_free(&out);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("real");
    TCase *t = tcase_create("real");

    tcase_add_loop_test(t, twelve_digits, 0, ROWS(real_rows));
    tcase_add_test(t, not_finite);
    tcase_add_loop_test(t, fewest_digits, 0, 6);
    suite_add_tcase(s, t);
    return run_suite(s);
}
