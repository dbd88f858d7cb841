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

static void make_room(struct hash *t)
{
    struct hash old = *t;

    if (old.used + 1 <= old.cap - old.cap / 8)
        return;
    t->cap = old.cap ? old.cap + old.cap / 2 : 16;
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
