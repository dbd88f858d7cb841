/* A report as a workbook: what its files share; private to lib/report/xlsx, but for
 * the crosses. */
#ifndef AET_REPORT_XLSX_BOOK_H
#define AET_REPORT_XLSX_BOOK_H

#include "ledger/ledger.h"
#include "report/report.h"

/* A table of its own beside that of the section, of what its picture shows: a section with two keys
 * with a row for each of the first and a column for each of the second, shares of the greatest of
 * a row, days from a start. */
struct cross {
    size_t rows, columns; /* 0: there is none */
    struct span *row_names, *column_names;
    const struct cell **cells; /* NULL: never met */
    enum cell_type *types;     /* by column */
    struct text caption;       /* above it; NULL: it says itself */
    const char **colours;      /* by column; NULL: the picture's own */
    bool before;               /* the picture stands before it, and not behind */
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

/* Also for docx_cross.c. What the view of a section needs beside it; none where it would be too
 * long or too wide, or nearly empty. Of one that the language says in words, `lang`. */
void aet_book_cross_make(struct cross *c, const struct section *s, enum lang lang);
void aet_book_cross_free(struct cross *c);

/* Widths of the columns of a sheet, in characters, `n` with the cross; of a section whose columns
 * keep their names. The caller frees. */
double *aet_book_widths(const struct book_sheet_of *b, const int *decimals, size_t n);
double *aet_book_bare_widths(const struct section *s, enum lang lang);

/* Heights, in points: of so many lines; of a record, 0 where it is of one; of the headings. */
double aet_book_height(size_t lines);
double aet_book_row_height(const struct book_sheet_of *b, size_t row);
double aet_book_heading_height(const struct book_sheet_of *b);

/* Columns that a picture of the cross covers; rows of bars that one shows at most. */
enum { AET_BOOK_WIDE = 12, AET_BOOK_BARS = 60 };

/* The charts and colours that its view asks for. */
void aet_book_pictures(const struct book_sheet_of *b);

#endif
