/* The text of CSV: the cells of one record, by libcsv in strict mode, and how a cell is written. */
#ifndef AET_FORMAT_CSV_ROW_H
#define AET_FORMAT_CSV_ROW_H

#include "format/row.h"

/* A reader of records divided by `delimiter`, as the cutter finds them. */
struct row *aet_csv_row_new(char delimiter);

/* Where column `column` (from 0) begins in the record, or record.n when it has fewer. */
size_t aet_csv_cell_at(struct span record, char delimiter, size_t column);

/* The column (from 0) of the cell in which byte `at` stands; found the same way. */
size_t aet_csv_column_at(struct span record, char delimiter, size_t at);

/* Append `cell`, quoted when it must be, for a file divided by `delimiter`. */
void aet_csv_cell(struct buf *out, struct span cell, char delimiter);

#endif
