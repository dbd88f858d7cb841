/* A table, as CSV or as a workbook, written from records whose keys are not known beforehand. The
 * heading line is made of the columns declared at first and of those met in the first thousand
 * records; from then on rows stream through. */
#ifndef AET_FORMAT_SHEET_H
#define AET_FORMAT_SHEET_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/text.h"
#include "format/sheet_kind.h"

struct sheet_form {
    char delimiter;
    bool excel;   /* byte order mark, CR LF, guarded formulas: aet(7), --excel */
    bool guarded; /* formulas are guarded whatever the rest is: for people */
    bool book;    /* a workbook; nothing of the above matters */
    enum lang lang;
    struct text title; /* of a workbook: what its sheet is called */
};

/* A cell that cannot stand in the sheet; its name is empty: there is none. */
struct sheet_misfit {
    struct span name;
    enum {
        SHEET_LATE,  /* it has no column any more */
        SHEET_LARGE, /* its text is longer than a cell of a workbook may be */
        SHEET_WIDE   /* a workbook has no more columns */
    } why;
};

struct sheet;

struct sheet *aet_sheet_new(struct sheet_form form);
void aet_sheet_free(struct sheet *s);

/* Declare a column; one that is there already is left where it is. */
void aet_sheet_column(struct sheet *s, struct span name);

/* The same for a field that the tool writes: where the sheet is for people (a workbook, --excel) it
 * is called by its caption; see sheet_headings.h. */
void aet_sheet_field(struct sheet *s, struct span name, struct text caption);

/* As aet_sheet_column for one that is left out when the sheet ends, before its columns are settled,
 * without a value under it. */
void aet_sheet_maybe(struct sheet *s, struct span name);

/* Rows in a run: begin one (its cells follow), and end it; see aet_sheet_rows. */
size_t aet_sheet_frame(struct buf *rows);
void aet_sheet_framed(struct buf *rows, size_t frame);
struct span aet_sheet_next(struct span *rows);

/* Append one cell of a row being made to `row`. A row is a run of such cells, made anywhere; see
 * aet_sheet_row. */
void aet_sheet_cell(struct buf *row, struct span name, struct span text, enum sheet_kind kind);

/* Add a row. What can be written is appended to `out`. With a misfit the row is not added. */
struct sheet_misfit aet_sheet_row(struct sheet *s, struct span row, struct buf *out);

/* Add a run of rows, all or none; otherwise as above. */
struct sheet_misfit aet_sheet_rows(struct sheet *s, struct span rows, struct buf *out);

/* No more rows: append what was held back, the heading line at least when a column was declared.
 * False: a workbook became too large to be one. */
AET_MUST bool aet_sheet_end(struct sheet *s, struct buf *out);

/* How many sheets of a workbook its rows have taken. */
uint64_t aet_sheet_sheets(const struct sheet *s);

/* Append the digits of a number as a cell that is read back as that number. */
void aet_sheet_number(struct buf *out, struct span digits, char delimiter);

/* Append one cell as a spreadsheet may safely open it. */
void aet_sheet_guarded(struct buf *out, struct span text, bool number, struct sheet_form form);

/* Whether a spreadsheet that opens CSV makes a day of the text: two or three numbers of at most
 * four digits with dashes, slashes or points between (3-4 is 4 March). */
bool aet_sheet_dates(struct span text);

#endif
