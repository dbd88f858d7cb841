/* The parts of a list, however it was written: a JSON array, or a cell with | or line breaks
 * between
 * (`\|` and `\\` are the characters themselves). */
#ifndef AET_RECORD_ITEMS_H
#define AET_RECORD_ITEMS_H

#include "base/must.h"
#include "base/arena.h"
#include "record/record.h"

struct items {
    const struct value *value;
    struct arena *arena; /* for the rare part that holds an escape */
    struct span rest;
    size_t index;
    size_t position;        /* of the part that was given last, as places count them */
    bool wrong;             /* a part that is neither text nor number was met */
    const char *separators; /* beside | and line breaks: record/lists.h; NULL at first */
    struct span whole;      /* what these cut and the part is the first of; otherwise empty */
    struct span pieces;     /* what is still to be cut by them */
};

struct items aet_items(const struct value *v, struct arena *arena);

/* The next part that is not empty, trimmed; false at the end. */
bool aet_items_next(struct items *it, struct span *part);

/* Append a part so that it reads back as one part of a list cell. False (nothing appended) when it
 * holds a line end, which a list cell cannot keep. */
AET_MUST bool aet_items_write(struct buf *out, struct span part);

/* Append a part of ours to a list cell, which `cell` holds and nothing else: a blank stands for a
 * line end, and nothing is lost. */
void aet_items_put(struct buf *cell, struct span part);

#endif
