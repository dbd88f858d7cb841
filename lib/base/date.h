/* Calendar dates (proleptic Gregorian), as ISO 8601 or as people write them. */
#ifndef AET_BASE_DATE_H
#define AET_BASE_DATE_H

#include <stdint.h>

#include "base/must.h"
#include "base/buf.h"
#include "base/text.h"

struct date {
    int16_t year;      /* 0: no date */
    int8_t month, day; /* day 0: a month */
};

/* Days of the first date and of the last one (aet_date_days). */
enum { DATE_FIRST_DAY = -719162, DATE_LAST_DAY = 2932896 };

enum date_form { DATES_ISO, DATES_JMA, DATES_MJA, DATES_AMJ };

/* Orders of day, month and year as a set: 1 << form for each. */
enum { ORDER_JMA = 1 << DATES_JMA, ORDER_MJA = 1 << DATES_MJA, ORDER_AMJ = 1 << DATES_AMJ };

enum date_status {
    DATE_OK,
    DATE_BAD,   /* no date at all */
    DATE_VAGUE, /* a time, but no day of it: `automne 2027`, `en continu`, `1er de chaque mois` */
    DATE_DAY_WANTED,  /* a month, and a day is asked for */
    DATE_NO_YEAR,     /* `15 mars`, `12/10` */
    DATE_SHORT_YEAR,  /* 07/03/26 */
    DATE_AMBIGUOUS,   /* figures that two orders read, and nobody said which */
    DATE_OTHER_ORDER, /* figures that the order given cannot read, and another can */
    DATE_IMPOSSIBLE,  /* 2026-02-30 */
    DATE_WEEKDAY,     /* `lundi 15 mars 2026`, which is a Sunday; the date is given all the same */
    DATE_SERIAL,      /* 45992: a day number of a spreadsheet */
    DATE_STATUSES
};

/* Read a date: ISO 8601; figures with the year first, whatever the form, or with the year last as
 * the form says, or as the only order in which they are a date, or where both orders give the same
 * day; months in letters, in French or English, whole or short (`1er avril 2026`, `Dec. 3, 2026`,
 * `12-déc-26`), behind a weekday that must agree. A month only where `month_ok`. A time behind it
 * (`2026-03-31T10:30:00Z`, `3/31/2026 9:05 AM`) is left out. */
AET_MUST enum date_status aet_date_read(struct span s, enum date_form form, bool month_ok,
                                        struct date *out);

/* The orders in which the figures of `s` are a date: one settles how its column is written, two
 * leave it open. 0: no figures, or no order makes a date of them (not looked at in an ISO date). */
unsigned aet_date_orders(struct span s);

/* Days since 1970-01-01 of the date, a month counting from its first day. */
int32_t aet_date_days(struct date d);

/* The same, of a day that there is. */
static inline int32_t aet_day(int year, int month, int day)
{
    return aet_date_days(
        (struct date){ .year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day });
}

/* The same for the last day: what a month as a deadline means. */
int32_t aet_date_last_day(struct date d);

struct date aet_date_from_days(int32_t days);

/* 0 Monday … 6 Sunday. */
int aet_date_weekday(struct date d);

/* `lundi`, `Monday`. */
const char *aet_date_weekday_name(struct date d, enum lang lang);

int aet_date_month_length(int year, int month);

/* Append `2026-03-31`, or `2026-03` for a month. */
void aet_date_write(struct date d, struct buf *out);

/* Append the date as people of the language write it: `4 mars 2026`, `March 4, 2026`; of a month,
 * `mars 2026`. No line ends between the day and the month.
 * Nothing when there is no date. */
void aet_date_say(struct date d, enum lang lang, struct buf *out);

/* Today by the clock of the machine, in its time zone. */
struct date aet_date_today(void);

#endif
