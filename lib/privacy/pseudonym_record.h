/* A record with its names replaced, in the format it came in: what is written in its stead. */
#ifndef AET_PRIVACY_PSEUDONYM_RECORD_H
#define AET_PRIVACY_PSEUDONYM_RECORD_H

#include "privacy/walk.h"
#include "record/record.h"

/* Whether a heading of documents is, in any part of them, that of a name. */
struct nest;
bool aet_is_identity_of(const struct identities *id, const struct nest *nest, struct span heading);

/* Learn the names of a document, what is left out of it too. */
struct document;
void aet_identities_document(const struct identities *id, struct document *d);

/* Learn the names of a parsed record. */
void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *record);

/* Append the record with names replaced: the whole of a field that holds one, every part of a list
 * of them, and known names in every text and in keys that are no fields. False when nothing changes
 * (nothing is appended). */
bool aet_pseudonym_record(const struct identities *id, struct record_reader *reader,
                          const struct record *record, enum hides hides, struct buf *out);

#endif
