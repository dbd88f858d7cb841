/* What a spreadsheet shows of a place in a text: row and column are found by looking again, as the
 * cutter and the reader of rows have them. */
#ifndef AET_FORMAT_SHEET_PLACE_H
#define AET_FORMAT_SHEET_PLACE_H

#include "format/format.h"

/* The row and the cell in which the last place of a record was found, by their bytes: the next one
 * goes on from there. Zero-initialised: nowhere yet. */
struct sheet_walk {
    size_t row_at, row_end; /* end 0: not begun */
    size_t cell_at, cell_end;
    uint64_t row;        /* rows of the record before it */
    size_t column, next; /* of the cell, from 0; of the one that begins at its end */
};

/* Of byte `at` of a record, which is one row or several, or of the heading line. */
struct sheet_place aet_sheet_walk(const struct layout *l, const struct slice *record, size_t at,
                                  struct sheet_walk *w);

static inline struct sheet_place aet_sheet_at(const struct layout *l, const struct slice *record,
                                              size_t at)
{
    struct sheet_walk w = { 0 };

    return aet_sheet_walk(l, record, at, &w);
}

#endif
