/* Who speaks, and how: the owner of everything that is said on standard error. */
#ifndef AET_VOICE_VOICE_H
#define AET_VOICE_VOICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text.h"

struct voice {
    const char *tool; /* publics: the executable is aet-publics */
    const char *verb;
    enum lang lang;
    uint64_t limit; /* how often one rule on one field is said of a file; 0: always */
    bool json;      /* one object a line */
    bool quiet;     /* no summary line, no progress */
    bool tty;       /* standard error is a terminal */
    bool colour;    /* and may be painted */
};

#endif
