/* Reading dates: ISO 8601 first, then figures in an order, then words. */
#include "base/date_private.h"

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The figures of a text that is nothing else; false when it is. */
static bool read_runs(struct span s, struct runs *r)
{
    *r = (struct runs){ 0 };
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (digit(c)) {
            if (r->count == 0 || (i && !digit(s.p[i - 1]))) {
                if (r->count == 3)
                    return false;
                r->count++;
            }

            size_t k = r->count - 1;

            if (++r->digits[k] > 5)
                return false;
            r->value[k] = r->value[k] * 10 + (c - '0');
        } else if ((c == '-' || c == '/' || c == '.' || c == ' ') && i && i + 1 < s.n &&
                   (!r->sep || r->sep == c) && digit(s.p[i - 1])) {
            r->sep = c;
        } else {
            return false;
        }
    }
    return r->count > 0;
}

enum date_status aet_date_make(int y, int m, int d, struct date *out)
{
    if (y < 1000 || m < 1 || m > 12 || d < 1 || d > aet_date_month_length(y, m))
        return DATE_IMPOSSIBLE;
    *out = (struct date){ (int16_t)y, (int8_t)m, (int8_t)d };
    return DATE_OK;
}

/* `2026-03`, `2026/03`, `3/2026`; `2026-27` and `2026-2027` are school years, `12/10` has none. */
static enum date_status read_two(const struct runs *r, struct date *out)
{
    bool first = r->digits[0] == 4 && r->digits[1] == 2 && (r->sep == '-' || r->sep == '/');
    bool last = r->digits[0] <= 2 && r->digits[1] == 4 && r->sep != ' ';
    int year = r->value[first ? 0 : 1], month = r->value[first ? 1 : 0];

    if (r->digits[0] <= 2 && r->digits[1] <= 2 && (r->sep == '-' || r->sep == '/'))
        return DATE_NO_YEAR;
    if (r->digits[0] == 4 && r->digits[1] == 4)
        return DATE_VAGUE;
    if (!first && !last)
        return DATE_BAD;
    if (first && month > 12 && month == (year + 1) % 100)
        return DATE_VAGUE;
    if (aet_date_make(year, month, 1, out) != DATE_OK)
        return DATE_IMPOSSIBLE;
    out->day = 0;
    return DATE_OK;
}

static bool year_first(const struct runs *r)
{
    return r->count == 3 && r->digits[0] == 4 && r->digits[1] <= 2 && r->digits[2] <= 2;
}

static bool year_last(const struct runs *r)
{
    return r->count == 3 && r->digits[0] <= 2 && r->digits[1] <= 2 && r->digits[2] == 4;
}

static unsigned orders_of(const struct runs *r)
{
    struct date d;
    unsigned set = 0;

    if (year_first(r)) /* nobody writes year, day, month */
        return aet_date_make(r->value[0], r->value[1], r->value[2], &d) == DATE_OK ? ORDER_AMJ : 0;
    if (!year_last(r))
        return 0;
    if (aet_date_make(r->value[2], r->value[1], r->value[0], &d) == DATE_OK)
        set |= ORDER_JMA;
    if (aet_date_make(r->value[2], r->value[0], r->value[1], &d) == DATE_OK)
        set |= ORDER_MJA;
    return set;
}

/* Three runs with the year last, in the order that was given, or in the only one there is. */
static enum date_status read_year_last(const struct runs *r, enum date_form form, struct date *out)
{
    bool day_first = form == DATES_JMA || form == DATES_ISO;
    bool month_first = form == DATES_MJA || form == DATES_ISO;
    bool day = day_first && aet_date_make(r->value[2], r->value[1], r->value[0], out) == DATE_OK;
    bool month = month_first &&
                 aet_date_make(r->value[2], r->value[0], r->value[1], out) == DATE_OK;

    if (day && month && r->value[0] != r->value[1]) {
        *out = (struct date){ 0 };
        return DATE_AMBIGUOUS;
    }
    if (day || month)
        return DATE_OK;
    return orders_of(r) ? DATE_OTHER_ORDER : DATE_IMPOSSIBLE;
}

static enum date_status read_figures(const struct runs *r, enum date_form form, struct date *out)
{
    if (year_first(r))
        return aet_date_make(r->value[0], r->value[1], r->value[2], out);
    if (year_last(r))
        return read_year_last(r, form, out);
    if (r->count == 2)
        return read_two(r, out);
    if (r->count == 1)
        return r->digits[0] == 5 ? DATE_SERIAL : r->digits[0] == 4 ? DATE_VAGUE : DATE_BAD;
    if (r->digits[0] <= 2 && r->digits[1] <= 2 && r->digits[2] <= 2 &&
        (r->digits[0] == 2 || r->digits[2] == 2))
        return DATE_SHORT_YEAR; /* in whatever order */
    return DATE_BAD;
}

/* `2026-03-31`, which is nearly all of them. */
static bool is_iso(struct span s)
{
    static const char form[] = "0000-00-00";

    if (s.n != sizeof form - 1)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (form[i] == '0' ? !digit(s.p[i]) : s.p[i] != form[i])
            return false;
    return true;
}

static int two(const char *p)
{
    return (p[0] - '0') * 10 + (p[1] - '0');
}

static enum date_status read_words(struct span s, enum date_form form, struct date *out)
{
    struct words w = aet_date_words(s);

    if (w.figures)
        w.st = read_figures(&w.runs, form, &w.date);
    *out = w.date;
    if (w.st != DATE_OK || w.weekday < 0)
        return w.st;
    if (!w.date.day)
        return DATE_BAD;
    return w.weekday == aet_date_weekday(w.date) ? DATE_OK : DATE_WEEKDAY;
}

enum date_status aet_date_read(struct span s, enum date_form form, bool month_ok, struct date *out)
{
    struct runs r;
    enum date_status st = DATE_BAD;

    *out = (struct date){ 0 };
    s = aet_span_trim(s);
    if (is_iso(s))
        return aet_date_make(two(s.p) * 100 + two(s.p + 2), two(s.p + 5), two(s.p + 8), out);
    s = aet_date_drop_time(s);
    if (read_runs(s, &r))
        st = read_figures(&r, form, out);
    if (st == DATE_BAD)
        st = read_words(s, form, out);
    return st == DATE_OK && !out->day && !month_ok ? DATE_DAY_WANTED : st;
}

unsigned aet_date_orders(struct span s)
{
    struct runs r;
    struct words w;

    s = aet_span_trim(s);
    if (is_iso(s))
        return ORDER_AMJ;
    s = aet_date_drop_time(s);
    if (read_runs(s, &r))
        return orders_of(&r);
    w = aet_date_words(s);
    return w.figures ? orders_of(&w.runs) : 0;
}
