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

enum { OWN_TABLES = 16 };

struct teller {
    const struct voice *voice;
    struct totals *totals;
    bool silent;  /* count errors, and say nothing */
    bool summing; /* --sommaire: by rule, instead of each */
    bool aloud;   /* whatever the two above say: why the reading stops must be known */
    struct buf text;
    struct tally *tallies;
    size_t tallies_n, tallies_cap;
    const char *own[OWN_TABLES]; /* of terms that are none, in the current file */
    size_t own_n;
};

/* Say or count one diagnostic at its place. */
void aet_teller_diag(struct teller *t, const struct diag *x, const struct diag_place *where);

/* A file ends: what is said once of it. */
void aet_teller_file(struct teller *t, const char *file);

/* Out with what was said so far. */
void aet_teller_flush(struct teller *t);
void aet_teller_free(struct teller *t);

#endif
