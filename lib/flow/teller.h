/* What is said of records: printed in the order of the input, or counted for --sommaire. */
#ifndef AET_FLOW_TELLER_H
#define AET_FLOW_TELLER_H

#include "flow/totals.h"
#include "voice/diag.h"

/* How often a rule spoke, and where first. */
enum { FIRST_PLACES = 3 };

struct tally {
    const struct rule *rule;
    uint64_t count;
    struct diag_place first[FIRST_PLACES];
};

struct teller {
    const struct voice *voice;
    struct totals *totals;
    bool silent;  /* count errors, and say nothing */
    bool summing; /* --sommaire: by rule, instead of each */
    bool aloud;   /* whatever the two above say: why the reading stops must be known */
    struct buf text;
    struct tally *tallies;
    size_t tallies_n, tallies_cap;
};

/* Say or count one diagnostic at its place. */
void aet_teller_diag(struct teller *t, const struct diag *x, const struct diag_place *where);

/* Out with what was said so far. */
void aet_teller_flush(struct teller *t);
void aet_teller_free(struct teller *t);

#endif
