/* What a kind of workbook fills in: inside of this folder only. */
#ifndef AET_WORKBOOK_BOOK_H
#define AET_WORKBOOK_BOOK_H

#include "base/arena.h"
#include "workbook/cells.h"
#include "workbook/notes.h"
#include "workbook/part.h"

enum { CELLS_REST = 1 << 20 }; /* bytes of text that are made at once */

/* The sheet that is being read. */
struct sheet_reader {
    struct part *part;
    struct cells cells;
    struct book_notes notes;
    bool *hides; /* by column: it is hidden, and no value of it was met; NULL: none is */
};

struct book {
    struct archive *archive;
    struct arena arena;
    struct book_sheet *sheets;
    size_t n, cap;
    void *of_kind; /* what the kind keeps of the book, in the arena or freed by `close` */
};

/* A kind of workbook. */
struct book_kind {
    const char *member; /* that an archive of this kind has */
    enum fault (*open)(struct book *b);
    enum fault (*begin)(struct book *b, size_t sheet, struct sheet_reader *r);
    /* Make more of the text of what was parsed already; false: nothing of it was left. NULL:
     * nothing ever is. */
    bool (*go_on)(struct book *b, enum fault *fault);
    void (*end)(struct book *b); /* of the reading of a sheet; may be called twice */
    void (*close)(struct book *b);
};

extern const struct book_kind aet_book_xlsx, aet_book_ods;

void aet_book_add(struct book *b, struct span name, bool hidden);

/* From a handler: what aet_cells_… answers. */
static inline void aet_book_check(struct sheet_reader *r, enum fault fault)
{
    if (fault)
        aet_part_refuse(r->part, fault);
}

/* A row is complete; rest where enough is made. */
void aet_book_row_end(struct sheet_reader *r, bool hidden);

/* So many columns from one on, counted from 0, are hidden: before any value of theirs. */
void aet_book_hide_columns(struct sheet_reader *r, size_t first, size_t n);

/* A value stands in a column of the row that is open: if that is hidden, it is noted. */
void aet_book_note_column(struct sheet_reader *r, size_t column);

static inline void aet_book_value(struct sheet_reader *r, size_t column)
{
    if (r->hides && column < SHEET_COLUMNS && r->hides[column])
        aet_book_note_column(r, column);
}

/* A formula without a value stands in a row, from 1, and a column, from 0. */
void aet_book_formula(struct sheet_reader *r, uint64_t row, size_t column);

#endif
