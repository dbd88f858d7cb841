/* The parts of a date as they are read; private to base/date_*.c. */
#ifndef AET_BASE_DATE_PRIVATE_H
#define AET_BASE_DATE_PRIVATE_H

#include "base/date.h"

/* Up to three runs of digits, separated by one of `-/.` or a space. */
struct runs {
    int value[3];
    size_t digits[3];
    size_t count;
    char sep;
};

/* What a text says in words. */
struct words {
    int weekday;         /* 0 Monday … 6 Sunday, -1 when none is named */
    bool figures;        /* the rest is figures, which are in `runs` */
    struct runs runs;    /* otherwise: */
    enum date_status st; /* DATE_OK, and the date or the month; or what is wrong */
    struct date date;
};

/* date_time.c: `s` without the time behind it. */
struct span aet_date_drop_time(struct span s);

/* date_words.c: read a date whose month is in letters, or figures behind a weekday or an article.
 */
struct words aet_date_words(struct span s);

/* date_read.c: whether there is such a day; `out` is the date when there is. */
enum date_status aet_date_make(int year, int month, int day, struct date *out);

#endif
