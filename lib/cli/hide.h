/* --pseudonymes in a run: the key is opened before anything is read, the names are learnt by a
 * first reading of the input. */
#ifndef AET_CLI_HIDE_H
#define AET_CLI_HIDE_H

#include "base/must.h"
#include "cli/session.h"
#include "tree/nest.h"

/* Open the key when names are to be hidden; the inputs can then be read twice. Once it is open, and
 * where nothing was asked for, nothing is done. False: complained. */
AET_MUST bool aet_hide_open(struct session *s);

/* The same, and learn the names in the records of the input; of documents, `nest` is not NULL.
 * False: complained. */
AET_MUST bool aet_hide_learn(struct session *s, const struct schema *schema,
                             const struct nest *nest);

/* A name of the command line as records show it. */
const char *aet_hide_name(struct session *s, const char *kind, const char *name);

/* What a report shows of the command line, the name of a file, without the names that are known; in
 * the arena. */
struct span aet_hide_text(const struct session *s, const char *text, struct arena *arena);

#endif
