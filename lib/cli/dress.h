/* What the options say of how a report is dressed: its title, who made it, the sign of a house, the
 * template of its documents. */
#ifndef AET_CLI_DRESS_H
#define AET_CLI_DRESS_H

#include "io/picture.h"
#include "paper/template.h"

struct dress {
    const char *title, *author; /* NULL: not said */
    struct picture logo;        /* no bytes: none */
    struct buf logo_bytes;
    struct paper_template *house; /* NULL: none */
};

void aet_dress_free(struct dress *d);

#endif
