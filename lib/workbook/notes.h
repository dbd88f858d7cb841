/* What is known of the sheets of a workbook. */
#ifndef AET_WORKBOOK_NOTES_H
#define AET_WORKBOOK_NOTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

struct book_sheet {
    struct span name;
    bool hidden;
};

/* What is worth a word of one, so far as it was read. */
struct book_notes {
    struct span sheet;
    struct span others;          /* the other sheets, as a list; empty: there are none */
    uint64_t hidden, hidden_row; /* hidden rows with values: how many, the first */
    uint64_t hidden_columns;     /* the same of columns, and where the first such value stands */
    uint64_t hidden_column_row;
    size_t hidden_column; /* from 1 */
    uint64_t formulas;    /* without a value: how many, and where the first stands */
    uint64_t formula_row;
    size_t formula_column; /* from 1 */
};

#endif
