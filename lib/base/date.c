/* Dates: counting days (the civil calendar in 400-year eras), writing. Reading is in date_read.c.
 */
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
