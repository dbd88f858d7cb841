/* Rejects as a workbook: the columns of the file as read, wrong cells in colour, what is wrong with
 * them as their comment, so that it is mended there and given back. Private to lib/rejects. */
#ifndef AET_REJECTS_BOOK_H
#define AET_REJECTS_BOOK_H

#include "ledger/ledger.h"
#include "record/emitter.h"

/* A cell of a row on its way. */
struct reject_cell {
    struct span text;
    enum type type;    /* of its field; TYPE_TEXT where it is none */
    bool wrong;        /* an error is about it */
    struct buf remark; /* what is said of it */
};

/* Zero-initialised is none. */
struct reject_book {
    struct ledger *ledger;
    struct buf packed; /* to be written */
    struct emitter emitter;
    enum lang lang;
    struct reject_cell *cells; /* of a row, as many as columns */
    struct span *names;        /* of the columns, of this sheet */
    size_t n, cap;
    struct arena arena;
    uint64_t cut; /* texts that no cell could hold whole */
};

/* `number` and `dates` are how the records are read. */
void aet_reject_book_begin(struct reject_book *b, const struct emitter *like, enum lang lang);

/* Other columns, `n` of them, on a sheet of their own; copied. The same ones: nothing changes. */
void aet_reject_book_columns(struct reject_book *b, const struct span *names, size_t n);

/* The cell of a column of the row to come: empty, right, nothing said of it. */
struct reject_cell *aet_reject_book_cell(struct reject_book *b, size_t column);

/* Write that row, its cells read as those of the layout are. */
void aet_reject_book_row(struct reject_book *b, const struct layout *l);

/* False: it is too large to be a workbook. */
AET_MUST bool aet_reject_book_end(struct reject_book *b);
void aet_reject_book_free(struct reject_book *b);

#endif
