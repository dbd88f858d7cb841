/* base: durations as people note them. */
#include "base/duration.h"
#include "suite.h"

static const struct {
    const char *text;
    enum duration_status status;
    int64_t minutes;
} durations[] = {
    { "1", DURATION_OK, 60 },
    { "1.5", DURATION_OK, 90 },
    { "0,25", DURATION_OK, 15 },
    { "1 h 30", DURATION_OK, 90 },
    { "1h05", DURATION_OK, 65 },
    { "1:30", DURATION_OK, 90 },
    { "0:29:31", DURATION_OK, 30 },
    { "90 min", DURATION_OK, 90 },
    { "2 heures", DURATION_OK, 120 },
    { "1 heure 5 minutes", DURATION_OK, 65 },
    { "0.0083", DURATION_OK, 0 },
    { "0.0084", DURATION_OK, 1 },
    { "1\xC2\xA0h\xE2\x80\xAF"
      "15",
      DURATION_OK, 75 },
    { "1h30min", DURATION_OK, 90 },
    { "\xC2\xBD h", DURATION_OK, 30 },
    { "1 h \xC2\xBD", DURATION_OK, 90 },
    { "1\xC2\xBD heure", DURATION_OK, 90 },
    { "2 \xC2\xBE", DURATION_OK, 165 },
    { "\xC2\xBC min", DURATION_OK, 0 },
    { "\xC2\xBD min", DURATION_OK, 1 },
    { "2 hres", DURATION_OK, 120 },
    { "2 hre", DURATION_OK, 120 },
    { "1.30", DURATION_OK, 78 },
    { "1 h 2\xC2\xBD", DURATION_BAD, 0 },
    { "1 h \xC2\xBD min", DURATION_BAD, 0 },
    { "1:\xC2\xBD", DURATION_BAD, 0 },
    { "1,5\xC2\xBD h", DURATION_BAD, 0 },
    { "\xC2\xBD 1", DURATION_BAD, 0 },
    { "1000000\xC2\xBD", DURATION_RANGE, 0 },
    { "", DURATION_BAD, 0 },
    { "-1", DURATION_BAD, 0 },
    { "1 h 60", DURATION_BAD, 0 },
    { "1:5", DURATION_BAD, 0 },
    { "30:", DURATION_BAD, 0 },
    { "3 jours", DURATION_BAD, 0 },
    { "1 h 30 min 5", DURATION_BAD, 0 },
    { "$5", DURATION_BAD, 0 },
    { "1,250", DURATION_AMBIGUOUS, 0 },
    { "1000000", DURATION_RANGE, 0 },
    { "99999999", DURATION_RANGE, 0 },
    { "99999999999999999999999999", DURATION_RANGE, 0 },
    { "9999999.9999999999999999999999 h", DURATION_RANGE, 0 },
    { "99999999999999999999 h 30", DURATION_BAD, 0 },
    { "99999999999999999999:30", DURATION_BAD, 0 },
    { "99999999999999999999\xC2\xBD", DURATION_BAD, 0 },
    { "45 minutes", DURATION_OK, 45 },
    { "45min.", DURATION_OK, 45 },
    { "1 hr", DURATION_OK, 60 },
    { "1h 30m", DURATION_OK, 90 },
    { "1 h 15 min", DURATION_OK, 75 },
    { "1,5 h", DURATION_OK, 90 },
    { "90", DURATION_OK, 5400 },
    { "1:30 h", DURATION_OK, 90 },
    { "1/2 h", DURATION_OK, 30 },
    { "1 1/2 h", DURATION_OK, 90 },
    { "3/4 heure", DURATION_OK, 45 },
    { "1 h 1/2", DURATION_OK, 90 },
    { "une demi-heure", DURATION_OK, 30 },
    { "Demi-heure", DURATION_OK, 30 },
    { "2 heures et demie", DURATION_OK, 150 },
    { "1 h et demie", DURATION_OK, 90 },
    { "1h et quart", DURATION_OK, 75 },
    { "une heure et demie", DURATION_OK, 90 },
    { "trois quarts d\xE2\x80\x99heure", DURATION_OK, 45 },

    /* not certain: refused */
    { "1/2", DURATION_BAD, 0 },
    { "11/2 h", DURATION_BAD, 0 },
    { "1/2 min", DURATION_BAD, 0 },
    { "1:30 min", DURATION_BAD, 0 },
    { "1:5 h", DURATION_BAD, 0 },
    { "environ 2h", DURATION_BAD, 0 },
    { "2 h ?", DURATION_BAD, 0 },
    { "une heure ?", DURATION_BAD, 0 },
    { "2-3 h", DURATION_BAD, 0 },
    { "9 h \xC3\xA0 11 h", DURATION_BAD, 0 },
    { "1,5 h et demie", DURATION_BAD, 0 },
    { "2 min et demie", DURATION_BAD, 0 },
    { "1 h 30 et demie", DURATION_BAD, 0 },
    { "1000000 h et demie", DURATION_BAD, 0 },
    { "une demi-journ\xC3\xA9"
      "e",
      DURATION_BAD, 0 },
    { "1 h (d\xC3\xA9placement)", DURATION_BAD, 0 },
    { "3 h/sem.", DURATION_BAD, 0 },
};

