/* A record with its names replaced, in the format it came in: what is written in its stead. */
#ifndef AET_PRIVACY_PSEUDONYM_RECORD_H
#define AET_PRIVACY_PSEUDONYM_RECORD_H

#include "privacy/pseudonym.h"
#include "record/record.h"

/* A further heading or key that holds names, as somebody named it. */
struct named_column {
    struct span name;
    bool met; /* in the input */
};

/* Which fields hold a name, and nothing else. */
struct identities {
    struct pseudonyms *names;
    const size_t *fields; /* of the schema */
    size_t n;
    struct named_column *others;
    size_t others_n, others_cap;
};

/* Whether a heading or key holds names: by its field (NO_FIELD: none), as it is written, or by what
 * --map calls it. Further columns that it answers to are met. */
bool aet_is_identity(const struct identities *id, const struct schema *schema, int field,
                     struct span heading, struct span name);

/* Learn the names of a parsed record. */
void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *record);

/* What a line of the input is to those who hide names in it. */
enum hides {
    HIDES_RECORD,
    HIDES_REJECTED, /* terms, dates, amounts and durations may be anything too */
    HIDES_LINE      /* headings, a total: no cell is a name, all may hold one */
};

/* Append the record with names replaced: the whole of a field that holds one, every part of a list
 * of them, and known names in every text and in keys that are no fields. False when nothing changes
 * (nothing is appended). */
bool aet_pseudonym_record(const struct identities *id, struct record_reader *reader,
                          const struct record *record, enum hides hides, struct buf *out);

#endif
