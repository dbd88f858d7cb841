/* Open addressing with linear probing; a slot whose place is 0 is free. */
#include "base/idset.h"

/* The key's first byte has chosen the part; its middle bits choose the slot. */
static size_t home(const struct idset_part *t, uint64_t key)
{
    return (size_t)(((key & 0xFFFFFFFFu) * t->cap) >> 32);
}

static size_t probe(const struct idset_part *t, uint64_t key)
{
    size_t i = home(t, key);

    while (t->slots[i].place && t->slots[i].key != key)
        i = i + 1 == t->cap ? 0 : i + 1;
    return i;
}

static void enlarge(struct idset_part *t)
{
    struct idset_part old = *t;

    t->cap = old.cap ? old.cap + old.cap / 2 : 16;
    t->slots = aet_calloc(t->cap, sizeof *t->slots);
    for (uint32_t i = 0; i < old.cap; i++)
        if (old.slots[i].place)
            t->slots[probe(t, old.slots[i].key)] = old.slots[i];
    aet_free(old.slots);
}

uint64_t aet_idset_add(struct idset *s, uint64_t key, uint64_t place)
{
    struct idset_part *t = &s->parts[key >> 56];

    if (t->used + 1 > t->cap - t->cap / 8)
        enlarge(t);

    struct idset_slot *slot = &t->slots[probe(t, key)];

    if (slot->place)
        return slot->place;
    *slot = (struct idset_slot){ key, place };
    t->used++;
    return 0;
}

void aet_idset_ahead(const struct idset *s, uint64_t key)
{
#ifdef __GNUC__
    const struct idset_part *t = &s->parts[key >> 56];

    if (t->cap)
        __builtin_prefetch(&t->slots[home(t, key)], 1);
#else
    (void)s;
    (void)key;
#endif
}

void aet_idset_free(struct idset *s)
{
    for (size_t i = 0; i < 256; i++)
        aet_free(s->parts[i].slots);
    *s = (struct idset){ 0 };
}
