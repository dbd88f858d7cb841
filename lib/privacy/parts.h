/* The names that one cell holds. */
#ifndef AET_PRIVACY_PARTS_H
#define AET_PRIVACY_PARTS_H

#include <stdbool.h>

#include "base/buf.h"

/* A walk over a cell. */
struct name_parts {
    struct span rest;
    bool commas;  /* they divide */
    bool capital; /* there is one in the whole */
    bool soft;    /* what stood before the part may also stand in a name */
};

struct name_part {
    struct span gap, text; /* what stands before it; the part, trimmed */
    bool word;             /* a single word that need not be a name by itself */
};

struct name_parts aet_name_parts(struct span cell, bool element);
bool aet_name_parts_next(struct name_parts *x,
                         struct name_part *part); /* x->rest is then the tail */

/* Whether there is anything that divides. */
bool aet_name_has_parts(struct span cell);

#endif
