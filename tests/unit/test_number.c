/* base: numbers and dates as people write them (design, section 4.2). */
#include "base/date.h"
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

static const struct {
    const char *in;
    enum date_form form;
    bool month;
    enum date_status status;
    const char *out;
} date_rows[] = {
    { "2026-03-31", DATES_ISO, false, DATE_OK, "2026-03-31" },
    { " 2026-03-31 ", DATES_ISO, false, DATE_OK, "2026-03-31" },
    { "2026-03", DATES_ISO, true, DATE_OK, "2026-03" },
    { "2026-03", DATES_ISO, false, DATE_BAD, "" },
    { "07/03/2026", DATES_ISO, true, DATE_AMBIGUOUS, "" },
    { "07/03/2025", DATES_ISO, true, DATE_AMBIGUOUS, "" },
    { "31/12/2026", DATES_ISO, true, DATE_AMBIGUOUS, "" },
    { "07/03/2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "07/03/2026", DATES_MJA, true, DATE_OK, "2026-07-03" },
    { "7-3-2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "7 3 2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "2026/03/07", DATES_AMJ, true, DATE_OK, "2026-03-07" },
    { "2026/03/07", DATES_ISO, true, DATE_OK, "2026-03-07" },
    { "2026/3/7", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "2026/13/07", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2026/03", DATES_ISO, true, DATE_BAD, "" },
    { "26/03/07", DATES_AMJ, true, DATE_SHORT_YEAR, "" },
    { "07/03/26", DATES_JMA, true, DATE_SHORT_YEAR, "" },
    { "7/3/26 10:30", DATES_MJA, true, DATE_SHORT_YEAR, "" },
    { "07/03/26", DATES_ISO, true, DATE_SHORT_YEAR, "" },
    { "26-03-07", DATES_ISO, true, DATE_SHORT_YEAR, "" },
    { "7/3/126", DATES_JMA, true, DATE_BAD, "" },
    { "2026-03-31", DATES_MJA, true, DATE_OK, "2026-03-31" },
    { "2026-02-29", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2024-02-29", DATES_ISO, true, DATE_OK, "2024-02-29" },
    { "2100-02-29", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2000-02-29", DATES_ISO, true, DATE_OK, "2000-02-29" },
    { "2026-13", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2026-00-10", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "31/02/2026", DATES_JMA, true, DATE_IMPOSSIBLE, "" },
    { "45992", DATES_ISO, true, DATE_SERIAL, "" },
    { "2026-03-31 00:00:00", DATES_ISO, true, DATE_OK, "2026-03-31" },
    { "2026-03-31T00:00:00Z", DATES_ISO, true, DATE_OK, "2026-03-31" },
    { "2026-03-31T12:00:00", DATES_ISO, true, DATE_OK, "2026-03-31" },
    { "2026-03-07 10:30", DATES_ISO, false, DATE_OK, "2026-03-07" },
    { "2026-03-07  9:30", DATES_ISO, false, DATE_OK, "2026-03-07" },
    { "2026-03-07T10:30:00.123-05:00", DATES_ISO, false, DATE_OK, "2026-03-07" },
    { "2026/03/07 10:30:00 AM UTC\xE2\x88\x92"
      "5",
      DATES_ISO, false, DATE_OK, "2026-03-07" },
    { "2026/03/07 10:30:00 a.m. HNE", DATES_ISO, false, DATE_OK, "2026-03-07" },
    { "07/03/2026 10:30", DATES_JMA, false, DATE_OK, "2026-03-07" },
    { "7 3 2026 10:30", DATES_JMA, false, DATE_OK, "2026-03-07" },
    { "3/7/2026 9:05:00 AM", DATES_MJA, false, DATE_OK, "2026-03-07" },
    { "3/7/2026, 9:05:00\xE2\x80\xAFp.m.", DATES_MJA, false, DATE_OK, "2026-03-07" },
    { "3/7/2026 9:05:00 AM", DATES_ISO, false, DATE_AMBIGUOUS, "" },
    { "2026-02-30 10:30", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "2026-03-07 25:30", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 13:30 PM", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 10:60", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 10:5", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 10:30 demain", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 10:30 +", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-07 10:30:", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03-0710:30", DATES_ISO, false, DATE_BAD, "" },
    { "2026-03 10:30", DATES_ISO, true, DATE_OK, "2026-03" },
    { "10:30", DATES_ISO, false, DATE_BAD, "" },
    { "T10:30", DATES_ISO, false, DATE_BAD, "" },
    { ":", DATES_ISO, false, DATE_BAD, "" },
    { "2026", DATES_ISO, true, DATE_BAD, "" },
    { "demain", DATES_ISO, true, DATE_BAD, "" },
    { "", DATES_ISO, true, DATE_BAD, "" },
    { "2026-3-7", DATES_ISO, true, DATE_OK, "2026-03-07" },
    { "2026-03/07", DATES_AMJ, true, DATE_BAD, "" },
    { "1/2/3/4", DATES_JMA, true, DATE_BAD, "" },
};

START_TEST(date)
{
    struct date d;
    struct buf out = { 0 };
    enum date_status st = aet_date_read(aet_span_z(date_rows[_i].in), date_rows[_i].form,
                                        date_rows[_i].month, &d);

    ck_assert_msg(st == date_rows[_i].status, "status %d of %s", (int)st, date_rows[_i].in);
    if (st == DATE_OK)
        aet_date_write(d, &out);
    ck_assert_str_eq(aet_buf_z(&out), date_rows[_i].out);
    aet_buf_free(&out);
}
END_TEST

/* Every day of five centuries there and back, in order, with its weekday. */
START_TEST(days)
{
    int32_t first = aet_date_days((struct date){ 1700, 1, 1 });
    int32_t last = aet_date_days((struct date){ 2200, 1, 1 });

    ck_assert_int_eq(aet_date_days((struct date){ 1970, 1, 1 }), 0);
    ck_assert_int_eq(last - first, 182621); /* 500 × 365 + 121 leap days */
    for (int32_t n = first; n <= last; n++) {
        struct date d = aet_date_from_days(n);

        ck_assert_int_eq(aet_date_days(d), n);
        ck_assert_int_le(d.day, aet_date_month_length(d.year, d.month));
        ck_assert_int_eq(aet_date_weekday(d), ((n + 3) % 7 + 7) % 7); /* 1970-01-01: Thursday */
    }
}
END_TEST

START_TEST(last_day)
{
    struct date month = { 2024, 2, 0 };

    ck_assert_int_eq(aet_date_days(month), aet_date_days((struct date){ 2024, 2, 1 }));
    ck_assert_int_eq(aet_date_last_day(month), aet_date_days((struct date){ 2024, 2, 29 }));
    ck_assert_int_eq(aet_date_last_day((struct date){ 2024, 2, 5 }),
                     aet_date_days((struct date){ 2024, 2, 5 }));
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
    tcase_add_test(t, like);
    tcase_add_loop_test(t, date, 0, ROWS(date_rows));
    tcase_add_test(t, days);
    tcase_add_test(t, last_day);
    suite_add_tcase(s, t);
    return run_suite(s);
}
