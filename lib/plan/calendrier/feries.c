/* Public holidays, computed. */
#include "plan/calendrier/feries.h"

#include "base/date.h"

enum { LUNDI = 0, DIMANCHE = 6 };

static int weekday(int32_t day)
{
    return aet_date_weekday(aet_date_from_days(day));
}

/* The method of Meeus, Jones and Butcher (Nature, 1876). */
int32_t aet_plan_paques(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

    return aet_day(year, n / 31, n % 31 + 1);
}

/* The first Monday from that day on. */
static int32_t monday_from(int32_t day)
{
    return day + (7 - weekday(day)) % 7;
}

/* A holiday that falls on a Sunday is kept on the Monday. */
static bool is_kept(int32_t day, int32_t holiday)
{
    return day == holiday || (weekday(holiday) == DIMANCHE && day == holiday + 1);
}

bool aet_plan_ferie(int32_t day)
{
    struct date d = aet_date_from_days(day);
    int32_t easter = aet_plan_paques(d.year);

    if ((d.month == 12 && d.day >= 24) || (d.month == 1 && d.day <= 2))
        return true;
    return day == easter - 2 || day == easter + 1 ||
           day == monday_from(aet_day(d.year, 5, 18)) || /* the Monday before 25 May */
           is_kept(day, aet_day(d.year, 6, 24)) || is_kept(day, aet_day(d.year, 7, 1)) ||
           day == monday_from(aet_day(d.year, 9, 1)) ||
           day == monday_from(aet_day(d.year, 10, 8)); /* the second one of October */
}
