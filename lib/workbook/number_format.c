/* Numbers of cells. */
#include "workbook/number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"

enum { LEXEME_MAX = 64, DAY = 86400, LEAP_DAY = 60, YEAR = 366 };
#define DAYS_MAX 2958466.0 /* the year 10000 */

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

/* [h], [mm], [ss]: time that does not begin again each day. Other brackets are colours,
 * conditions, currencies. */
static size_t bracket(struct span code, size_t at, bool *elapsed)
{
    const char *close = memchr(code.p + at, ']', code.n - at);
    size_t n = close ? (size_t)(close - code.p) - at + 1 : code.n - at;

    *elapsed |= close && n > 2 && strchr("hHmMsS", code.p[at + 1]) &&
                (n == 3 || code.p[at + 2] == code.p[at + 1]);
    return n;
}

enum number_meaning aet_number_meaning(struct span code)
{
    bool elapsed = false, day = false, clock = false, month = false, percent = false;

    for (size_t at = 0, n; at < code.n; at += n) {
        char c = code.p[at];

        n = literal(code, at);
        if (n)
            continue;
        if (c == '[') {
            n = bracket(code, at, &elapsed);
            continue;
        }
        n = 1;
        if ((c | 0x20) == 'g' && at + 7 <= code.n) { /* General */
            n = 7;
            continue;
        }
        if ((c == 'E' || c == 'e') && at + 1 < code.n && strchr("+-", code.p[at + 1]))
            continue;
        day |= strchr("yYdD", c) != NULL;
        clock |= strchr("hHsS", c) != NULL;
        month |= (c | 0x20) == 'm';
        percent |= c == '%';
    }
    if (elapsed)
        return MEANS_DURATION;
    return day       ? MEANS_DATE
           : clock   ? MEANS_TIME
           : month   ? MEANS_DATE
           : percent ? MEANS_PERCENT
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
    int32_t day = (int32_t)(seconds / DAY);
    uint64_t time = (uint64_t)(seconds - (double)day * DAY);

    if (false_leap && day == LEAP_DAY)
        aet_buf_str(out, "1900-02-29");
    else
        aet_date_write(aet_date_from_days(epoch + day + (false_leap && day < LEAP_DAY)), out);
    if (time) {
        aet_buf_char(out, ' ');
        aet_number_show_time(time, out);
    }
}

/* Fifteen digits, without an exponent: 0.30000000000000004 is 0.3. Three decimals behind up to
 * three digits might be thousands: a zero behind them shows that they are none. */
static void put_number(double v, struct buf *out)
{
    char digits[400];
    int decimals = v == 0 ? 0 : 14 - (int)floor(log10(fabs(v)));
    int n = snprintf(digits, sizeof digits, "%.*f",
                     decimals < 0     ? 0
                     : decimals > 300 ? 300
                                      : decimals,
                     v);
    const char *point = strchr(digits, '.');

    while (point && n && digits[n - 1] == '0')
        n--;
    if (point && digits + n - 1 == point)
        n--;
    aet_buf_add(out, digits, (size_t)n);
    if (point && digits + n - 4 == point)
        aet_buf_char(out, '0');
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
    } else if (v < DAYS_MAX &&
               ((meaning == MEANS_DATE && v >= 1) || (meaning == MEANS_TIME && v >= YEAR))) {
        put_date(v, epoch, false_leap, out);
    } else if (time && fabs(v) < DAYS_MAX) {
        if (v < 0)
            aet_buf_char(out, '-');
        aet_number_show_time((uint64_t)floor(fabs(v) * DAY + 0.5), out);
    } else if (meaning == MEANS_PERCENT) {
        put_number(v * 100, out);
        aet_buf_str(out, " %");
    } else {
        put_number(v, out);
    }
}
