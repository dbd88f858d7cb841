/* The people or the codes of a REFI-QDA project: what each GUID names. */
#ifndef AET_REFI_DIRECTORY_H
#define AET_REFI_DIRECTORY_H

#include "base/arena.h"

struct named {
    struct span guid, name;
    struct span apart; /* what tells it from another of that name */
};

struct directory {
    struct named *items; /* sorted by GUID once closed */
    size_t n, cap;
};

/* Spans live as long as the directory. */
void aet_refi_directory_add(struct directory *a, struct named item);

/* Once all are in. Names that several share get what tells them apart: with `shared`, called once
 * for each such name, people become "Windows User (1a2b3c4d)", as programs give everybody the same
 * name; without it, codes are called by `apart`. New names are made in `arena`. */
void aet_refi_directory_close(struct directory *a, struct arena *arena,
                              void (*shared)(void *to, struct span name), void *to);

/* What a GUID names; NULL: it is not there. Borrowed. */
const struct named *aet_refi_directory_find(const struct directory *a, struct span guid);
void aet_refi_directory_free(struct directory *a);

#endif
