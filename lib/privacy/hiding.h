/* --pseudonymes: on its way out, every record has its names replaced (privacy/pseudonym_record.h).
 * The input is read twice: once to learn the names, so that none is left in a text that comes
 * before the field that holds it, and once to write. Every function takes NULL where nothing was
 * asked for. */
#ifndef AET_PRIVACY_HIDING_H
#define AET_PRIVACY_HIDING_H

#include "base/must.h"
#include "privacy/pseudonym_record.h"
#include "record/reading.h"
#include "voice/diag.h"
#include "voice/voice.h"

struct hiding;

/* The files that will be read twice; none: standard input. */
struct hiding_files {
    const char *const *names;
    size_t n;
};

/* Open the key file `path` into *to, before anything is read (standard input is spooled). `path`
 * NULL: it was not asked for, and *to is left alone. `others` are headings separated by commas, or
 * NULL. `files` NULL: the verb reads by itself, and nothing is spooled. Voice and reading are
 * borrowed until aet_hiding_free. False: complained. */
AET_MUST bool aet_hiding_open(struct hiding **to, const struct voice *voice,
                              struct reading *reading, const struct hiding_files *files,
                              const char *path, const char *others);

/* The names alone, for a verb that makes its records itself. */
struct pseudonyms *aet_hiding_names(struct hiding *h);

/* How names stand in the records. */
const struct identities *aet_hiding_identities(const struct hiding *h);

/* Read the whole input and learn its names, then write the file; of documents, `nest` is not NULL.
 * Done once. A further column that is not
 * there, or a heading that almost is that of a field of names, would be written in clear:
 * complained. Reading begins anew afterwards. */
AET_MUST bool aet_hiding_learn(struct hiding *h, const struct schema *schema,
                               const struct nest *nest);

/* The end of learning, for a verb that makes its records itself: its columns are the fields of the
 * schema. False: complained. */
AET_MUST bool aet_hiding_learnt(struct hiding *h, const struct schema *schema);

/* A rejected record that could not be parsed was withheld. */
void aet_hiding_withheld(struct hiding *h);

/* Passages of the record there may name somebody, and were left. */
void aet_hiding_doubt(struct hiding *h, uint64_t passages, const struct diag_place *where);

/* Write what was learnt, and say how many names there are and what remains. False: complained. */
AET_MUST bool aet_hiding_close(struct hiding *h);

void aet_hiding_free(struct hiding *h);

#endif
