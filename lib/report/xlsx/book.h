/* A report as a workbook: what its files share; private to lib/report/xlsx. */
#ifndef AET_REPORT_XLSX_BOOK_H
#define AET_REPORT_XLSX_BOOK_H

#include "ledger/ledger.h"
#include "report/chart/cross.h"
#include "report/report.h"

/* A section on its way. Sheet columns are those that people see; then a gap, then the cross. */
struct book_sheet_of {
    struct ledger *ledger;
    const struct section *section;
    enum lang lang;
    size_t columns;   /* of the table */
    const size_t *of; /* by sheet column: the section's */
    const double *widths;
    bool opens;          /* the title of the report stands above its own */
    uint32_t head, last; /* rows: of the headings, of the last record */
    struct cross cross;
    uint32_t cross_at; /* its first column */
    int cross_decimals;
};

/* Widths of the columns of a sheet, in characters, `n` with the cross; of a section whose columns
 * keep their names. The caller frees. */
double *aet_book_widths(const struct book_sheet_of *b, const int *decimals, size_t n);
double *aet_book_bare_widths(const struct section *s, enum lang lang);

/* Heights, in points: of so many lines; of a record, 0 where it is of one; of the headings. */
double aet_book_height(size_t lines);
double aet_book_row_height(const struct book_sheet_of *b, size_t row);
double aet_book_heading_height(const struct book_sheet_of *b);

/* Columns that a picture of the cross covers. */
enum { AET_BOOK_WIDE = 12 };

/* The charts and colours that its view asks for. */
void aet_book_pictures(const struct book_sheet_of *b);

#endif
