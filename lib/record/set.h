/* What a verb adds to a record: a generated field and its parts. */
#ifndef AET_RECORD_SET_H
#define AET_RECORD_SET_H

#include "base/buf.h"

/* A generated field and its new parts; no part empties it. */
struct set {
    size_t field;
    const struct span *parts;
    size_t n;
};

/* The set for a field, or NULL. */
const struct set *aet_set_of(const struct set *sets, size_t n, int field);

/* Whether there is anything to add. */
bool aet_set_any(const struct set *sets, size_t n);

/* The parts of a set as one list cell, in `scratch`; as a JSON array, appended to `out`. */
struct span aet_set_cell(struct buf *scratch, const struct set *s);
void aet_set_json(const struct set *s, struct buf *out);

#endif
