/* What reading documents needs, be they objects or cells: the reader's state, the headings of
 * kinds.
 */
#ifndef AET_TREE_READER_H
#define AET_TREE_READER_H

#include "tree/element.h"

/* Where the columns of a file of cells lead for one kind: an own field, one of a PART_FIELDS child,
 * or nowhere. */
struct cell_place {
    int kind, field;  /* kind -1: no field of this kind */
    bool foreign;     /* though a field of another one */
    unsigned within;  /* the PART_FIELDS child that its name says it belongs to, or 0 */
    struct span name; /* there */
};

/* Reads documents of one nest; belongs to one worker: how values are read, what is known of the
 * columns of the file, and the document that they become. */
struct document_reader {
    struct shape shape;
    struct rename *renames;
    size_t renames_n;
    bool strict; /* a warning leaves out what it is about, as an error does */
    struct headings *headings[NEST_KINDS]; /* made when first needed */
    struct field row_fields[ROW_COLUMNS];
    struct schema row_schema;
    struct headings *row_headings;
    struct schema wide_schema; /* of the columns of a wide sheet, and whether the file is one */
    struct headings *wide_headings;
    bool wide;
    const struct layout *layout;
    struct row *row;             /* NULL where documents are objects */
    int row_column[ROW_COLUMNS]; /* -1: there is none */
    struct cell_place *places[NEST_KINDS];
    struct span *names;     /* of the columns, renamed */
    struct mapping mapping; /* the same, for the heading line of an echo */
    struct apart_sheet sheet;
    struct arena file;
    struct resolver resolver;
    struct matcher ***matchers; /* by kind, then field; not owned */
    struct row *join;           /* the source looks at rows before they are records */
    struct apart_sheet join_sheet;
    int join_column[ROW_COLUMNS];
    const struct layout *join_layout;
    struct buf join_key, join_part; /* and what divides those of one key (struct nest) */
    bool join_wide;
    int join_divides;   /* its column; -1: there is none */
    unsigned join_seen; /* kinds of which a single one was met: root, first PART_ONE */
};

/* The headings of a kind, made when first asked for. */
struct headings *aet_document_headings(struct document_reader *r, unsigned kind);

/* Whether a field of any kind has this heading. */
bool aet_document_knows(struct document_reader *r, struct span heading);

/* How many of these headings are known: for format/source.h. `context` is the reader. */
size_t aet_document_known(void *context, const struct span *headings, size_t n);

/* Where the columns of the file lead for a kind: worked out once for each file; and one heading.
 * Whether a column says what a row is. */
const struct cell_place *aet_document_places(struct document_reader *r, unsigned kind);
struct cell_place aet_document_place(struct document_reader *r, unsigned kind, struct span heading);
bool aet_document_row_column(const struct document_reader *r, size_t column);

/* Which columns say what a row is; -1 where there is none. */
void aet_document_row_columns(struct document_reader *r, const struct layout *l,
                              int column[ROW_COLUMNS]);

/* --- wide sheets (tree/wide.h) --- */

/* Whether a file is laid out so: no column says what a row is, and the names of two kinds of
 * element or more stand in columns. */
bool aet_wide_is(struct document_reader *r, const struct layout *l, const int column[ROW_COLUMNS]);

/* The wide column of a heading, or NULL. */
const struct wide_column *aet_wide_column(struct document_reader *r, struct span heading);

/* Whether it heads what elements of some kind are called. */
bool aet_wide_names(struct document_reader *r, struct span heading);

/* Where a heading leads for a kind of a wide sheet. */
struct cell_place aet_wide_place(struct document_reader *r, unsigned kind, struct span heading);

/* The kind of the parts of an element that a key of an object names, or 0: to the letter, or with
 * variants of writing (only for keys that no field claims). */
unsigned aet_document_part(const struct shape *shape, unsigned parent, struct span key);
unsigned aet_document_part_folded(const struct shape *shape, unsigned parent, struct span key);

/* The kind that the column `element` names, or -1. */
int aet_document_kind(const struct shape *shape, struct span name);

#endif
