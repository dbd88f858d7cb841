/* What is said of records: printed in the order of the input, or counted for --sommaire. */
#ifndef AET_FLOW_TELLER_H
#define AET_FLOW_TELLER_H

#include "flow/totals.h"
#include "voice/flood.h"

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
    struct flood flood; /* of the current file */
    struct tally *tallies;
    size_t tallies_n, tallies_cap;
    const char *own[OWN_TABLES]; /* of terms that are none, in the current file */
    size_t own_n;
};

/* Count one diagnostic. Whether it is to be told: then its place is needed. */
bool aet_teller_counts(struct teller *t, const struct diag *x);

/* Tell what was just counted, at its place. */
void aet_teller_tell(struct teller *t, const struct diag *x, const struct diag_place *where);

/* Both, where the place is at hand. */
static inline void aet_teller_diag(struct teller *t, const struct diag *x,
                                   const struct diag_place *where)
{
    if (aet_teller_counts(t, x))
        aet_teller_tell(t, x, where);
}

/* A file ends, or (NULL) what was said of the run as a whole: out with what is said once of it. */
void aet_teller_file(struct teller *t, const char *file);

/* Out with what was said so far. */
void aet_teller_flush(struct teller *t);
void aet_teller_free(struct teller *t);

#endif
