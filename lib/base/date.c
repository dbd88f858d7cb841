/* Dates: reading, writing, counting days (the civil calendar in 400-year eras). */
#include "base/date.h"

#include <time.h>

static bool leap(int y)
{
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int aet_date_month_length(int year, int month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* Up to three runs of digits, separated by one of `-/.` or a space. */
struct runs {
    int value[3];
    size_t digits[3];
    size_t count;
    char sep;
};

static bool read_runs(struct span s, struct runs *r)
{
    *r = (struct runs){ 0 };
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (c >= '0' && c <= '9') {
            if (r->count == 0 || (i && (s.p[i - 1] < '0' || s.p[i - 1] > '9'))) {
                if (r->count == 3)
                    return false;
                r->count++;
            }

            size_t k = r->count - 1;

            if (++r->digits[k] > 5)
                return false;
            r->value[k] = r->value[k] * 10 + (c - '0');
        } else if ((c == '-' || c == '/' || c == '.' || c == ' ') && i && i + 1 < s.n &&
                   (!r->sep || r->sep == c) && s.p[i - 1] >= '0' && s.p[i - 1] <= '9') {
            r->sep = c;
        } else {
            return false;
        }
    }
    return r->count > 0;
}

static enum date_status make(int y, int m, int d, struct date *out)
{
    if (y < 1000 || m < 1 || m > 12 || d < 1 || d > aet_date_month_length(y, m))
        return DATE_IMPOSSIBLE;
    *out = (struct date){ (int16_t)y, (int8_t)m, (int8_t)d };
    return DATE_OK;
}

/* A spreadsheet's `2026-03-31 00:00:00` names a day: the midnight says nothing. */
static struct span drop_midnight(struct span s)
{
    static const char *const tails[] = { "T00:00:00Z", "T00:00:00.000Z", "T00:00:00", "T00:00",
                                         " 00:00:00",  " 00:00" };

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct span t = aet_span_z(tails[i]);

        if (s.n > t.n + 5 && aet_span_eq(aet_span(s.p + s.n - t.n, t.n), t))
            return aet_span(s.p, s.n - t.n);
    }
    return s;
}

static enum date_status read_declared(const struct runs *r, enum date_form form, struct date *out)
{
    int y = form == DATES_AMJ ? 0 : 2;
    int m = form == DATES_MJA ? 0 : 1;
    int d = form == DATES_JMA ? 0 : form == DATES_MJA ? 1 : 2;

    if (form == DATES_ISO)
        return DATE_AMBIGUOUS;
    if (r->digits[y] != 4 || r->digits[m] > 2 || r->digits[d] > 2)
        return DATE_BAD;
    return make(r->value[y], r->value[m], r->value[d], out);
}

enum date_status aet_date_read(struct span s, enum date_form form, bool month_ok, struct date *out)
{
    struct runs r;

    *out = (struct date){ 0 };
    s = drop_midnight(aet_span_trim(s));
    if (!read_runs(s, &r))
        return DATE_BAD;
    if (r.count == 1)
        return r.digits[0] == 5 ? DATE_SERIAL : DATE_BAD;
    if (r.sep == '-' && r.digits[0] == 4 && r.digits[1] == 2) {
        if (r.count == 3 && r.digits[2] == 2)
            return make(r.value[0], r.value[1], r.value[2], out);
        if (r.count == 2 && month_ok) {
            enum date_status st = make(r.value[0], r.value[1], 1, out);

            out->day = 0;
            return st;
        }
    }
    return r.count == 3 ? read_declared(&r, form, out) : DATE_BAD;
}

int32_t aet_date_days(struct date d)
{
    int y = d.year - (d.month <= 2);
    int era = y / 400;
    int yoe = y - era * 400;
    int mp = (d.month + 9) % 12;
    int doy = (153 * mp + 2) / 5 + (d.day ? d.day : 1) - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

    return (int32_t)(era * 146097 + doe - 719468);
}

int32_t aet_date_last_day(struct date d)
{
    if (!d.day && d.year)
        d.day = (int8_t)aet_date_month_length(d.year, d.month);
    return aet_date_days(d);
}

struct date aet_date_from_days(int32_t days)
{
    int z = days + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int m = mp < 10 ? mp + 3 : mp - 9;

    return (struct date){ (int16_t)(yoe + era * 400 + (m <= 2)), (int8_t)m,
                          (int8_t)(doy - (153 * mp + 2) / 5 + 1) };
}

int aet_date_weekday(struct date d)
{
    int32_t k = (aet_date_days(d) + 3) % 7; /* 1970-01-01 was a Thursday */

    return (int)(k < 0 ? k + 7 : k);
}

static void two_digits(int v, struct buf *out)
{
    aet_buf_char(out, (char)('0' + v / 10 % 10));
    aet_buf_char(out, (char)('0' + v % 10));
}

void aet_date_write(struct date d, struct buf *out)
{
    two_digits(d.year / 100, out);
    two_digits(d.year % 100, out);
    aet_buf_char(out, '-');
    two_digits(d.month, out);
    if (d.day) {
        aet_buf_char(out, '-');
        two_digits(d.day, out);
    }
}

struct date aet_date_today(void)
{
    time_t now = time(NULL);
    struct tm tm = { 0 };

    localtime_r(&now, &tm);
    return (struct date){ (int16_t)(tm.tm_year + 1900), (int8_t)(tm.tm_mon + 1),
                          (int8_t)tm.tm_mday };
}
