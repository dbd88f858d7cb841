/* A record with its names replaced, in the format it came in: what is written in its stead. */
#ifndef AET_RECORD_PSEUDONYMISE_H
#define AET_RECORD_PSEUDONYMISE_H

#include "record/pseudonym.h"
#include "record/record.h"

/* Which fields hold a name, and nothing else. */
struct identities {
    struct pseudonyms *names;
    const size_t *fields; /* of the schema */
    size_t n;
    struct span *others; /* further headings or keys, as somebody named them */
    size_t others_n;
};

/* Learn the names of a parsed record. */
void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *record);

/* Append the record with names replaced: the whole of a field that holds one, and known names in
 * every text. Terms, dates, amounts and durations stay as they are. False when nothing changes
 * (nothing is appended). A record that could not be parsed is given as NULL: its bytes are taken
 * for one text. */
bool aet_pseudonymise(const struct identities *id, struct record_reader *reader,
                      const struct slice *slice, const struct record *record, struct buf *out);

#endif
