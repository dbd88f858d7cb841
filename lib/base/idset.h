/* Which keys were already seen, and where: 16 bytes a key, for the search for duplicates.
 * The keys live in 256 small tables by their first byte, so that growing one never doubles all. */
#ifndef AET_BASE_IDSET_H
#define AET_BASE_IDSET_H

#include <stdint.h>

#include "base/alloc.h"

struct idset_slot {
    uint64_t key, place;
};

struct idset_part {
    struct idset_slot *slots;
    uint32_t used, cap;
};

struct idset {
    struct idset_part parts[256];
};

/* Add a fingerprint with its place (not 0). Returns 0 when it is new, otherwise the place that the
 * first one gave. */
uint64_t aet_idset_add(struct idset *s, uint64_t key, uint64_t place);
/* A key will be added soon: have its place in memory fetched meanwhile. */
void aet_idset_ahead(const struct idset *s, uint64_t key);

void aet_idset_free(struct idset *s);

#endif
