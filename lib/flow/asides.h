/* Lines that are no record, in the file that is being read. */
#ifndef AET_FLOW_ASIDES_H
#define AET_FLOW_ASIDES_H

#include "voice/diag.h"

enum { ASIDE_KINDS = 4 }; /* rules of them */

/* Those of one kind. */
struct aside_tally {
    int rule;
    uint64_t n;
    struct diag_place first;
    struct span text; /* of the first */
};

struct asides {
    struct aside_tally kinds[ASIDE_KINDS]; /* in the order in which they were met */
    struct arena file, line;               /* texts that live as long as these */
    struct diags said;                     /* of one line */
};

#endif