START_TEST(duration)
{
    int64_t minutes;

    enum duration_status st = aet_duration_read(aet_span_z(durations[_i].text),
                                                (struct number_form){ 0 }, 60, &minutes);

    ck_assert_msg(st == durations[_i].status, "status %d of %s", (int)st, durations[_i].text);
    if (st == DURATION_OK)
        ck_assert_msg(minutes == durations[_i].minutes, "%s", durations[_i].text);
}
END_TEST

/* Where a number without a unit is minutes. */
static const struct {
    const char *text;
    int64_t minutes;
} bare_minutes[] = {
    { "90", 90 },   { "7,5", 8 },     { "1 h", 60 },    { "1,5 h", 90 },
    { "1:30", 90 }, { "1 h 30", 90 }, { "15 min", 15 },
};

START_TEST(minutes_without_unit)
{
    int64_t minutes;

    ck_assert_int_eq(aet_duration_read(aet_span_z(bare_minutes[_i].text), (struct number_form){ 0 },
                                       1, &minutes),
                     DURATION_OK);
    ck_assert_int_eq(minutes, bare_minutes[_i].minutes);
}
END_TEST

/* Where the comma is the decimal sign, a point with two digits that minutes may be is a clock's. */
static const struct {
    const char *text;
    struct number_form form;
    enum duration_status status;
    const char *clock, *decimal;
} clocks[] = {
    { "1.30", { ',', false }, DURATION_CLOCK, "1:30", "1,3" },
    { " 0.05 h", { ',', false }, DURATION_CLOCK, "0:05", "0,05" },
    { "2.00", { ',', false }, DURATION_OK, "", "" }, /* two hours either way */
    { "1.50", { ',', false }, DURATION_CLOCK, "1:50", "1,5" },
    { "1.60", { ',', false }, DURATION_OK, "", "" },
    { "1.3", { ',', false }, DURATION_OK, "", "" },
    { "1,30", { ',', false }, DURATION_OK, "", "" },
    { "1.30 min", { ',', false }, DURATION_OK, "", "" },
    { "1.30", { '.', true }, DURATION_OK, "", "" },
    { "1.30", { ',', true }, DURATION_BAD, "", "" },
    { "1.30", { 0, false }, DURATION_OK, "", "" },
};

START_TEST(clock_or_decimal)
{
    struct buf clock = { 0 }, decimal = { 0 };
    struct span text = aet_span_z(clocks[_i].text);
    int64_t minutes;
    enum duration_status st = aet_duration_read(text, clocks[_i].form, 60, &minutes);

    ck_assert_int_eq(st, clocks[_i].status);
    if (st == DURATION_CLOCK)
        aet_duration_clock(text, &clock, &decimal);
    ck_assert_str_eq(aet_buf_z(&clock), clocks[_i].clock);
    ck_assert_str_eq(aet_buf_z(&decimal), clocks[_i].decimal);
    aet_buf_free(&clock);
    aet_buf_free(&decimal);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("duration");
    TCase *t = tcase_create("duration");

    tcase_add_loop_test(t, duration, 0, ROWS(durations));
    tcase_add_loop_test(t, minutes_without_unit, 0, ROWS(bare_minutes));
    tcase_add_loop_test(t, clock_or_decimal, 0, ROWS(clocks));
    suite_add_tcase(s, t);
    return run_suite(s);
}
