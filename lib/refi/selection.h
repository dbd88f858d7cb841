/* A selection of a source, as its attributes tell it. */
#ifndef AET_REFI_SELECTION_H
#define AET_REFI_SELECTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* One that is open: a PDF's may hold that of its text. Spans live in the arena given. */
struct selection {
    struct span segment, user;
    struct span memo;   /* its description */
    int64_t debut, fin; /* characters, or -1 */
    size_t first;       /* of its codings */
    bool refused;       /* its positions cannot be read */
};

/* `wrong` gets the positions of one that is refused. */
struct selection aet_refi_selection(const char *name, const char **attributes, struct arena *arena,
                                    struct buf *wrong);

#endif
