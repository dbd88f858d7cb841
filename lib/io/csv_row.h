/* parse, CSV: the cells of one record, by libcsv in strict mode. */
#ifndef AET_IO_CSV_ROW_H
#define AET_IO_CSV_ROW_H

#include <csv.h>

#include "base/buf.h"
#include "io/fault.h"

struct csv_row {
    struct csv_parser parser;
    struct span *cells; /* valid until the next record */
    size_t n, cap;
    struct buf text;
    size_t rows;
    const bool *wanted; /* by column: keep its text; NULL keeps all */
    size_t wanted_n;    /* columns from here on are kept */
    bool blank;         /* every cell was empty */
};

void aet_csv_row_init(struct csv_row *r, char delimiter);
void aet_csv_row_free(struct csv_row *r);

/* Parse one record as the cutter found it. FAULT_NONE (r->n 0 for a blank line), or the fault and
 * its offset in *at. The cells of columns that are not wanted have their length but no text. */
enum fault aet_csv_row_parse(struct csv_row *r, struct span record, size_t *at);

/* Where column `column` (from 0) begins in the record, or record.n when it has fewer. libcsv itself
 * is asked, piece by piece, so that place and parse cannot disagree. */
size_t aet_csv_cell_at(struct span record, char delimiter, size_t column);

/* Append `cell`, quoted when it must be, for a file divided by `delimiter`. */
void aet_csv_cell(struct buf *out, struct span cell, char delimiter);

#endif
