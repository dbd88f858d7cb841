/* A report as a workbook: what its files share; private to lib/report/render_xlsx.c and book*.c. */
#ifndef AET_REPORT_BOOK_H
#define AET_REPORT_BOOK_H

#include "ledger/ledger.h"
#include "report/report.h"

/* A section with two keys as a table of its own: a row for each of the first, a column for each of
 * the second, what was measured where they meet. */
struct cross {
    size_t rows, columns; /* 0: there is none */
    struct span *row_names, *column_names;
    const struct cell **cells; /* NULL: never met */
    enum cell_type type;
    struct arena arena;
};

/* A section on its way. Sheet columns are those that people see; then a gap, then the cross. */
struct book_sheet_of {
    struct ledger *ledger;
    const struct section *section;
    enum lang lang;
    size_t columns;   /* of the table */
    const size_t *of; /* by sheet column: the section's */
    const double *widths;
    uint32_t head, last; /* rows: of the headings, of the last record */
    struct cross cross;
    uint32_t cross_at; /* its first column */
    int cross_decimals;
};

/* Also for docx_leaf.c. Of a heat-map or curves, whose rows are not side by side; none where it
 * would be too wide, or nearly empty. */
void aet_book_cross_make(struct cross *c, const struct section *s, enum lang lang);
void aet_book_cross_free(struct cross *c);

/* The charts and colours that its view asks for. */
void aet_book_pictures(const struct book_sheet_of *b);

#endif
