/* What a number in a cell means: its number format says whether it is a date, a time, a duration, a
 * percentage or just a number (ECMA-376, part 1, 18.8.30 and 18.8.31). */
#ifndef AET_WORKBOOK_NUMBER_FORMAT_H
#define AET_WORKBOOK_NUMBER_FORMAT_H

#include <stdint.h>

#include "base/buf.h"

/* Days from 1970-01-01 to day 0 of a workbook: 30 December 1899 (see `false_leap`), 1 January 1904.
 */
enum { EPOCH_1900 = -25569, EPOCH_1904 = -24107 };

enum number_meaning {
    MEANS_NUMBER,
    MEANS_PERCENT,
    MEANS_MONEY,    /* the format has a sign of a currency */
    MEANS_DATE,     /* with or without a time */
    MEANS_TIME,     /* of the day, or a duration where no date can be: both are written 13:30 */
    MEANS_DURATION, /* hours that do not begin again each day */
    MEANS_NUMBERS
};

/* Of a format that every program knows by its number. */
enum number_meaning aet_number_meaning_known(uint64_t id);

/* Of a format code, `yyyy-mm-dd` or `[h]:mm`. */
enum number_meaning aet_number_meaning(struct span code);

/* Append a number as the cell's meaning has it: days since the epoch of the workbook as
 * `2026-03-31` or `2026-03-31 13:30`, a part of a day or several as `36:30`, 0.35 as `35 %`, an
 * amount with its cents; a number with a point and without needless digits (fifteen are
 * significant, as in spreadsheets), never in a way that could be read as grouped by thousands. What
 * is no number is appended as it is. `epoch`: days from 1970-01-01 to day 0 of the workbook;
 * `false_leap`: its day 60 is 29 February 1900, which never was, and days before it are one later.
 */
void aet_number_show(struct span lexeme, enum number_meaning meaning, int32_t epoch,
                     bool false_leap, struct buf *out);

/* Append a date as workbooks write it: "2026-03-31T13:30:00.25" as `2026-03-31 13:30`; what is no
 * such thing, as it is. */
void aet_number_show_date(struct span date, struct buf *out);

/* Append a time, or a duration, of so many seconds: `36:30`, `36:30:15`. */
void aet_number_show_time(uint64_t seconds, struct buf *out);

#endif
