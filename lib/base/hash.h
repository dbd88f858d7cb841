/* The hash table of this library: from 64 bits, a hash or a fingerprint, to a number that its owner
 * gave, never 0: a place, or 1 + an index into what the owner keeps. Where a hash is not the thing
 * itself, several values may stand under one, and the owner tells them apart. Open addressing, 16
 * bytes a slot. The low half of the key chooses the slot: it must be well mixed. */
#ifndef AET_BASE_HASH_H
#define AET_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash_slot {
    uint64_t key, value; /* value 0: free */
};

struct hash {
    struct hash_slot *slots;
    uint32_t used, cap;
};

/* Add a value, beside those that the key has. */
void aet_hash_add(struct hash *t, uint64_t key, uint64_t value);

/* The same where the key is the thing itself. Returns 0 when it is new, otherwise the value it has,
 * and keeps. */
uint64_t aet_hash_once(struct hash *t, uint64_t key, uint64_t value);

static inline uint32_t aet_hash_home(const struct hash *t, uint64_t key)
{
    return (uint32_t)(((key & UINT32_MAX) * t->cap) >> 32);
}

/* The next value of a key, in any order; NULL: there is none left. `*at` is 0 for the first. It may
 * be changed where it stands (not to 0), until something is added. */
static inline uint64_t *aet_hash_next(const struct hash *t, uint64_t key, uint32_t *at)
{
    if (!t->cap)
        return NULL;

    for (uint32_t i = *at ? *at - 1 : aet_hash_home(t, key);;) {
        struct hash_slot *s = &t->slots[i];

        i = i + 1 == t->cap ? 0 : i + 1;
        if (!s->value)
            return NULL;
        if (s->key == key) {
            *at = i + 1;
            return &s->value;
        }
    }
}

/* A key will be looked for soon: have its place in memory fetched meanwhile. */
static inline void aet_hash_ahead(const struct hash *t, uint64_t key)
{
#ifdef __GNUC__
    if (t->cap)
        __builtin_prefetch(&t->slots[aet_hash_home(t, key)], 1);
#else
    (void)t;
    (void)key;
#endif
}

void aet_hash_free(struct hash *t);

#endif
