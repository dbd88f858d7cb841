/* Calendar dates (proleptic Gregorian), as ISO 8601 or as a form that somebody declared. */
#ifndef AET_BASE_DATE_H
#define AET_BASE_DATE_H

#include <stdint.h>

#include "base/buf.h"

struct date {
    int16_t year;      /* 0: no date */
    int8_t month, day; /* day 0: a month */
};

enum date_form { DATES_ISO, DATES_JMA, DATES_MJA, DATES_AMJ };

enum date_status {
    DATE_OK,
    DATE_BAD,        /* no date at all */
    DATE_AMBIGUOUS,  /* digits and separators whose order nobody declared */
    DATE_SHORT_YEAR, /* 07/03/26 */
    DATE_IMPOSSIBLE, /* 2026-02-30 */
    DATE_SERIAL      /* 45992: a day number of a spreadsheet */
};

/* Read a date; a month (`2026-03`) only where `month_ok`. With the year first, a date is read
 * whatever the form. A time behind it (`2026-03-31T10:30:00Z`, `3/31/2026 9:05 AM`) is left out. */
enum date_status aet_date_read(struct span s, enum date_form form, bool month_ok, struct date *out);

/* Days since 1970-01-01 of the date, a month counting from its first day. */
int32_t aet_date_days(struct date d);

/* The same for the last day: what a month as a deadline means. */
int32_t aet_date_last_day(struct date d);

struct date aet_date_from_days(int32_t days);

/* 0 Monday … 6 Sunday. */
int aet_date_weekday(struct date d);

int aet_date_month_length(int year, int month);

/* Append `2026-03-31`, or `2026-03` for a month. */
void aet_date_write(struct date d, struct buf *out);

/* Today by the clock of the machine, in its time zone. */
struct date aet_date_today(void);

#endif
