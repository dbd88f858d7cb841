/* The text that a sheet is read as: rows of cells divided by commas, as the best CSV of it would
 * be. A row stands where it stands in the sheet and a cell in its column: what the workbook leaves
 * out is empty here. An area of merged cells is one value: each of its rows has it, in its first
 * column. */
#ifndef AET_WORKBOOK_CELLS_H
#define AET_WORKBOOK_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "io/fault.h"

/* As many as any spreadsheet program has; bytes that may be made before they are read. */
enum { SHEET_COLUMNS = 16384, SHEET_ROWS = 1 << 24, CELLS_AHEAD = 1 << 28 };

/* What the rows below take from an area of merged cells. */
struct carry {
    size_t column;
    uint64_t first, last; /* rows */
    struct buf value;
};

struct cells {
    struct buf text;       /* what is made */
    uint64_t row;          /* that is being made, from 1; 0: none yet */
    size_t column;         /* how many of its cells are made */
    bool own;              /* it holds a value that is not carried */
    struct carry *carries; /* by column, one for each at most */
    size_t n, cap;
    size_t next; /* the carry that comes next in this row */
};

/* Begin a row below the one before. All of these: FAULT_BOOK_DAMAGED for what stands in no order,
 * FAULT_BOOK_SIZE for what is too far, or too much. */
enum fault aet_cells_row(struct cells *c, uint64_t row);

/* A cell of that row, to the right of the one before. An empty one may be left out. */
enum fault aet_cells_put(struct cells *c, size_t column, struct span text);

/* The same of an area that goes down to row `last`. */
enum fault aet_cells_put_merged(struct cells *c, size_t column, struct span text, uint64_t last);

/* The row is complete. */
void aet_cells_row_end(struct cells *c);

void aet_cells_free(struct cells *c);

#endif
