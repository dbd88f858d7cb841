/* What a verb writes into a record: a generated field that it adds, or a field of the record in
 * another form, which stays in its place. */
#ifndef AET_RECORD_SET_H
#define AET_RECORD_SET_H

#include "base/buf.h"

enum set_form {
    SET_LIST,
    SET_TEXT,  /* one part */
    SET_NUMBER /* the same, its digits */
};

/* A field and its new parts; no part empties it. */
struct set {
    size_t field;
    const struct span *parts;
    size_t n;
    enum set_form form;
};

/* The set for a field, or NULL. */
const struct set *aet_set_of(const struct set *sets, size_t n, int field);

/* Whether there is anything to add. */
bool aet_set_any(const struct set *sets, size_t n);

/* What is set as a cell, in `scratch` (of a list: its parts in one; of a number: its digits); as
 * JSON, appended to `out`. */
struct span aet_set_cell(struct buf *scratch, const struct set *s);
void aet_set_json(const struct set *s, struct buf *out);

#endif
