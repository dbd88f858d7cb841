/* A document as a tree of elements, whatever format it was written in. It belongs to one worker;
 * what is in it lives until it is read into again. */
#ifndef AET_TREE_ELEMENT_H
#define AET_TREE_ELEMENT_H

#include "record/facts.h"
#include "tree/nest.h"

struct document;

/* A member or cell that no field claims: kept, and written again. */
struct extra {
    struct extra *next;
    struct span name;
    struct span text; /* of an object: the raw value; of cells: the cell */
};

struct element {
    const struct document *document;
    unsigned kind;
    uint32_t index; /* among its siblings of the same kind */
    struct element *parent;
    struct element *next;   /* sibling of the same kind */
    struct element *after;  /* of the same kind, in the whole document */
    struct element **first; /* by slot of the child kinds */
    struct element **last;
    struct value *values;
    struct facts facts;
    struct extra *extras;
    struct span raw; /* in the slice: the object, or the row */
};

/* What is worked out of a nest once. */
struct shape {
    const struct nest *nest;
    unsigned children[NEST_KINDS][NEST_KINDS]; /* kinds, by parent, in order */
    unsigned slots[NEST_KINDS];                /* how many child kinds a kind has */
    unsigned slot[NEST_KINDS];                 /* which of its parent's it is */
};

void aet_shape_make(struct shape *shape, const struct nest *nest);

struct document {
    const struct shape *shape;
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
    struct arena arena;
    json_t *json;
};

/* A new element, and its place under a parent (a kind that its own kind goes with). */
struct element *aet_element_new(struct document *d, unsigned kind);
void aet_element_attach(struct element *e, struct element *parent);

/* Number the siblings and chain the kinds, in the order of the tree. */
void aet_document_link(struct document *d);

static inline const struct schema *aet_element_schema(const struct element *e)
{
    return e->document->shape->nest->kinds[e->kind].schema;
}

/* The first child of a kind, or NULL. */
static inline struct element *aet_child(const struct element *e, unsigned kind)
{
    return e->first[e->document->shape->slot[kind]];
}

/* The path of an element or of its field: `objectifs[2].transformations[0].systeme`. `field` NULL:
 * the element itself; `position` -1: not within a list. */
struct span aet_element_path(const struct element *e, const char *field, long position,
                             struct buf *out);

/* Where in the slice a field of an element stands, or the element itself when `field` is negative
 * or not written; `position` as above. Looks again at the slice. */
struct spot aet_element_at(const struct element *e, int field, long position);

/* The value of field `id`, trimmed; empty when there is none. */
struct span aet_element_id(const struct element *e);

/* What names the document among others: the id of its root, or of its first single part. */
struct span aet_document_key(const struct document *d);

/* Say which element a diagnostic is about, by its schema: of one that is only a part of its parent,
 * that one. */
void aet_element_named(struct diag *x, const struct element *e, struct arena *arena);

/* Report on a field of an element, its path and place known. NULL when it is not kept. */
struct diag *aet_element_diag(struct diags *d, const struct rule *rule, const struct element *e,
                              int field, long position);

#endif
