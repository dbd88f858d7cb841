/* What is said once a file and field, with how often and the first place: how values were read.
 * Private to lib/flow. */
#ifndef AET_FLOW_ONCE_H
#define AET_FLOW_ONCE_H

#include "voice/diag.h"

/* Zero-initialised is none. Few: one for each rule and field that speaks so. */
struct onces {
    struct once *p;
    size_t n, cap;
    struct arena arena;
};

struct once {
    struct diag first; /* its texts belong to the arena */
    struct diag_place where;
    uint64_t count;
};

/* The one of the same rule and field, counted once more; NULL when it is new. */
struct once *aet_onces_count(struct onces *o, const struct diag *x);

/* A new one: copied, but for the name of the file. */
void aet_onces_add(struct onces *o, const struct diag *x, const struct diag_place *where);

/* The file ends: they are forgotten. */
void aet_onces_reset(struct onces *o);
void aet_onces_free(struct onces *o);

#endif
