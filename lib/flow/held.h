/* Records on their way: what was read of a few of them at once lives until they are written. */
#ifndef AET_FLOW_HELD_H
#define AET_FLOW_HELD_H

#include "apart/aside.h"
#include "flow/mark.h"
#include "flow/totals.h"
#include "record/emitter.h"
#include "record/facts.h"
#include "tree/element.h"

/* A part of a list of diagnostics, or of a text. */
struct stretch {
    size_t from, n;
};

/* One record, from its slice to its text: each stage fills its own members, none of which can be
 * made anew later. */
struct held {
    const struct slice *slice;
    enum outcome outcome;
    bool known;   /* it could be parsed: there are facts */
    bool sound;   /* its check has nothing against it */
    bool stops;   /* it shows that what was read cannot be trusted */
    size_t cells; /* of a row that stops before the last column; otherwise 0 */
    bool speaks;  /* one of its values is read as what its column asks for, and no mere text */
    struct facts facts;
    struct record record;      /* flat */
    struct document *document; /* of a tree; otherwise NULL */
    struct aside *asides;      /* lines of it that are no record: a row that is none as a whole,
                                  some rows of a document */
    size_t asides_n;
    bool second; /* another table begins within it, which was said */
    bool beyond; /* it stands under the headings of another table, which was said already */
    struct left left;
    uint64_t doubts; /* passages that may name somebody and were left */
    struct mark mark;
    struct stretch found, judged, emitting; /* diagnostics: of the check, the judge, the way out */
    struct stretch totals;                  /* of totals that are none, among its asides */
    struct stretch dates;                   /* that settle their column */
    struct stretch once;                    /* how its values were read */
    enum emitted emitted;
    struct stretch out; /* in the worker's text */
};

/* As many as are held at once by one worker: few enough for the processor's own memory. */
enum { LOT_RECORDS = 64, LOT_BYTES = 1 << 16 };

struct lot {
    struct held held[LOT_RECORDS];
    size_t n;
};

#endif
