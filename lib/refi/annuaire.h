/* The people or the codes of a REFI-QDA project: what each GUID names. */
#ifndef AET_REFI_ANNUAIRE_H
#define AET_REFI_ANNUAIRE_H

#include "base/arena.h"

struct nomme {
    struct span guid, name;
    struct span apart; /* what tells it from another of that name */
};

struct annuaire {
    struct nomme *items; /* sorted by GUID once closed */
    size_t n, cap;
};

/* Spans live as long as the annuaire. */
void aet_annuaire_add(struct annuaire *a, struct nomme item);

/* Once all are in. Names that several share get what tells them apart: with `shared`, called once
 * for each such name, people become "Windows User (1a2b3c4d)", as programs give everybody the same
 * name; without it, codes are called by `apart`. New names are made in `arena`. */
void aet_annuaire_close(struct annuaire *a, struct arena *arena,
                        void (*shared)(void *to, struct span name), void *to);

/* What a GUID names; NULL: it is not there. Borrowed. */
const struct nomme *aet_annuaire_find(const struct annuaire *a, struct span guid);
void aet_annuaire_free(struct annuaire *a);

#endif
