/* Pseudonyms: names of people and places replaced by keyed hashes (BLAKE2b, libsodium), the same
 * from one run to the next. A file, readable by its owner alone, holds the key and the
 * correspondence: without it no pseudonym can be turned back, nor guessed by hashing likely names.
 */
#ifndef AET_RECORD_PSEUDONYM_H
#define AET_RECORD_PSEUDONYM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct pseudonyms;

enum pseudonym_fault {
    PSEUDONYM_OK,
    PSEUDONYM_SYSTEM, /* errno says why */
    PSEUDONYM_OPEN,   /* others may read the file */
    PSEUDONYM_FORM    /* not a file of pseudonyms */
};

/* Read the file, or begin a new key when there is none (nothing is written before
 * aet_pseudonyms_save). NULL with *fault. */
struct pseudonyms *aet_pseudonyms_open(const char *path, enum pseudonym_fault *fault);

/* Write what is new, all or nothing, mode 0600. False with errno. */
bool aet_pseudonyms_save(struct pseudonyms *p);
void aet_pseudonyms_free(struct pseudonyms *p);

/* The pseudonym of a name, made when it is new: `agent-4k2m9xw7ta`. Two spellings that fold to one
 * key (base/fold.h) are one name; the hash does not depend on `kind`, which only leads it. Belongs
 * to `p`. A pseudonym is its own pseudonym, so that a file may pass twice. */
struct span aet_pseudonym(struct pseudonyms *p, const char *kind, struct span name);

/* Append `text` with every name known so far replaced where it stands as whole words, whatever its
 * case and accents (a name of one or two characters only as it is written; one made of digits alone
 * never). True when something was replaced. */
bool aet_pseudonym_text(struct pseudonyms *p, struct span text, struct buf *out);

size_t aet_pseudonyms_count(const struct pseudonyms *p);

#endif
