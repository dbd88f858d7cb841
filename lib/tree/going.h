/* Where in its text a document holds what was left out of it. */
#ifndef AET_TREE_GOING_H
#define AET_TREE_GOING_H

#include "tree/element.h"

/* One place. Of an object: a value, that of a member or an item of an array; of cells: a row, or a
 * cell of it. */
struct gone {
    const char *at;          /* where the value or the row begins */
    size_t column;           /* of a cell; otherwise GONE_ALL */
    bool whole;              /* it goes; otherwise `text` stands there */
    struct span text;        /* of a row some of whose cells go: empty */
    const struct element *e; /* of a row: what it is, or NULL */
};

#define GONE_ALL ((size_t)-1)

/* All of them, in the order of the text. */
struct going {
    struct gone *list; /* owned */
    size_t n, cap;
    struct arena arena; /* texts */
};

void aet_going_make(struct going *g, const struct document *d);
void aet_going_free(struct going *g);

/* What is to be done with the value or row that begins here, with a cell of a row (NULL: nothing);
 * whether anything goes within a stretch of text. */
const struct gone *aet_going_at(const struct going *g, const char *at);
const struct gone *aet_going_cell(const struct going *g, const char *row, size_t column);
bool aet_going_within(const struct going *g, struct span text);

#endif
