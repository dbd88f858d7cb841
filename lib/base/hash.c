/* Open addressing with linear probing. */
#include "base/hash.h"

#include "base/alloc.h"

/* The first free slot of a key. */
static struct hash_slot *room(const struct hash *t, uint64_t key)
{
    uint32_t i = aet_hash_home(t, key);

    while (t->slots[i].value)
        i = i + 1 == t->cap ? 0 : i + 1;
    return &t->slots[i];
}

/* Slots of a table whose memory does not matter, a megabyte; of one that grows at once. */
enum { SMALL = 1 << 16, TINY = 1 << 10 };

/* How many slots may be used. Half of a small table, so that nearly every search ends where it
 * begins; seven eighths of a large one, of which a key is mostly looked for once. */
static uint32_t most(const struct hash *t)
{
    return t->cap < SMALL ? t->cap / 2 : t->cap - t->cap / 8;
}

static void make_room(struct hash *t)
{
    struct hash old = *t;

    if (old.used < most(&old))
        return;
    t->cap = !old.cap ? 16 : old.cap < TINY ? 2 * old.cap : old.cap + old.cap / 2;
    t->slots = aet_calloc(t->cap, sizeof *t->slots);
    for (uint32_t i = 0; i < old.cap; i++)
        if (old.slots[i].value)
            *room(t, old.slots[i].key) = old.slots[i];
    aet_free(old.slots);
}

void aet_hash_add(struct hash *t, uint64_t key, uint64_t value)
{
    make_room(t);
    *room(t, key) = (struct hash_slot){ key, value };
    t->used++;
}

uint64_t aet_hash_once(struct hash *t, uint64_t key, uint64_t value)
{
    uint32_t i;

    make_room(t);
    for (i = aet_hash_home(t, key); t->slots[i].value; i = i + 1 == t->cap ? 0 : i + 1)
        if (t->slots[i].key == key)
            return t->slots[i].value;
    t->slots[i] = (struct hash_slot){ key, value };
    t->used++;
    return 0;
}

void aet_hash_free(struct hash *t)
{
    aet_free(t->slots);
    *t = (struct hash){ 0 };
}
