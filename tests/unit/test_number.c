/* base: numbers as people write them (aet(7), NUMBERS AND DATES). */
#include "base/number.h"
#include "suite.h"

#define NB "\xC2\xA0"      /* no-break space */
#define NNB "\xE2\x80\xAF" /* narrow no-break space */

/* `form`: 0 nothing known, ',' or '.' guessed from the file, 'V' and 'P' declared comma and point.
 */
static const struct {
    const char *in;
    char form;
    enum number_status status;
    const char *out;
} number_rows[] = {
    { "12,5", 0, NUMBER_OK, "12.5" },
    { "13,5", 0, NUMBER_OK, "13.5" },
    { "12.5", 0, NUMBER_OK, "12.5" },
    { "1,50", 0, NUMBER_OK, "1.50" },
    { "1,234", 0, NUMBER_AMBIGUOUS, "" },
    { "1.234", 0, NUMBER_AMBIGUOUS, "" },
    { "-1,234", 0, NUMBER_AMBIGUOUS, "" },
    { "999.999", 0, NUMBER_AMBIGUOUS, "" },
    { "0,234", 0, NUMBER_OK, "0.234" },
    { "1234,567", 0, NUMBER_OK, "1234.567" },
    { "1 234,567", 0, NUMBER_OK, "1234.567" },
    { "1,2345", 0, NUMBER_OK, "1.2345" },
    { "1,234", ',', NUMBER_OK, "1.234" },
    { "1.234", ',', NUMBER_AMBIGUOUS, "" },
    { "1,234", 'V', NUMBER_OK, "1.234" },
    { "1.234", 'V', NUMBER_OK, "1234" },
    { "1.234,5", 'V', NUMBER_OK, "1234.5" },
    { "1,234.5", 'V', NUMBER_BAD, "" },
    { "1,234", 'P', NUMBER_OK, "1234" },
    { "1.234", 'P', NUMBER_OK, "1.234" },
    { "1,234,567.8", 'P', NUMBER_OK, "1234567.8" },
    { "1,23,456", 'P', NUMBER_BAD, "" },
    { "1 234 567", 0, NUMBER_OK, "1234567" },
    { "1" NB "234" NB "567,89", 0, NUMBER_OK, "1234567.89" },
    { "1" NNB "234", 0, NUMBER_OK, "1234" },
    { "$1,250.00", 0, NUMBER_OK, "1250.00" },
    { "1.250,5", 0, NUMBER_OK, "1250.5" },
    { "1,250.00", ',', NUMBER_OK, "1250.00" },
    { "1,234,567", 0, NUMBER_OK, "1234567" },
    { "1.234.567", ',', NUMBER_OK, "1234567" },
    { "1,234,567.8", 0, NUMBER_OK, "1234567.8" },
    { "1,250.00", 'V', NUMBER_BAD, "" },
    { "1,25.00", 0, NUMBER_BAD, "" },
    { "1.2.3", 0, NUMBER_BAD, "" },
    { "1,234.567.8", 0, NUMBER_BAD, "" },
    { "1,250,00", 0, NUMBER_BAD, "" },
    { "0 $", 0, NUMBER_OK, "0" },
    { "4" NNB "500" NB "$", 0, NUMBER_OK, "4500" },
    { "50 $ / rencontre", 0, NUMBER_BAD, "" },
    { "1250 $ + tx", 0, NUMBER_BAD, "" },
    { "environ 50", 0, NUMBER_BAD, "" },
    { "50 %", 0, NUMBER_BAD, "" },
    { "1 23", 0, NUMBER_BAD, "" },
    { "12 34", 0, NUMBER_BAD, "" },
    { "1234 567", 0, NUMBER_BAD, "" },
    { "1 234,50 $", 0, NUMBER_OK, "1234.50" },
    { "1" NB "234,50" NB "$", 0, NUMBER_OK, "1234.50" },
    { "$1234.50", 0, NUMBER_OK, "1234.50" },
    { "-$12", 0, NUMBER_OK, "-12" },
    { "\xE2\x88\x92"
      "5",
      0, NUMBER_OK, "-5" },
    { "+5", 0, NUMBER_OK, "5" },
    { "007", 0, NUMBER_OK, "7" },
    { "0", 0, NUMBER_OK, "0" },
    { "1.10", 0, NUMBER_OK, "1.10" },
    { ",5", 0, NUMBER_OK, "0.5" },
    { " 5 ", 0, NUMBER_OK, "5" },
    { "12345678901234567890", 0, NUMBER_OK, "12345678901234567890" },
    { "", 0, NUMBER_BAD, "" },
    { "$", 0, NUMBER_BAD, "" },
    { "-", 0, NUMBER_BAD, "" },
    { ",", 0, NUMBER_BAD, "" },
    { "1,2,3", 0, NUMBER_BAD, "" },
    { "cent", 0, NUMBER_BAD, "" },
    { "12 km", 0, NUMBER_BAD, "" },
    { "--1", 0, NUMBER_BAD, "" },
    { "$1$", 0, NUMBER_BAD, "" },
    { "NaN", 0, NUMBER_BAD, "" },
    { "0x10", 0, NUMBER_BAD, "" },
};

