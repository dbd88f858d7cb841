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

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Blanks, those of typography too: newer exports put U+202F before AM. */
static size_t blanks_at(struct span s)
{
    size_t n = 0;

    for (;;) {
        struct span rest = aet_span_from(s, n);

        if (rest.n && rest.p[0] == ' ')
            n++;
        else if (aet_span_starts(rest, AET_LIT("\xC2\xA0")))
            n += 2;
        else if (aet_span_starts(rest, AET_LIT("\xE2\x80\xAF")))
            n += 3;
        else
            return n;
    }
}

/* Take one or two digits; -1 when there are none, or more. */
static int take_two(struct span *s)
{
    size_t n = 0;
    int v = 0;

    while (n < s->n && n < 3 && digit(s->p[n]))
        v = v * 10 + (s->p[n++] - '0');
    *s = aet_span_from(*s, n);
    return n == 1 || n == 2 ? v : -1;
}

/* Take `AM`, `pm`, `a.m.` off the front. */
static bool take_half(struct span *s)
{
    size_t n = 0, seen = 0;
    struct span t = aet_span_from(*s, blanks_at(*s));

    for (; n < t.n && seen < 2; n++) {
        char c = (char)(t.p[n] | 0x20);

        if (seen == 0 ? c == 'a' || c == 'p' : c == 'm')
            seen++;
        else if (t.p[n] != '.' || seen != 1)
            return false;
    }
    if (seen < 2)
        return false;
    *s = aet_span_from(t, n + (n < t.n && t.p[n] == '.'));
    return true;
}

/* What may end a time: nothing, `Z`, `EST`, `+02:00`, `UTC-5`. */
static bool is_zone(struct span s)
{
    size_t n = blanks_at(s), letters = 0, digits = 0;

    while (n + letters < s.n && s.p[n + letters] >= 'A' && s.p[n + letters] <= 'Z')
        letters++;
    n += letters;
    if (letters > 5 || n == s.n)
        return letters <= 5;
    if (s.p[n] == '+' || s.p[n] == '-')
        n++;
    else if (aet_span_starts(aet_span_from(s, n), AET_LIT("\xE2\x88\x92"))) /* U+2212 */
        n += 3;
    else
        return false;
    for (; n < s.n; n++) {
        if (!digit(s.p[n]) && (s.p[n] != ':' || !digits))
            return false;
        digits += digit(s.p[n]);
    }
    return digits >= 1 && digits <= 4;
}

/* `10:30`, `10:30:00.000Z`, `9:05:00 AM`. */
static bool is_time(struct span s)
{
    int h = take_two(&s), m = -1, sec = 0;
    bool half;

    if (s.n && s.p[0] == ':') {
        s = aet_span_from(s, 1);
        m = s.n >= 2 && digit(s.p[1]) ? take_two(&s) : -1;
    }
    if (s.n && s.p[0] == ':') {
        s = aet_span_from(s, 1);
        sec = take_two(&s);
        if (s.n > 1 && s.p[0] == '.' && digit(s.p[1]))
            for (s = aet_span_from(s, 1); s.n && digit(s.p[0]);)
                s = aet_span_from(s, 1);
    }
    half = take_half(&s);
    return h >= (half ? 1 : 0) && h <= (half ? 12 : 24) && m >= 0 && m < 60 && sec >= 0 &&
           sec <= 60 && is_zone(s);
}

/* A form's `2026-03-31 10:30` names a day: the time behind it is left out. */
static struct span drop_time(struct span s)
{
    const char *colon = memchr(s.p, ':', s.n);
    size_t start = colon ? (size_t)(colon - s.p) : 0, end;

    while (start && digit(s.p[start - 1]))
        start--;
    end = start;
    if (end > 1 && s.p[end - 1] == 'T') {
        end--;
    } else {
        while (end && s.p[end - 1] == ' ')
            end--;
        if (end == start)
            return s;
        end -= end && s.p[end - 1] == ',';
    }
    return is_time(aet_span_from(s, start)) ? aet_span(s.p, end) : s;
}

static enum date_status read_declared(const struct runs *r, enum date_form form, struct date *out)
{
    int y = form == DATES_AMJ ? 0 : 2;
    int m = form == DATES_MJA ? 0 : 1;
    int d = form == DATES_JMA ? 0 : form == DATES_MJA ? 1 : 2;

    if (form == DATES_ISO && r->digits[0] <= 2 && r->digits[1] <= 2 && r->digits[2] <= 2 &&
        (r->digits[0] == 2 || r->digits[2] == 2))
        return DATE_SHORT_YEAR; /* in whatever order */
    if (form == DATES_ISO)
        return DATE_AMBIGUOUS;
    if (r->digits[y] == 2 && r->digits[m] <= 2 && r->digits[d] <= 2)
        return DATE_SHORT_YEAR;
    if (r->digits[y] != 4 || r->digits[m] > 2 || r->digits[d] > 2)
        return DATE_BAD;
    return make(r->value[y], r->value[m], r->value[d], out);
}

enum date_status aet_date_read(struct span s, enum date_form form, bool month_ok, struct date *out)
{
    struct runs r;

    *out = (struct date){ 0 };
    s = drop_time(aet_span_trim(s));
    if (!read_runs(s, &r))
        return DATE_BAD;
    if (r.count == 1)
        return r.digits[0] == 5 ? DATE_SERIAL : DATE_BAD;
    if (r.count == 3 && r.digits[0] == 4 && r.digits[1] <= 2 && r.digits[2] <= 2)
        return make(r.value[0], r.value[1], r.value[2], out); /* nobody writes year, day, month */
    if (r.count == 2 && r.sep == '-' && r.digits[0] == 4 && r.digits[1] == 2 && month_ok) {
        enum date_status st = make(r.value[0], r.value[1], 1, out);

        out->day = 0;
        return st;
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
