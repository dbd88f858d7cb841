/* How the dates of a column are written: what one cell settles, and what that means for others. A
 * date in figures is read where one order alone makes it a date (31/12/2026); the same column then
 * tells how to read one that two orders would (05/06/2026), and must not tell it twice. */
#ifndef AET_RECORD_COLUMNS_H
#define AET_RECORD_COLUMNS_H

#include "base/date.h"
#include "voice/diag.h"

/* The columns of one file that hold such dates, few; zero-initialised is none. */
struct columns {
    struct date_column *p;
    size_t n, cap;
    struct arena arena; /* what their first cells say */
};

/* Another file: forget all. */
void aet_columns_reset(struct columns *c);
void aet_columns_free(struct columns *c);

/* One record, in the order of the input. `marks` are the dates in figures of it that one order only
 * reads (made by resolve: ENT_DATE_ORDERS, with its caption, `valeur`, and `ordre` jma or mja): the
 * first of a column settles it; one that settles it otherwise is an error, added to `late`.
 * `diags` are what the record was told: of an ambiguous date whose column is settled, the message
 * then says which --dates reads it. */
void aet_columns_judge(struct columns *c, const struct diag *marks, size_t marks_n,
                       struct diag *diags, size_t n, struct diags *late);

#endif
