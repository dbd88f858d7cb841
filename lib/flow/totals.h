/* How many records were read, and what became of them. */
#ifndef AET_FLOW_TOTALS_H
#define AET_FLOW_TOTALS_H

#include <stdint.h>

#include "voice/voice.h"

/* What becomes of a slice. */
enum outcome {
    PASSED,
    UNDRAWN,  /* it passes, and the verb does not take it */
    REJECTED, /* by its own check, by the judge, or because it cannot be written */
    ASIDE,    /* a line that is no record */
    BLANK     /* a row of empty cells: not even read */
};

/* How much of a record that passes was left out. */
struct left {
    uint64_t elements, values;
};

struct totals {
    uint64_t read; /* the sum of the four that follow */
    uint64_t passed, undrawn, rejected, aside;
    struct left left;
    uint64_t errors, warnings, infos;
};

/* Count one record; and what was left out of one that passes. */
void aet_totals_add(struct totals *t, enum outcome outcome);
void aet_totals_left(struct totals *t, struct left left);

/* The line that sums up a run, unless --quiet: "12 lus, 11 passés, 1 rejeté ; …". `draws`: the verb
 * takes only some. */
void aet_summary(const struct voice *v, const struct totals *t, bool draws);

#endif
