/* One raw record, and how the file that it stands in is laid out. */
#ifndef AET_FORMAT_LAYOUT_H
#define AET_FORMAT_LAYOUT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/number.h"
#include "workbook/notes.h"

struct format;

/* A cell that is read as the one above it (record/fill.h). */
struct filled {
    size_t column;
    struct span text;           /* in place of what is written */
    bool none;                  /* nothing stands above it */
    const struct text *caption; /* of the column */
    struct span path;           /* the field; empty: none */
};

/* One raw record: its bytes, the line and column (in characters) of the first, its number; the row
 * of a table as a spreadsheet counts it, or 0 where there is no table or the row is not known. */
struct slice {
    struct span raw;
    uint64_t line, column, number, row;
    bool below_blank;            /* a blank line stands above it */
    const struct filled *filled; /* of a row of cells; they live as long as its text */
    size_t filled_n;
};

/* What a spreadsheet shows of a place. A row of 0: nothing. */
struct sheet_place {
    uint64_t row;
    size_t column;       /* from 1; 0: the row as a whole */
    struct span heading; /* as it is written; empty: none */
    struct span sheet;   /* of a workbook; empty: there is none */
};

/* A row above the headings that is no record; kept by the source. */
struct title {
    struct slice row;
    struct span words; /* of its first cell that is not empty */
};

/* How one input file is laid out; lives as long as the source. */
struct layout {
    const char *name; /* as on the command line, "-" for standard input */
    const struct format *format;
    bool array;            /* the records are the elements of one list */
    char delimiter;        /* of cells that text divides, otherwise 0 */
    bool converted;        /* its text was not UTF-8: see aet_decode_bad_byte */
    bool crlf;             /* rows end with CR LF */
    bool french;           /* as a spreadsheet in French writes: the comma is decimal */
    bool guarded;          /* what a spreadsheet would run as a formula has a ' before it: in what a
                              spreadsheet in French writes, and in a file of rejects */
    struct slice header;   /* the heading line, or both, raw; kept by the source */
    struct span *headings; /* its cells */
    size_t columns;        /* up to the last heading that is not empty; 0 without headings */
    struct title *titles;  /* rows above the headings, in order */
    size_t titles_n;
    struct book_notes *book; /* of the sheet, where the file is a workbook; NULL: it is none */
    bool joined;             /* two heading lines were read as one */
    size_t index;
    uint64_t records; /* how many slices were cut so far */
    char sha256[65];  /* at the end of the file, when asked for */
};

/* Whether records of both can stand in one output: same format, and the same headings. */
bool aet_layout_same(const struct layout *a, const struct layout *b);

/* The decimal form that holds for numbers written in a file (aet(7), NUMBERS AND DATES). */
struct number_form aet_number_form(struct number_form said, const struct layout *layout);

/* The delimiter of another file that stands in the only cell of a row; 0: none. */
char aet_other_delimiter(const struct layout *l, struct span cell);

/* Whether a spreadsheet would run the text as a formula: it begins with = + - @, a tab or a
 * CR, and is no number. */
bool aet_is_formula(struct span text);

/* Whether an apostrophe stands before what begins so, or before such an apostrophe. */
bool aet_is_guarded(struct span cell);

/* Whether headings are those of a file of rejects, whose cells are guarded. */
bool aet_is_rejects(const struct span *headings, size_t n);

/* The text of a cell, without the apostrophe that guards it. */
struct span aet_cell_bare(const struct layout *l, struct span cell);

/* The cell that is read back as `text`: itself, or made in `scratch`; one that was read stays as it
 * is, whatever a spreadsheet would make of it. */
struct span aet_cell_guarded(const struct layout *l, struct span text, struct buf *scratch);

/* The letters of a column, from 1: A, …, Z, AA. */
void aet_column_letters(size_t column, struct buf *out);

/* Move a place over `text`: LF, CR LF and a lone CR end a line; columns count characters from 1,
 * without a byte order mark that the line begins with. */
void aet_place_advance(struct span text, uint64_t *line, uint64_t *column);

#endif
