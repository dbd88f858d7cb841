/* Private to habits.c: what the lines of one file of habits say. */
#ifndef AET_CLI_CONF_H
#define AET_CLI_CONF_H

#include "base/must.h"
#include "cli/session.h"

/* A file as it is read, line by line: `option = value`, `#` and `;` comments, `[aet-plan]` before
 * what is for one tool alone. */
struct conf {
    struct session *s;
    const char *path;
    struct span folder; /* with its slash; empty: where we are */
    size_t line;
    bool alone;         /* … and for no other */
    bool ours;          /* the lines from here on are for this tool */
    const bool *before; /* by option: said in a surer place */
    bool *here;         /* by option: said in this file */
};

/* Add what the text says to the session's habits. STATUS_CLEAN, or complained with the line. */
AET_MUST enum status aet_conf_read(struct conf *c, struct span text);

#endif
