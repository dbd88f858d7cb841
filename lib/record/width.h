/* Rows that are wider or narrower than the headings above them. */
#ifndef AET_RECORD_WIDTH_H
#define AET_RECORD_WIDTH_H

#include "base/must.h"
#include "record/mapping.h"
#include "voice/diag.h"

/* A row as it stands in a record of one row or several. */
struct row_at {
    const struct slice *slice;
    struct span raw; /* of the row */
};

/* A row that stops before the last column gets the empty cells that it lacks, and is remembered for
 * aet_width_narrow. False: it cannot be read with certainty (reported): it has a cell too many, it
 * may be cut, or it was written with another delimiter. */
AET_MUST bool aet_width_check(struct mapping *m, struct row *row, const struct row_at *at,
                              struct diags *d);

/* Report a value in a column that has no heading. */
void aet_width_no_name(const struct layout *l, const struct row *row, const struct row_at *at,
                       size_t column, struct diags *d);

#endif
