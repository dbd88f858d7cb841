/* --pseudonymes: on its way out, every record has its names replaced (record/pseudonymise.h). The
 * input is read twice: once to learn the names, so that none is left in a text that comes before
 * the field that holds it, and once to write. */
#ifndef AET_RUN_PSEUDONYMES_H
#define AET_RUN_PSEUDONYMES_H

#include "record/pseudonymise.h"
#include "run/session.h"

/* Open the file; to be called before anything is read (standard input is spooled). `path` NULL: it
 * was not asked for. `fields` are those of the schema that hold names, `others` headings separated
 * by commas, or NULL. False: complained. */
bool aet_session_pseudonyms(struct session *s, const char *path, const size_t *fields, size_t n,
                            const char *others);

/* The same for a verb that reads by itself: nothing is spooled. */
bool aet_session_pseudonyms_file(struct session *s, const char *path, const size_t *fields,
                                 size_t n, const char *others);

/* Say which fields hold names, when that is known later. */
void aet_session_identify(struct session *s, const size_t *fields, size_t n);

/* The names alone, for a verb that makes its records itself. NULL: not asked for. */
struct pseudonyms *aet_session_names(struct session *s);

/* How names stand in the records; NULL: not asked for. */
const struct identities *aet_session_identities(const struct session *s);

/* Read the whole input and learn its names, then write the file; nothing without --pseudonymes.
 * A further column that is not there, or a heading that almost is that of a field of names, would
 * be written in clear: complained. Reading begins anew afterwards. */
bool aet_session_learn(struct session *s, const struct schema *schema);

/* The end of learning, for a verb that makes its records itself: its columns are the fields of the
 * schema. False: complained. */
bool aet_session_learnt(struct session *s, const struct schema *schema);

/* A rejected record that could not be parsed was withheld. */
void aet_session_withheld(struct session *s);

/* Write what was learnt, and say how many names there are and what remains. False: complained. */
bool aet_session_names_close(struct session *s);

void aet_hiding_free(struct session *s);

#endif