START_TEST(number)
{
    char f = number_rows[_i].form;
    struct number_form form = { f == 'V' ? ',' : f == 'P' ? '.' : f, f == 'V' || f == 'P' };
    struct buf out = { 0 };

    ck_assert_msg(aet_number_read(aet_span_z(number_rows[_i].in), form, &out) ==
                      number_rows[_i].status,
                  "status of %s", number_rows[_i].in);
    ck_assert_str_eq(aet_buf_z(&out), number_rows[_i].out);
    aet_buf_free(&out);
}
END_TEST

static const struct {
    const char *in;
    enum number_status status;
    int64_t cents;
} money_rows[] = {
    { "12.5", NUMBER_OK, 1250 },
    { "0", NUMBER_OK, 0 },
    { "-0.05", NUMBER_OK, -5 },
    { "1.10", NUMBER_OK, 110 },
    { "1.100", NUMBER_OK, 110 },
    { "1.234", NUMBER_PRECISION, 0 },
    { "0.001", NUMBER_PRECISION, 0 },
    { "1e2", NUMBER_OK, 10000 },
    { "1.25E1", NUMBER_OK, 1250 },
    { "125e-2", NUMBER_OK, 125 },
    { "125e-3", NUMBER_PRECISION, 0 },
    { "1230e-3", NUMBER_OK, 123 },
    { "123456789012345.67", NUMBER_OK, 12345678901234567 },
    { "1234567890123456", NUMBER_RANGE, 0 },
    { "1e300", NUMBER_RANGE, 0 },
    { "0e999999999999", NUMBER_OK, 0 },
    { "1e-999999999999", NUMBER_PRECISION, 0 },
    { "0.00e-5", NUMBER_OK, 0 },
};

START_TEST(money)
{
    int64_t cents = 0;

    ck_assert_msg(aet_money_cents(aet_span_z(money_rows[_i].in), &cents) == money_rows[_i].status,
                  "status of %s", money_rows[_i].in);
    if (money_rows[_i].status == NUMBER_OK)
        ck_assert_int_eq(cents, money_rows[_i].cents);
}
END_TEST

START_TEST(money_write)
{
    static const struct {
        int64_t cents;
        const char *out;
    } rows[] = { { 0, "0.00" },         { 5, "0.05" },     { -5, "-0.05" },
                 { 123450, "1234.50" }, { -100, "-1.00" }, { INT64_MIN, "-92233720368547758.08" } };
    struct buf out = { 0 };

    aet_money_write(rows[_i].cents, &out);
    ck_assert_str_eq(aet_buf_z(&out), rows[_i].out);
    aet_buf_free(&out);
}
END_TEST

START_TEST(range)
{
    ck_assert(aet_number_in_range(AET_LIT("1e308")));
    ck_assert(!aet_number_in_range(AET_LIT("1e309")));
    ck_assert(!aet_number_in_range(AET_LIT("-1e999")));
    ck_assert(aet_number_in_range(AET_LIT("12345678901234567890")));
    ck_assert(aet_number_in_range(AET_LIT("1e-400")));
}
END_TEST

START_TEST(percent)
{
    static const struct {
        const char *in, *left;
        bool percent;
    } rows[] = {
        { "50%", "50", true },           { "35 % ", "35", true },
        { "12,5" NB "%", "12,5", true }, { "%", "", true },
        { "50", "50", false },           { "50 % des familles", "50 % des familles", false }
    };

    for (int i = 0; i < ROWS(rows); i++) {
        struct span s = aet_span_z(rows[i].in);

        ck_assert_msg(aet_number_percent(&s) == rows[i].percent, "%s", rows[i].in);
        says(s, rows[i].left);
    }
}
END_TEST

START_TEST(like)
{
    static const char *const yes[] = { "-3", "+41", "-1,5", "1 234,50 $", "0", " 7 " };
    static const char *const no[] = { "=1", "+41a", "-x", "", "-", "@1", "+1-514-555-0100" };

    for (int i = 0; i < ROWS(yes); i++)
        ck_assert_msg(aet_number_like(aet_span_z(yes[i])), "%s", yes[i]);
    for (int i = 0; i < ROWS(no); i++)
        ck_assert_msg(!aet_number_like(aet_span_z(no[i])), "%s", no[i]);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("number");
    TCase *t = tcase_create("number");

    tcase_add_loop_test(t, number, 0, ROWS(number_rows));
    tcase_add_loop_test(t, money, 0, ROWS(money_rows));
    tcase_add_loop_test(t, money_write, 0, 6);
    tcase_add_test(t, range);
    tcase_add_test(t, percent);
    tcase_add_test(t, like);
    suite_add_tcase(s, t);
    return run_suite(s);
}
