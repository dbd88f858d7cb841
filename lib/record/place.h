/* Where a field of a record stands: found by looking again at the slice, when a diagnostic needs
 * it. */
#ifndef AET_RECORD_PLACE_H
#define AET_RECORD_PLACE_H

#include "format/sheet_place.h"
#include "record/record.h"

/* A place in a slice: a byte, and whether it stands in the cell that is meant. */
struct spot {
    size_t at;
    bool cell; /* false: the row as a whole is meant */
};

/* Where the last places of one record were found: a record may be told of thousands of times, each
 * time a little further on, and the next search begins there. Zero-initialised: nowhere yet. */
struct place_walk {
    struct span name, value; /* of the field looked into last; its value, or its cell */
    size_t item, item_at;    /* an item of it, and where that begins in it */
    size_t at;               /* the last spot, and its line and column */
    uint64_t line, column;
    struct sheet_walk sheet;
};

/* The spot of a diagnostic whose place is known, or none. */
static inline struct spot aet_spot_known(const struct diag *x)
{
    return (struct spot){ x->at, x->placed == AT_CELL };
}

/* The spot of what `path` names: `field`, `field[2]`, or a path through nested JSON such as
 * `objectifs[2].transformations[0].systeme`. What is not there gives the nearest thing that holds
 * it; the empty path gives the record. */
struct spot aet_place_at(struct record_reader *r, const struct slice *slice, struct span path,
                         struct place_walk *w);

/* The part of a raw cell where its `index`-th item is written; the cell itself when unsure. */
size_t aet_place_item(struct span cell, size_t index);

/* Line and column of a spot, in a slice of the file or in its heading line, and what a spreadsheet
 * shows of it. */
struct diag_place aet_place_next(const struct layout *l, const struct slice *slice,
                                 struct spot spot, struct place_walk *w);

static inline struct diag_place aet_place_of(const struct layout *l, const struct slice *slice,
                                             struct spot spot)
{
    struct place_walk w = { 0 };

    return aet_place_next(l, slice, spot, &w);
}

/* The place of a column of the heading line; of the line as a whole when `column` is negative, or
 * where the file begins when it has none. */
struct diag_place aet_place_heading(const struct layout *l, long column);

#endif
