/* Rows on their way to a document: each becomes an element (row.c), which is given its place once
 * all are known (attach.c). Private to the reading of cells. */
#ifndef AET_TREE_ROWS_H
#define AET_TREE_ROWS_H

#include "base/hash.h"
#include "base/names.h"
#include "tree/reader.h"

/* A row made an element, its parent not looked up yet. */
struct pending {
    struct pending *next;
    struct element *element, *above; /* the last of the parent's kind above it */
    struct span parent;
    bool unsure; /* a row that cannot be read, between the two, may be its parent */
};

/* A row that is no element. */
struct row_aside {
    struct row_aside *next;
    struct aside *aside;
};

struct rows {
    struct document_reader *r;
    struct document *d;
    struct diags *diags;
    struct element *last[NEST_KINDS]; /* met so far */
    bool unsure[NEST_KINDS]; /* a row that cannot be read came behind it, maybe of its kind */
    struct pending *pending, **end;
    struct row_aside *asides, **asides_end;
    size_t n; /* elements that have a row */
    struct span key;
    const char *key_at;
    bool root_row;
    /* By identifier: 1 + the place in `named` of elements; and of rows that cannot be read, by each
     * of their cells. */
    struct hash ids;
    struct element **named;
    size_t named_n, named_cap;
    struct names met; /* of a wide sheet: elements by kind, holder and name */
    struct element **met_elements;
    size_t met_cap;
};

/* Report on a row, or on a cell of it: about the element. NULL when it is not kept. */
struct diag *aet_rows_fault(struct rows *w, int rule, const struct element *e, int column,
                            const char *const names[2], const struct span values[2]);

/* The text of a column in the row being read; empty when there is none. */
struct span aet_rows_cell(const struct rows *w, int column);

/* The row being read becomes an element; a row that the format cannot read. */
void aet_rows_take(struct rows *w, struct span row);
void aet_rows_take_bad(struct rows *w, struct span row, enum fault fault, size_t at);

/* The cells of the row being read become the values of an element, or its extras. */
void aet_rows_cells(struct rows *w, struct element *e);
void aet_rows_extras(struct rows *w, struct element *e);

/* Parts of these: an element and the last one above that may hold it, the part of an element that
 * has a field of this kind, a cell that no field claims, a row that says not what it is. */
void aet_rows_await(struct rows *w, struct element *e, struct element *above);
struct element *aet_rows_holder(struct rows *w, struct element *e, unsigned kind);
void aet_rows_extra(struct rows *w, struct element *e, size_t column, struct span row);
void aet_rows_unknown(struct rows *w, struct span row);

/* Once all rows were taken: each element under its parent, the document under its key. */
void aet_rows_attach(struct rows *w);

#endif
