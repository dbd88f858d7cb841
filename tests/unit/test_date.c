/* base: dates as people write them (aet(7), NUMBERS AND DATES). */
#include "base/date.h"
#include "suite.h"

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
    { "2026-03", DATES_ISO, false, DATE_DAY_WANTED, "" },
    { "07/03/2026", DATES_ISO, true, DATE_AMBIGUOUS, "" },
    { "07/03/2025", DATES_ISO, true, DATE_AMBIGUOUS, "" },
    { "31/12/2026", DATES_ISO, true, DATE_OK, "2026-12-31" },
    { "07/03/2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "07/03/2026", DATES_MJA, true, DATE_OK, "2026-07-03" },
    { "7-3-2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "7 3 2026", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "2026/03/07", DATES_AMJ, true, DATE_OK, "2026-03-07" },
    { "2026/03/07", DATES_ISO, true, DATE_OK, "2026-03-07" },
    { "2026/3/7", DATES_JMA, true, DATE_OK, "2026-03-07" },
    { "2026/13/07", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2026/03", DATES_ISO, true, DATE_OK, "2026-03" },
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
    { "2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "demain", DATES_ISO, true, DATE_BAD, "" },
    { "", DATES_ISO, true, DATE_BAD, "" },
    { "2026-3-7", DATES_ISO, true, DATE_OK, "2026-03-07" },
    { "2026-03/07", DATES_AMJ, true, DATE_BAD, "" },
    { "1/2/3/4", DATES_JMA, true, DATE_BAD, "" },

    /* figures with the year last: the only order there is, or both the same */
    { "15-01-2027", DATES_ISO, false, DATE_OK, "2027-01-15" },
    { "15.01.2027", DATES_ISO, false, DATE_OK, "2027-01-15" },
    { "15 01 2027", DATES_ISO, false, DATE_OK, "2027-01-15" },
    { "12/31/2026", DATES_ISO, false, DATE_OK, "2026-12-31" },
    { "12/31/2026 9:14:33 AM UTC\xE2\x88\x92"
      "4",
      DATES_ISO, false, DATE_OK, "2026-12-31" },
    { "05/06/2026", DATES_ISO, false, DATE_AMBIGUOUS, "" },
    { "05/05/2026", DATES_ISO, false, DATE_OK, "2026-05-05" },
    { "12/12/2026", DATES_ISO, false, DATE_OK, "2026-12-12" },
    { "30/02/2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "02/30/2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "29/02/2028", DATES_ISO, false, DATE_OK, "2028-02-29" },
    { "13/13/2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "00/12/2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "31/12/2026", DATES_JMA, false, DATE_OK, "2026-12-31" },
    { "31/12/2026", DATES_MJA, false, DATE_OTHER_ORDER, "" },
    { "12/31/2026", DATES_JMA, false, DATE_OTHER_ORDER, "" },
    { "30/02/2026", DATES_JMA, false, DATE_IMPOSSIBLE, "" },
    { "07/03/2026", DATES_AMJ, false, DATE_OTHER_ORDER, "" },
    { "31/12/2026", DATES_AMJ, false, DATE_OTHER_ORDER, "" },
    { "2026/31/12", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "15 / 01 / 2027", DATES_ISO, false, DATE_OK, "2027-01-15" },
    { "2026\xE2\x80\x93"
      "03\xE2\x80\x93"
      "31",
      DATES_ISO, false, DATE_OK, "2026-03-31" },
    { "15\xC2\xA0/\xC2\xA0"
      "01\xC2\xA0/\xC2\xA0"
      "2027",
      DATES_ISO, false, DATE_OK, "2027-01-15" },
    { "15-01/2027", DATES_ISO, false, DATE_BAD, "" },

    /* a month in figures, school years, no year */
    { "3/2027", DATES_ISO, true, DATE_OK, "2027-03" },
    { "03-2027", DATES_ISO, true, DATE_OK, "2027-03" },
    { "03/2027", DATES_ISO, false, DATE_DAY_WANTED, "" },
    { "13/2027", DATES_ISO, true, DATE_IMPOSSIBLE, "" },
    { "2026-3", DATES_ISO, true, DATE_BAD, "" },
    { "2026-27", DATES_ISO, true, DATE_VAGUE, "" },
    { "2026-2027", DATES_ISO, true, DATE_VAGUE, "" },
    { "12/10", DATES_ISO, true, DATE_NO_YEAR, "" },
    { "12.5", DATES_ISO, true, DATE_BAD, "" },

    /* months in letters: French */
    { "15 mars 2026", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 MARS 2026", DATES_MJA, false, DATE_OK, "2026-03-15" },
    { "1er avril 2026", DATES_ISO, false, DATE_OK, "2026-04-01" },
    { "1 er avril 2026", DATES_ISO, false, DATE_OK, "2026-04-01" },
    { "1\xE1\xB5\x89\xCA\xB3 avril 2026", DATES_ISO, false, DATE_OK, "2026-04-01" },
    { "mars 2027", DATES_ISO, true, DATE_OK, "2027-03" },
    { "en mars 2027", DATES_ISO, true, DATE_OK, "2027-03" },
    { "mars 2027", DATES_ISO, false, DATE_DAY_WANTED, "" },
    { "12-d\xC3\xA9"
      "c-26",
      DATES_ISO, false, DATE_OK, "2026-12-12" },
    { "12-de\xCC\x81"
      "c-26",
      DATES_ISO, false, DATE_OK, "2026-12-12" },
    { "12-d\xC3\xA9"
      "c.-26",
      DATES_ISO, false, DATE_OK, "2026-12-12" },
    { "12-dec-69", DATES_ISO, false, DATE_SHORT_YEAR, "" },
    { "12-dec-6", DATES_ISO, false, DATE_SHORT_YEAR, "" },
    { "d\xC3\xA9"
      "c-26",
      DATES_ISO, true, DATE_NO_YEAR, "" },
    { "d\xC3\xA9"
      "c. 2026",
      DATES_ISO, true, DATE_OK, "2026-12" },
    { "le 15 mars 2026", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "Le 15 mars 2026.", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "lundi 12 janvier 2026", DATES_ISO, false, DATE_OK, "2026-01-12" },
    { "Lundi, le 12 janvier 2026", DATES_ISO, false, DATE_OK, "2026-01-12" },
    { "le lundi 12 janvier 2026", DATES_ISO, false, DATE_OK, "2026-01-12" },
    { "mar. 13 janv. 2026", DATES_ISO, false, DATE_OK, "2026-01-13" },
    { "mar 13 2026", DATES_ISO, false, DATE_OK, "2026-03-13" },
    { "mardi 12 janvier 2026", DATES_ISO, false, DATE_WEEKDAY, "" },
    { "lundi 12/13/2026", DATES_ISO, false, DATE_WEEKDAY, "" },
    { "lundi 14/12/2026", DATES_ISO, false, DATE_OK, "2026-12-14" },
    { "lundi 05/06/2026", DATES_ISO, false, DATE_AMBIGUOUS, "" },
    { "lundi 2026-01-12", DATES_ISO, false, DATE_OK, "2026-01-12" },
    { "lundi mars 2026", DATES_ISO, true, DATE_BAD, "" },
    { "lundi lundi 12 janvier 2026", DATES_ISO, false, DATE_BAD, "" },
    { "sept. 2026", DATES_ISO, true, DATE_OK, "2026-09" },
    { "15-janv.-2026", DATES_ISO, false, DATE_OK, "2026-01-15" },
    { "15 juill. 2026", DATES_ISO, false, DATE_OK, "2026-07-15" },
    { "15 juil 2026", DATES_ISO, false, DATE_OK, "2026-07-15" },
    { "15 jui 2026", DATES_ISO, false, DATE_BAD, "" },
    { "15 f\xC3\xA9vr. 2026", DATES_ISO, false, DATE_OK, "2026-02-15" },
    { "15 ao\xC3\xBBt 2026", DATES_ISO, false, DATE_OK, "2026-08-15" },
    { "15\xC2\xA0mars\xC2\xA0"
      "2026",
      DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15/mars/2026", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "2026 mars 15", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 mars 2026 10:30", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 mars 2026 \xC3\xA0 10:30", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 mars 2026 \xC3\xA0 10 h 30", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 mars 2026, 13h", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "2026-03-15 13h30", DATES_ISO, false, DATE_OK, "2026-03-15" },
    { "15 mars 2026 25h", DATES_ISO, false, DATE_BAD, "" },
    { "29 f\xC3\xA9vrier 2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "31 avril 2026", DATES_ISO, false, DATE_IMPOSSIBLE, "" },
    { "15 mars", DATES_ISO, true, DATE_NO_YEAR, "" },
    { "mars", DATES_ISO, true, DATE_NO_YEAR, "" },
    { "15 mras 2026", DATES_ISO, false, DATE_BAD, "" },
    { "15 mars 2026 ?", DATES_ISO, false, DATE_BAD, "" },
    { "15 mars 20026", DATES_ISO, false, DATE_BAD, "" },
    { "115 mars 2026", DATES_ISO, false, DATE_BAD, "" },
    { "15 mars 2026 (report\xC3\xA9)", DATES_ISO, false, DATE_BAD, "" },

    /* English */
    { "December 3, 2026", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "3 December 2026", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "jan 15, 2026", DATES_ISO, false, DATE_OK, "2026-01-15" },
    { "Dec. 3rd, 2026", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "the 3rd of December 2026", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "Thursday, December 3, 2026", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "Friday, December 3, 2026", DATES_ISO, false, DATE_WEEKDAY, "" },
    { "Dec 3, 2026 9:05 AM", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "3-Dec-26", DATES_ISO, false, DATE_OK, "2026-12-03" },
    { "May 2027", DATES_ISO, true, DATE_OK, "2027-05" },
    { "Dec 26", DATES_ISO, true, DATE_NO_YEAR, "" },

    /* no day at all */
    { "en continu", DATES_ISO, true, DATE_VAGUE, "" },
    { "1er de chaque mois", DATES_ISO, true, DATE_VAGUE, "" },
    { "Automne 2027", DATES_ISO, true, DATE_VAGUE, "" },
    { "\xC3\xA9t\xC3\xA9 2027", DATES_ISO, true, DATE_VAGUE, "" },
    { "fin mars 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "mi-mars 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "du 3 au 5 mars 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "3-5 mars 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "mars-avril 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "d\xE2\x80\x99ici le 15 mars 2026", DATES_ISO, true, DATE_VAGUE, "" },
    { "bient\xC3\xB4t", DATES_ISO, true, DATE_BAD, "" },
    { "\xFF\xFE", DATES_ISO, true, DATE_BAD, "" },
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

/* Which orders read a date: one settles its column. */
static const struct {
    const char *in;
    unsigned orders;
} order_rows[] = {
    { "31/12/2026", ORDER_JMA },
    { "12/31/2026 10:30", ORDER_MJA },
    { "05/06/2026", ORDER_JMA | ORDER_MJA },
    { "05/05/2026", ORDER_JMA | ORDER_MJA },
    { "lundi 14/12/2026", ORDER_JMA },
    { "2026/12/31", ORDER_AMJ },
    { "30/02/2026", 0 },
    { "15 mars 2026", 0 },
    { "03/2026", 0 },
    { "31/12/26", 0 },
    { "demain", 0 },
};

START_TEST(orders)
{
    ck_assert_msg(aet_date_orders(aet_span_z(order_rows[_i].in)) == order_rows[_i].orders, "%s",
                  order_rows[_i].in);
}
END_TEST

START_TEST(weekday_names)
{
    struct date d = { 2026, 3, 15 }; /* a Sunday */

    ck_assert_str_eq(aet_date_weekday_name(d, LANG_FR), "dimanche");
    ck_assert_str_eq(aet_date_weekday_name(d, LANG_EN), "Sunday");
}
END_TEST

int main(void)
{
    Suite *s = suite_create("date");
    TCase *t = tcase_create("date");

    tcase_add_loop_test(t, date, 0, ROWS(date_rows));
    tcase_add_loop_test(t, orders, 0, ROWS(order_rows));
    tcase_add_test(t, weekday_names);
    tcase_add_test(t, days);
    tcase_add_test(t, last_day);
    suite_add_tcase(s, t);
    return run_suite(s);
}
