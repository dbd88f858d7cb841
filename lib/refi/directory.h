/* The people or the codes of REFI-QDA projects: what each GUID names. */
#ifndef AET_REFI_DIRECTORY_H
#define AET_REFI_DIRECTORY_H

#include <stdint.h>

#include "base/arena.h"

struct named {
    struct span guid, name;
    struct span apart; /* what tells it from another of that name */
    const char *file;  /* where it stands */
    uint64_t line, column;
    size_t rank; /* in the order of adding */
};

struct directory {
    struct named *items; /* sorted by GUID once indexed */
    size_t n, cap;
};

/* Spans live as long as the directory. */
void aet_refi_directory_add(struct directory *a, struct named item);

/* Once all are in: of those that share a GUID the first remains; `twice` (or NULL) is told of each
 * other one. */
void aet_refi_directory_index(struct directory *a,
                              void (*twice)(void *to, const struct named *first,
                                            const struct named *again),
                              void *to);

/* Names that several share get what tells them apart: with `shared`, called once for each such
 * name, people become "Windows User (1a2b3c4d)", as programs give everybody the same name; without
 * it, codes are called by `apart`. New names are made in `arena`. The index
 * stands. */
void aet_refi_directory_part(struct directory *a, struct arena *arena,
                             void (*shared)(void *to, struct span name), void *to);

/* What a GUID names, of those that are indexed; NULL: it is not there. Borrowed. */
const struct named *aet_refi_directory_find(const struct directory *a, struct span guid);
void aet_refi_directory_free(struct directory *a);

#endif
