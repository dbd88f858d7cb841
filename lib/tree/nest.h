/* What the trees of documents are made of: the kinds of their elements. */
#ifndef AET_TREE_NEST_H
#define AET_TREE_NEST_H

#include "headings/schema.h"

/* A document is a record whose parts are records: a tree of elements, each of one kind. The kinds
 * stand in one array, the document itself first and every parent before its children. */
enum part {
    PART_ROOT,
    PART_FIELDS, /* one object of fields that have no life of their own: in CSV, cells of its parent
                  */
    PART_ONE,    /* one element */
    PART_MANY    /* an array of elements */
};

struct kind {
    const struct schema *schema; /* in CSV its name stands in column `element` */
    int parent;                  /* its index in the nest */
    const char *key;             /* the member of the parent that holds it */
    enum part part;
};

/* A list field whose parts name other elements of the document, by their identifier or their label.
 */
struct reference {
    unsigned from; /* the kind that refers */
    int field;     /* of it */
    unsigned to[2];
    size_t to_n;
    int label; /* the field that is the label of what it refers to; -1: only by identifier */
};

/* A column of a wide sheet (tree/wide.h): the field of a kind that it holds, which may be cited by
 * a list of another kind's too (0: by none), and what it is headed by. The first of a kind holds
 * what its elements are called. */
struct wide_column {
    unsigned kind;
    int field;
    unsigned cited_by;
    int cited_in;
    struct text title;
    const char *headings; /* others, separated by | */
};

struct nest {
    const struct kind *kinds;
    size_t n;
    const char *key;          /* the CSV column that says which document a row belongs to */
    const char *key_headings; /* other headings for it, separated by | */
    const struct reference *refs;
    size_t refs_n;
    const struct wide_column *wide; /* NULL: there are no such sheets of it */
    size_t wide_n;
    /* The field whose column tells documents of one key apart: a value that is not that of the rows
     * above, on a row that names its document, begins another one. Kind 0: there is none. */
    unsigned divides_kind;
    int divides_field;
};

enum { NEST_KINDS = 40, NEST_FIELDS = 32 }; /* at most: kinds of a nest, fields of a kind in one */

#endif
