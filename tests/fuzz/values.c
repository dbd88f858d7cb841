/* Numbers, dates and durations: what is read and written canonically reads back as itself, days
 * count both ways, and the orders of a date are those that read it. */
#include "base/date.h"
#include "base/duration.h"
#include "base/stand_in.h"
#include "target.h"

static const struct number_form forms[] = {
    { 0, false }, { ',', false }, { '.', true }, { ',', true }
};

static void check_canonical(struct span s)
{
    size_t i = s.n && s.p[0] == '-', digits = i;

    while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    MUST(i > digits && (i == digits + 1 || s.p[digits] != '0'));
    MUST(i == s.n || (s.p[i] == '.' && i + 1 < s.n));
    for (i++; i < s.n; i++)
        MUST(s.p[i] >= '0' && s.p[i] <= '9');
}

static void check_money(struct span text)
{
    struct buf out = { 0 };
    int64_t cents = 0, again = 0;

    if (aet_money_cents(text, &cents) == NUMBER_OK) {
        aet_money_write(cents, &out);
        MUST(aet_money_cents(aet_buf_view(&out), &again) == NUMBER_OK && again == cents);
    }
    aet_buf_free(&out);
}

static void check_number(struct span text, struct number_form form)
{
    const struct number_form point = { '.', true };
    struct buf out = { 0 }, again = { 0 };
    enum number_status st;

    aet_buf_str(&out, "x");
    st = aet_number_read(text, form, &out);
    if (st != NUMBER_OK) {
        MUST(out.n == 1); /* nothing is appended */
    } else {
        struct span s = aet_span(out.p + 1, out.n - 1);

        check_canonical(s);
        MUST(aet_number_read(s, point, &again) == NUMBER_OK);
        MUST(aet_span_eq(aet_buf_view(&again), s));
        check_money(s);
        MUST(form.said || aet_number_like(text));
        aet_number_in_range(s);
    }
    aet_buf_free(&out);
    aet_buf_free(&again);
}

static void check_date(struct span text, enum date_form form, bool month_ok)
{
    struct date d, again;
    struct buf out = { 0 };

    if (aet_date_read(text, form, month_ok, &d) != DATE_OK)
        return;
    MUST(d.year >= 1000 && d.month >= 1 && d.month <= 12 && (d.day || month_ok));
    aet_date_write(d, &out);
    MUST(aet_date_read(aet_buf_view(&out), DATES_ISO, month_ok, &again) == DATE_OK);
    MUST(d.year == again.year && d.month == again.month && d.day == again.day);
    MUST(aet_date_last_day(d) >= aet_date_days(d) && aet_date_weekday(d) >= 0);
    again = aet_date_from_days(aet_date_days(d));
    MUST(d.year == again.year && d.month == again.month && again.day == (d.day ? d.day : 1));
    aet_buf_free(&out);
}

static bool reads(struct span text, enum date_form form)
{
    struct date d;
    enum date_status st = aet_date_read(text, form, false, &d);

    return st == DATE_OK || st == DATE_WEEKDAY;
}

static void check_orders(struct span text)
{
    unsigned set = aet_date_orders(text);
    struct date d;

    if (set & ORDER_AMJ) {
        MUST(set == ORDER_AMJ);
        return;
    }
    MUST(!(set & ORDER_JMA) || reads(text, DATES_JMA));
    MUST(!(set & ORDER_MJA) || reads(text, DATES_MJA));
    MUST((set != ORDER_JMA && set != ORDER_MJA) || reads(text, DATES_ISO));
    for (int form = DATES_JMA; form <= DATES_AMJ; form++)
        MUST((aet_date_read(text, (enum date_form)form, true, &d) == DATE_OTHER_ORDER) ==
             (set && !(set & 1U << form)));
}

static void check_duration(struct span text, struct number_form form, int64_t bare)
{
    struct buf out = { 0 };
    int64_t minutes, again;

    if (aet_duration_read(text, form, bare, &minutes) != DURATION_OK)
        return;
    MUST(minutes >= 0 && minutes <= (int64_t)1000000 * 60);
    if (minutes == (int64_t)1000000 * 60)
        return; /* rounded up to what is beyond */
    aet_duration_write(minutes, &out);
    MUST(aet_duration_read(aet_buf_view(&out), form, bare, &again) == DURATION_OK);
    MUST(minutes == again);
    aet_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = exact_copy(aet_span((const char *)data, size));
    struct span in = aet_span(copy, size);

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        check_number(in, forms[i]);
        check_duration(in, forms[i], 60);
        check_duration(in, forms[i], 1);
    }
    check_orders(in);
    MUST(aet_stand_in(in) == STANDS_FOR_ITSELF || !reads(in, DATES_JMA));
    check_money(in);
    aet_number_in_range(in);
    for (int form = DATES_ISO; form <= DATES_AMJ; form++) {
        check_date(in, (enum date_form)form, false);
        check_date(in, (enum date_form)form, true);
    }
    aet_free(copy);
    return 0;
}
