/* The file of rejects as a sheet: the columns of the file as read, then what was said, then what
 * could not be parsed. */
#ifndef AET_REJECTS_CELLS_H
#define AET_REJECTS_CELLS_H

#include "rejects/book.h"
#include "rejects/reject.h"

/* Belongs to one file of rejects; zero-initialised is none. */
struct reject_cells {
    const struct layout *layout; /* whose columns were written last */
    struct span *cells;          /* of one row: as many as columns, and two */
    struct row *row;             /* of documents, whose rows are read again */
    struct buf said;
    const struct reject *reject; /* at hand, for a workbook: whose cells are shown to be wrong */
    const struct shown *shown;
    size_t *at;               /* by column of the file: that of the sheet, or SIZE_MAX */
    struct reject_book *book; /* NULL: text; belongs to the file of rejects */
    struct buf rest;          /* what was left out of an object */
};

/* Append the rows of one record, and the heading line where one is due, to f->text. */
void aet_reject_cells(struct reject_file *f, struct reject_cells *c, const struct format *to,
                      const struct reject *x, const struct shown *shown);
void aet_reject_cells_free(struct reject_cells *c);

#endif
