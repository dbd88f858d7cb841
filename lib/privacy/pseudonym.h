/* Pseudonyms: names of people and places replaced by keyed hashes (BLAKE2b, libsodium), the same
 * from one run to the next. A file, readable by its owner alone, holds the key and the
 * correspondence: without it no pseudonym can be turned back, nor guessed by hashing likely names.
 *
 * Names are learnt first, all of them, then saved, then used: a pseudonym depends on the key and
 * the name, never on the order in which names were met, nor on another run that began at the same
 * time.
 */
#ifndef AET_PRIVACY_PSEUDONYM_H
#define AET_PRIVACY_PSEUDONYM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct pseudonyms;

enum pseudonym_fault {
    PSEUDONYM_OK,
    PSEUDONYM_SYSTEM,  /* errno says why */
    PSEUDONYM_SPECIAL, /* no regular file */
    PSEUDONYM_EMPTY,   /* nothing in it */
    PSEUDONYM_FORM,    /* not a file of pseudonyms */
    PSEUDONYM_DAMAGED, /* a file of pseudonyms that cannot be read to its end */
    PSEUDONYM_OPEN,    /* a file of pseudonyms that others may read */
    PSEUDONYM_CHANGED  /* another key stands there now */
};

/* Read the file, or begin a new key when there is none (nothing is written before
 * aet_pseudonyms_save). NULL with *fault. */
struct pseudonyms *aet_pseudonyms_open(const char *path, enum pseudonym_fault *fault);

/* Write what is new, all or nothing, mode 0600. What another run has put there meanwhile is kept:
 * its names, and its key when ours is new and no pseudonym was made yet. */
enum pseudonym_fault aet_pseudonyms_save(struct pseudonyms *p);

/* Temporary files, with the key in them, that the system did not let us remove; a list, mostly
 * empty. */
struct span aet_pseudonyms_left(const struct pseudonyms *p);

/* A mark of the key, the same for all files that hold it; it tells nothing of the key. */
enum { PSEUDONYMS_MARK = 16 };
void aet_pseudonyms_mark(const struct pseudonyms *p, char out[PSEUDONYMS_MARK + 1]);

void aet_pseudonyms_free(struct pseudonyms *p);

/* Learn a name. Two spellings that fold to one key (base/fold.h) are one name. A name that holds
 * several ("X / Y", "X et Y", "Y, X") teaches each of them too, for aet_pseudonym_text. A pseudonym
 * is not learnt, so that a file may pass twice. */
void aet_pseudonym_learn(struct pseudonyms *p, const char *kind, struct span name);

/* Its pseudonym, `agent-4k2m9xw7ta`, the name being learnt if it is new. The hash does not depend
 * on `kind`, which only leads it (of several, the first by bytes, until one is made). Belongs to
 * `p`. */
struct span aet_pseudonym(struct pseudonyms *p, const char *kind, struct span name);

/* The same for a list as people write it in a cell: every part is a name of its own, and what
 * stands between the parts stays. `element`: it is an element of a list already, so that "Y, X" is
 * one name turned round. `out` NULL: learn only. */
void aet_pseudonym_list(struct pseudonyms *p, const char *kind, struct span list, bool element,
                        struct buf *out);

/* Append `text` with every name known so far replaced where it stands as whole words, whatever its
 * case and accents, with a plural s, turned round, or without what leads it (Mme, le, l'); run
 * together, its letters set apart, as entities, or of another alphabet (privacy/disguise.h); a
 * family name behind a title or an initial, which is KIND-ambigu when it is that of several. One of
 * a single letter, or of digits alone, never; one of two letters, a name turned round, and a single
 * word that is a part of a name, only with capitals where the name has them. True when something
 * was replaced. */
bool aet_pseudonym_text(struct pseudonyms *p, struct span text, struct buf *out);

/* Names met in this run, learnt or found; addresses of mail; names that are too short to be looked
 * for in a text. And passages of texts that were left, though they may name somebody: the family
 * name of a known name, or its initials, alone. */
size_t aet_pseudonyms_count(const struct pseudonyms *p);
size_t aet_pseudonyms_mails(const struct pseudonyms *p);
uint64_t aet_pseudonyms_doubts(const struct pseudonyms *p);
size_t aet_pseudonyms_short(const struct pseudonyms *p);

/* Enter a name that the file holds, with its pseudonym; `part`: known only as a part of one. */
void aet_pseudonyms_enter(struct pseudonyms *p, struct span kind, struct span name,
                          struct span pseudonym, bool part);

#endif
