/* plan: days and periods without a meeting, as people write them
 * (lib/plan/calendrier/exclusions.h). */
#include "plan/calendrier/exclusions.h"
#include "plan/calendrier/feries.h"
#include "suite.h"

static const struct {
    const char *line, *first, *last; /* NULL: it is none */
} lines[] = {
    { "2026-12-25", "2026-12-25", "2026-12-25" },
    { "2026-12", "2026-12-01", "2026-12-31" },
    { "juillet 2027", "2027-07-01", "2027-07-31" },
    { "vendredi 25 décembre 2026", "2026-12-25", "2026-12-25" },
    { "25/12/2026", "2026-12-25", "2026-12-25" },
    { "2026-12-21 2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21;2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21 au 2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21 - 2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21/2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21..2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-12-21–2027-01-08", "2026-12-21", "2027-01-08" },
    { "2026-07 au 2026-08", "2026-07-01", "2026-08-31" },
    { "du 21 décembre 2026 au 8 janvier 2027", "2026-12-21", "2027-01-08" },
    { "Du lundi 21 décembre 2026 jusqu’au 8 janvier 2027", "2026-12-21", "2027-01-08" },
    { "entre le 24 décembre 2026 et le 2 janvier 2027", "2026-12-24", "2027-01-02" },
    { "Dec. 21, 2026 to Jan. 8, 2027", "2026-12-21", "2027-01-08" },
    /* what one date leaves out, the other says */
    { "du 21 décembre au 8 janvier 2027", "2026-12-21", "2027-01-08" },
    { "du 21 au 25 décembre 2026", "2026-12-21", "2026-12-25" },
    { "Relâche : 1er au 5 mars 2027", "2027-03-01", "2027-03-05" },
    { "December 21 to December 25, 2026", "2026-12-21", "2026-12-25" },
    /* names */
    { "2026-12-25 Noël", "2026-12-25", "2026-12-25" },
    { "2026-12-25 - Noël", "2026-12-25", "2026-12-25" },
    { "Noël, 25 décembre 2026", "2026-12-25", "2026-12-25" },
    { "Assemblée à Québec 2026-10-14", "2026-10-14", "2026-10-14" },
    { "Congé des Fêtes;2026-12-21;2027-01-08", "2026-12-21", "2027-01-08" },
    { "\"2026-12-21\";\"2027-01-08\";\"Congé des Fêtes\"", "2026-12-21", "2027-01-08" },
    /* who would know? */
    { "Congés", NULL, NULL },
    { "semaine 52", NULL, NULL },
    { "25 décembre", NULL, NULL },
    { "du 21 au 25", NULL, NULL },
    { "07/03/2026", NULL, NULL },
    { "21/12/2026 au 07/03/2027", NULL, NULL },
    { "vendredi 26 décembre 2026", NULL, NULL },
    { "2026-02-30", NULL, NULL },
    { "2026-12-21 au", NULL, NULL },
    { "2026-12-21 au Nouvel An", NULL, NULL },
    { "2026-12-21 au 8 janvier", NULL, NULL },
    { "jusqu'au 8 janvier 2027", NULL, NULL },
    { "à partir du 2026-12-21", NULL, NULL },
    { "depuis le 2026-12-21", NULL, NULL },
    { "2027-01-08 au 2026-12-21", NULL, NULL },
    { "du 30 au 5 janvier 2027", NULL, NULL },
    { "2026-12-25 (2 jours)", NULL, NULL },
    { "2026-12-21 Noël 2027-01-01", NULL, NULL },
    { "2026-12-24 2026-12-25 2026-12-26", NULL, NULL },
};

static void is_day(int32_t days, const char *iso)
{
    struct buf text = { 0 };

    aet_date_write(aet_date_from_days(days), &text);
    ck_assert_str_eq(aet_buf_z(&text), iso);
    aet_buf_free(&text);
}

