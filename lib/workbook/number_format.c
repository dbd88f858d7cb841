/* Numbers of cells. */
#include "workbook/number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"

enum { LEXEME_MAX = 64, DAY = 86400, LEAP_DAY = 60, YEAR = 366 };
#define DAYS_MAX 2958466.0 /* the year 10000 */
#define DAYS_MIN -693593.0 /* the year 1 */
#define AMOUNT_MAX 1e13    /* whose cents a double holds, and fifteen digits show */

enum number_meaning aet_number_meaning_known(uint64_t id)
{
    if (id == 9 || id == 10)
        return MEANS_PERCENT;
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
        (id >= 50 && id <= 58))
        return MEANS_DATE;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return MEANS_TIME;
    if (id == 46)
        return MEANS_DURATION;
    if ((id >= 5 && id <= 8) || id == 42 || id == 44)
        return MEANS_MONEY;
    return MEANS_NUMBER;
}

/* Past what a format shows as it is: "text", \c, _c and *c. 0: none begins at `at`. */
static size_t literal(struct span code, size_t at)
{
    const char *close;

    if (strchr("\\_*", code.p[at]))
        return 2;
    if (code.p[at] != '"')
        return 0;
    close = memchr(code.p + at + 1, '"', code.n - at - 1);
    return close ? (size_t)(close - code.p) - at + 1 : code.n - at;
}

/* [h], [mm], [ss]: time that does not begin again each day. [$€-40C]: a currency, and a language;
 * [$-40C] has none. Others are colours and conditions. */
static size_t bracket(struct span code, size_t at, bool *elapsed, bool *money)
{
    const char *close = memchr(code.p + at, ']', code.n - at);
    size_t n = close ? (size_t)(close - code.p) - at + 1 : code.n - at;

    *money |= close && n > 3 && code.p[at + 1] == '$' && code.p[at + 2] != '-';
    *elapsed |= close && n > 2 && strchr("hHmMsS", code.p[at + 1]) &&
                (n == 3 || code.p[at + 2] == code.p[at + 1]);
    return n;
}

/* What a format is made of. */
struct made_of {
    bool elapsed, day, clock, month, percent, money;
};

