/* Which keys were already seen, and where: 16 bytes a key, for the search for duplicates.
 * The keys live in 256 small tables by their first byte, so that growing one never doubles all. */
#ifndef AET_BASE_IDSET_H
#define AET_BASE_IDSET_H

#include <stdbool.h>

#include "base/hash.h"

struct idset {
    struct hash parts[256];
};

/* Add a fingerprint with its place (not 0). Returns 0 when it is new, otherwise the place that the
 * first one gave. */
static inline uint64_t aet_idset_add(struct idset *s, uint64_t key, uint64_t place)
{
    return aet_hash_once(&s->parts[key >> 56], key, place);
}

/* Whether a fingerprint was added. */
static inline bool aet_idset_has(const struct idset *s, uint64_t key)
{
    uint32_t at = 0;

    return aet_hash_next(&s->parts[key >> 56], key, &at) != NULL;
}

/* A key will be added soon: have its place in memory fetched meanwhile. */
static inline void aet_idset_ahead(const struct idset *s, uint64_t key)
{
    aet_hash_ahead(&s->parts[key >> 56], key);
}

static inline void aet_idset_free(struct idset *s)
{
    for (int i = 0; i < 256; i++)
        aet_hash_free(&s->parts[i]);
}

#endif