START_TEST(a_line)
{
    struct exclusions x = { .n = 0 };
    bool ok = aet_plan_exclusion(&x, aet_span_z(lines[_i].line), DATES_ISO);

    ck_assert_msg(ok == (lines[_i].first != NULL), "%s", lines[_i].line);
    ck_assert_uint_eq(x.n, ok ? 1 : 0);
    if (ok) {
        is_day(x.items[0].from, lines[_i].first);
        is_day(x.items[0].to, lines[_i].last);
    }
    aet_plan_exclusions_free(&x);
}
END_TEST

START_TEST(two_days)
{
    struct exclusions x = { .n = 0 };

    ck_assert(aet_plan_exclusion(&x, aet_span_z("2026-12-24 et 2026-12-31"), DATES_ISO));
    ck_assert_uint_eq(x.n, 2);
    is_day(x.items[0].to, "2026-12-24");
    is_day(x.items[1].from, "2026-12-31");
    ck_assert(aet_plan_excluded(&x, x.items[1].from));
    ck_assert(!aet_plan_excluded(&x, x.items[1].from - 1));
    aet_plan_exclusions_free(&x);
}
END_TEST

/* --dates settles what is ambiguous. */
START_TEST(an_order)
{
    struct exclusions x = { .n = 0 };

    ck_assert(aet_plan_exclusion(&x, aet_span_z("01/03/2027 au 05/03/2027"), DATES_JMA));
    is_day(x.items[0].from, "2027-03-01");
    is_day(x.items[0].to, "2027-03-05");
    aet_plan_exclusions_free(&x);
}
END_TEST

/* As python-dateutil has them (dateutil.easter). */
static const char *const easters[] = {
    "1961-04-02", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05",
    "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
    "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13",
    "2037-04-05", "2038-04-25", "2039-04-10", "2100-03-28", "2400-04-16",
};

static int32_t day_of(const char *iso)
{
    struct date d;

    ck_assert_int_eq(aet_date_read(aet_span_z(iso), DATES_ISO, false, &d), DATE_OK);
    return aet_date_days(d);
}

START_TEST(an_easter)
{
    int32_t day = day_of(easters[_i]);

    is_day(aet_plan_paques(aet_date_from_days(day).year), easters[_i]);
}
END_TEST

/* The holidays of a year as the CNESST publishes them, the national one, and the year-end break. */
START_TEST(a_year_of_holidays)
{
    static const char *const days[] = { "2026-01-01", "2026-01-02", "2026-04-03",
                                        "2026-04-06", "2026-05-18", "2026-06-24",
                                        "2026-07-01", "2026-09-07", "2026-10-12" };
    int32_t break_begins = day_of("2026-12-24");
    size_t met = 0;

    for (int32_t day = day_of("2026-01-01"); day < break_begins; day++)
        if (aet_plan_ferie(day))
            is_day(day, days[met++]);
    ck_assert_uint_eq(met, ROWS(days));
    for (int32_t day = break_begins; day <= day_of("2027-01-02"); day++)
        ck_assert(aet_plan_ferie(day));
    ck_assert(!aet_plan_ferie(day_of("2027-01-03")));
}
END_TEST

/* 24 June and 1 July 2029 are Sundays; 25 May 2026 is a Monday, and the holiday the one before. */
START_TEST(holidays_that_move)
{
    ck_assert(aet_plan_ferie(day_of("2029-06-24")) && aet_plan_ferie(day_of("2029-06-25")));
    ck_assert(aet_plan_ferie(day_of("2029-07-02")) && !aet_plan_ferie(day_of("2028-07-02")));
    ck_assert(aet_plan_ferie(day_of("2026-05-18")) && !aet_plan_ferie(day_of("2026-05-25")));
    ck_assert(aet_plan_ferie(day_of("2027-05-24")) && !aet_plan_ferie(day_of("2027-05-17")));
}
END_TEST

int main(void)
{
    Suite *s = suite_create("exclusions");
    TCase *t = tcase_create("exclusions");

    tcase_add_loop_test(t, a_line, 0, ROWS(lines));
    tcase_add_test(t, two_days);
    tcase_add_test(t, an_order);
    tcase_add_loop_test(t, an_easter, 0, ROWS(easters));
    tcase_add_test(t, a_year_of_holidays);
    tcase_add_test(t, holidays_that_move);
    suite_add_tcase(s, t);
    return run_suite(s);
}