/* Dollars, euros and pounds, alone or as they are said: `$ CA`. */
static bool has_currency(struct span s)
{
    static const char *const signs[] = { "$", "\xE2\x82\xAC", "\xC2\xA3", "CAD", "USD", "EUR" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (aet_span_find(s, aet_span_z(signs[i])) < s.n)
            return true;
    return false;
}

/* A character that is no literal and begins no bracket; how far to go on. */
static size_t plain(struct span code, size_t at, struct made_of *m)
{
    char c = code.p[at];

    if ((c | 0x20) == 'g' && at + 7 <= code.n) /* General */
        return 7;
    if ((c == 'E' || c == 'e') && at + 1 < code.n && strchr("+-", code.p[at + 1]))
        return 1;
    m->day |= strchr("yYdD", c) != NULL;
    m->clock |= strchr("hHsS", c) != NULL;
    m->month |= (c | 0x20) == 'm';
    m->percent |= c == '%';
    m->money |= has_currency(aet_span(code.p + at, 1)) ||
                aet_span_starts(aet_span_from(code, at), AET_LIT("\xE2\x82\xAC"));
    return 1;
}

enum number_meaning aet_number_meaning(struct span code)
{
    struct made_of m = { .elapsed = false };

    for (size_t at = 0, n; at < code.n; at += n) {
        n = literal(code, at);
        if (n)
            m.money |= code.p[at] != '_' && code.p[at] != '*' &&
                       has_currency(aet_span(code.p + at, n < code.n - at ? n : code.n - at));
        else if (code.p[at] == '[')
            n = bracket(code, at, &m.elapsed, &m.money);
        else
            n = plain(code, at, &m);
    }
    return m.elapsed   ? MEANS_DURATION
           : m.day     ? MEANS_DATE
           : m.clock   ? MEANS_TIME
           : m.month   ? MEANS_DATE
           : m.percent ? MEANS_PERCENT
           : m.money   ? MEANS_MONEY
                       : MEANS_NUMBER;
}

static void put_two(struct buf *out, uint64_t n)
{
    if (n < 10)
        aet_buf_char(out, '0');
    aet_buf_uint(out, n);
}

void aet_number_show_time(uint64_t seconds, struct buf *out)
{
    put_two(out, seconds / 3600);
    aet_buf_char(out, ':');
    put_two(out, seconds / 60 % 60);
    if (seconds % 60) {
        aet_buf_char(out, ':');
        put_two(out, seconds % 60);
    }
}

void aet_number_show_date(struct span s, struct buf *out)
{
    struct span clock = s.n > 11 ? aet_span_from(s, 11) : AET_LIT("");

    if (clock.n < 8 || s.p[10] != 'T' || (clock.n > 8 && !strchr(".Z", clock.p[8]))) {
        aet_buf_span(out, s);
        return;
    }
    aet_buf_add(out, s.p, 10);
    if (memcmp(clock.p, "00:00:00", 8) == 0)
        return;
    aet_buf_char(out, ' ');
    aet_buf_add(out, clock.p, memcmp(clock.p + 5, ":00", 3) == 0 ? 5 : 8);
}

static void put_date(double days, int32_t epoch, bool false_leap, struct buf *out)
{
    double seconds = floor(days * DAY + 0.5);
    int32_t day = (int32_t)floor(seconds / DAY);
    uint64_t time = (uint64_t)(seconds - (double)day * DAY);

    if (false_leap && day == LEAP_DAY)
        aet_buf_str(out, "1900-02-29");
    else
        aet_date_write(aet_date_from_days(epoch + day + (false_leap && day >= 0 && day < LEAP_DAY)),
                       out);
    if (time) {
        aet_buf_char(out, ' ');
        aet_number_show_time(time, out);
    }
}

/* Zeros behind the fifteenth digit, as spreadsheets show them. */
static void put_large(double v, struct buf *out)
{
    char digits[40];
    int n = snprintf(digits, sizeof digits, "%.14e", v);
    const char *end = memchr(digits, 'e', (size_t)n);

    for (const char *p = digits; p < end; p++)
        if (*p != '.')
            aet_buf_char(out, *p);
    for (long zeros = strtol(end + 1, NULL, 10) - 14; zeros > 0; zeros--)
        aet_buf_char(out, '0');
}

/* Fifteen digits, without an exponent: 0.30000000000000004 is 0.3. Three decimals behind up to
 * three digits might be thousands: a zero behind them shows that they are none. */
static void put_number(double v, struct buf *out)
{
    char digits[400];
    int decimals = v == 0 ? 0 : 14 - (int)floor(log10(fabs(v)));
    int n;
    const char *point;

    if (decimals < 0) {
        put_large(v, out);
        return;
    }
    n = snprintf(digits, sizeof digits, "%.*f", decimals > 300 ? 300 : decimals, v);
    point = strchr(digits, '.');

    while (point && n && digits[n - 1] == '0')
        n--;
    if (point && digits + n - 1 == point)
        n--;
    aet_buf_add(out, digits, (size_t)n);
    if (point && digits + n - 4 == point)
        aet_buf_char(out, '0');
}

/* With its cents, or with more decimals where it has more. */
static void put_money(double v, struct buf *out)
{
    char digits[40];

    if (fabs(v) < AMOUNT_MAX && (double)llround(v * 100) / 100 == v) {
        (void)snprintf(digits, sizeof digits, "%.2f", v);
        aet_buf_str(out, digits);
    } else {
        put_number(v, out);
    }
}

static bool value_of(struct span lexeme, double *v)
{
    char text[LEXEME_MAX];
    char *end;

    if (!lexeme.n || lexeme.n >= sizeof text || memchr(lexeme.p, 'x', lexeme.n) ||
        memchr(lexeme.p, 'n', lexeme.n))
        return false;
    memcpy(text, lexeme.p, lexeme.n);
    text[lexeme.n] = '\0';
    *v = strtod(text, &end);
    return !*end && isfinite(*v);
}

void aet_number_show(struct span lexeme, enum number_meaning meaning, int32_t epoch,
                     bool false_leap, struct buf *out)
{
    double v;

    bool time = meaning == MEANS_TIME || meaning == MEANS_DURATION || meaning == MEANS_DATE;

    if (!value_of(lexeme, &v)) {
        aet_buf_span(out, lexeme);
    } else if (v < DAYS_MAX && v > DAYS_MIN &&
               ((meaning == MEANS_DATE && (v >= 1 || v < 0)) ||
                (meaning == MEANS_TIME && v >= YEAR))) {
        put_date(v, epoch, false_leap, out);
    } else if (time && fabs(v) < DAYS_MAX) {
        if (v < 0)
            aet_buf_char(out, '-');
        aet_number_show_time((uint64_t)floor(fabs(v) * DAY + 0.5), out);
    } else if (meaning == MEANS_PERCENT) {
        put_number(v * 100, out);
        aet_buf_str(out, " %");
    } else if (meaning == MEANS_MONEY) {
        put_money(v, out);
    } else {
        put_number(v, out);
    }
}
