/* A document as a tree of elements, whatever format it was written in. It belongs to one worker;
 * what is in it lives until it is read into again. */
#ifndef AET_TREE_ELEMENT_H
#define AET_TREE_ELEMENT_H

#include "record/facts.h"
#include "tree/nest.h"

struct document;
struct document_reader;

/* Columns of rows that are no values. */
enum row_column { ROW_ELEMENT, ROW_PARENT, ROW_KEY, ROW_COLUMNS };

/* A member or cell that no field claims: kept, and written again. */
struct extra {
    struct extra *next;
    struct span name;
    struct span text; /* of an object: the raw value; of cells: the cell */
    size_t column;    /* of cells, and the row that it stands in */
    struct span row;
};

/* One part of it: its place among its relatives (parent, siblings, kind, children by slot), its
 * values and facts, and what was left out of it. */
struct element {
    struct document *document;
    unsigned kind;
    uint32_t index; /* among its siblings of the same kind, as written */
    bool askew;     /* its row has not the length of the others: what it lacks may be there */
    bool leaves;    /* found out of place or wrong, and to be left out: see leave.h */
    bool left_out;  /* it was, or what holds it was */
    struct element *parent;
    struct element *next;   /* sibling of the same kind */
    struct element *after;  /* of the same kind, in the whole document */
    struct element **first; /* by slot of the child kinds */
    struct element **last;
    struct element *lost; /* children that were left out, of all kinds, chained by `next` */
    struct element **lost_end;
    uint64_t unsure;      /* kinds, a bit each: rows that cannot be read may be children of these */
    struct loss **losses; /* values that were left out, in order: see losses.h */
    size_t losses_n;
    uint32_t cut; /* fields, a bit each: references in a row, whose parts stand in the facts */
    struct element *also; /* another row of what is there once */
    struct element *into; /* of such a row: the element that it became part of, field by field */
    struct value *values;
    struct facts facts;
    struct extra *extras;
    struct span raw; /* in the slice: the object, or the row */
};

/* What of a document a diagnostic is about: struct diag.part of one that aet_element_diag made. */
struct about {
    const struct element *e;
    int field;                 /* -1: the element itself */
    long position;             /* of a part of a list, or -1 */
    struct span part;          /* one of several that are written there; otherwise empty */
    const struct extra *extra; /* a member or cell that no field claims, or NULL */
    bool alone;                /* the element stands without it */
    bool heeded;               /* what is to be left out was */
};

/* A value that is left out of an element that stands. */
struct loss {
    struct loss *next; /* of the document */
    struct about of;
    struct span was; /* what the field of a cell, or the part of a list, said */
    bool settled;    /* it is out of the values and facts */
};

/* What is worked out of a nest once. */
struct shape {
    const struct nest *nest;
    unsigned children[NEST_KINDS][NEST_KINDS]; /* kinds, by parent, in order */
    unsigned slots[NEST_KINDS];                /* how many child kinds a kind has */
    unsigned slot[NEST_KINDS];                 /* which of its parent's it is */
};

void aet_shape_make(struct shape *shape, const struct nest *nest);

/* A document: where it comes from (slice, layout, headings), its tree and the chains through it,
 * and what is set aside or left out of it, which each have a list of their own. */
struct document {
    const struct shape *shape;
    struct document_reader *reader; /* that read it */
    const struct slice *slice;
    const struct layout *layout;
    struct headings **headings; /* by kind; NULL where none was met yet */
    struct element *root;
    struct element *first[NEST_KINDS]; /* of each kind, chained by `after` */
    struct element *last[NEST_KINDS];
    struct element **rows; /* of cells: those that have a row, in its order */
    size_t rows_n;
    struct aside *asides; /* rows that are no element */
    size_t asides_n;
    bool second;               /* another table begins in it */
    const struct lists *lists; /* what --listes said; NULL: nothing */
    struct element *strays;    /* left out before they had a place; chained by `next` */
    struct element **strays_end;
    struct loss *losses;
    uint64_t elements_out, values_out; /* how much is left out: see leave.h */
    const int *row_column;             /* of cells: see enum row_column */
    size_t said_from;                  /* of the diagnostics: the first that is of this document */
    enum gravity least;                /* what leaves out a part */
    bool whole;                        /* it stands or falls as one: a wide sheet */
    bool falls;                        /* it does not stand without what is to be left out */
    struct matcher ***labels; /* by kind, then field: terms are written by their label; or NULL */
    struct arena arena;
};

/* A new element, and its place under a parent (a kind that its own kind goes with). */
struct element *aet_element_new(struct document *d, unsigned kind);
void aet_element_attach(struct element *e, struct element *parent);

/* Number the siblings and chain the kinds, in the order of the tree; or chain alone. */
void aet_document_link(struct document *d);
void aet_document_chain(struct document *d);

static inline const struct schema *aet_element_schema(const struct element *e)
{
    return e->document->shape->nest->kinds[e->kind].schema;
}

/* The first child of a kind, or NULL. */
static inline struct element *aet_child(const struct element *e, unsigned kind)
{
    return e->first[e->document->shape->slot[kind]];
}

/* Whether a column says what a row is and where it belongs, rather than a value of it. */
bool aet_document_says_where(const struct document *d, size_t column);

/* The path of an element or of its field: `objectifs[2].transformations[0].systeme`. `field` NULL:
 * the element itself; `position` -1: not within a list. */
struct span aet_element_path(const struct element *e, const char *field, long position,
                             struct buf *out);

/* Where in the slice a field of an element stands, or the element itself when `field` is negative
 * or not written; `position` as above. Looks again at the slice. */
struct spot aet_element_at(const struct element *e, int field, long position);

/* The element in whose row a field of this one stands, or all of them (-1): its own, that of its
 * parent, or one that was merged into it. */
const struct element *aet_element_row(const struct element *e, int field);

/* The value of field `id`, trimmed; empty when there is none. */
struct span aet_element_id(const struct element *e);

/* What names the document among others: the id of its root, or of its first single part. */
struct span aet_document_key(const struct document *d);

/* Say which element a diagnostic is about, by its schema: of one that is only a part of its parent,
 * that one. */
void aet_element_named(struct diag *x, const struct element *e, struct arena *arena);

/* Report on a field of an element, its path, its place and what it is about known. NULL when it is
 * not kept. */
struct diag *aet_element_diag(struct diags *d, const struct rule *rule, const struct element *e,
                              int field, long position);

/* What to say that a diagnostic is about; it lives as long as the document. */
struct about *aet_about(const struct element *e, int field, long position);

#endif
