/* Inputs that are to be read twice: what is no regular file is first copied to a temporary one. */
#ifndef AET_CLI_SPOOL_H
#define AET_CLI_SPOOL_H

#include "base/must.h"
#include "cli/session.h"

struct spool {
    bool input;    /* standard input is read */
    int64_t start; /* where standard input began, when it is a file that was read in part */
};

/* Make every input of the session readable more than once: standard input is replaced in its place,
 * a named pipe by the path of the copy. Copies have no name and go with the process.
 * False: complained. */
AET_MUST bool aet_spool_inputs(struct spool *p, struct session *s);

/* Go back to where standard input began, before each reading. False: complained. */
AET_MUST bool aet_spool_rewind(const struct spool *p, struct session *s);

#endif
