/* Names met in the data (people, groups, places), each known by a small number: two Unicode forms
 * of one name are one. What people write by hand is `folded`: case, accents, kinds of space and of
 * apostrophe are no difference either (base/fold.h), so that « Anne Côté » and « anne  côté » are
 * one person, as they are under --pseudonymes. */
#ifndef AET_BASE_NAMES_H
#define AET_BASE_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"

struct names_spelling {
    struct span key; /* as written somewhere, or what it is compared by */
    uint32_t id;
};

struct names {
    struct arena arena;
    struct hash index; /* by spelling */
    struct names_spelling *spellings;
    size_t spellings_n, spellings_cap;
    size_t recent;     /* 1 + the spelling that was asked for last: records come sorted, often */
    struct span *list; /* by id: the name in NFC, trimmed, as it was first written */
    size_t n, list_cap;
    bool folded; /* these two are set before the first name */
    bool signs;  /* folded, but the signs at the end count: B and B- are two marks */
};

/* The number of a name, given when it is new. */
uint32_t aet_names_id(struct names *t, struct span name);

/* The number of a name that was given one, or AET_NO_NAME. */
#define AET_NO_NAME UINT32_MAX
uint32_t aet_names_find(const struct names *t, struct span name);

/* Ids sorted by folded key, then by bytes; the caller frees. */
uint32_t *aet_names_sorted(const struct names *t);

void aet_names_free(struct names *t);

#endif
