/* The rows of a sheet as those of a workbook: typed cells under frozen headings. For
 * format/sheet.c, but for a cell by itself. */
#ifndef AET_FORMAT_SHEET_BOOK_H
#define AET_FORMAT_SHEET_BOOK_H

#include "base/text.h"
#include "format/sheet_kind.h"
#include "ledger/ledger.h"

enum { SHEET_BOOK_COLUMNS = LEDGER_COLUMNS };

struct sheet_book;

struct sheet_book *aet_sheet_book_new(enum lang lang, struct text title);
void aet_sheet_book_free(struct sheet_book *b); /* NULL is allowed */

/* Whether a text is short enough for a cell. */
bool aet_sheet_book_fits(struct span text);

/* Its columns, borrowed; `guarded`: what reads it takes an apostrophe from formulas, so that a text
 * which has one itself needs another. */
void aet_sheet_book_columns(struct sheet_book *b, const struct span *names, size_t n, bool guarded);

/* Rows that say how wide columns are; then the headings. */
void aet_sheet_book_measure(struct sheet_book *b, const struct span *cells,
                            const enum sheet_kind *kinds);
void aet_sheet_book_begin(struct sheet_book *b, struct buf *out);

/* A row, on another sheet where this one is full. */
void aet_sheet_book_row(struct sheet_book *b, const struct span *cells,
                        const enum sheet_kind *kinds, struct buf *out);

/* False: it is too large to be a workbook. */
AET_MUST bool aet_sheet_book_end(struct sheet_book *b, struct buf *out);

/* A cell of the row at hand, in a look; `guarded` as above. */
void aet_sheet_book_cell(struct ledger *l, uint32_t column, struct span text, enum sheet_kind kind,
                         bool guarded, enum ledger_look look);

uint64_t aet_sheet_book_sheets(const struct sheet_book *b);

#endif
