/* Chunks of memory, handed out front to back. */
#include "base/arena.h"

#include <stdalign.h>

#include "base/alloc.h"

struct arena_chunk {
    struct arena_chunk *next;
    alignas(max_align_t) char bytes[];
};

enum { CHUNK = 4096 };

static void add_chunk(struct arena *a, size_t size)
{
    size_t cap = a->cap * 2 < CHUNK ? CHUNK : a->cap * 2;

    if (cap > (size_t)1 << 20)
        cap = (size_t)1 << 20;
    if (cap < size)
        cap = size;

    struct arena_chunk *c = aet_malloc(sizeof *c + cap);

    c->next = a->chunks;
    a->chunks = c;
    a->used = 0;
    a->cap = cap;
}

void *aet_arena_alloc(struct arena *a, size_t size)
{
    const size_t unit = alignof(max_align_t);

    size = (size + unit - 1) / unit * unit;
    if (!a->chunks || a->cap - a->used < size)
        add_chunk(a, size);

    void *p = a->chunks->bytes + a->used;

    a->used += size;
    return p;
}

struct span aet_arena_copy(struct arena *a, struct span s)
{
    char *p = aet_arena_alloc(a, s.n + 1);

    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return aet_span(p, s.n);
}

static void free_from(struct arena_chunk *c)
{
    while (c) {
        struct arena_chunk *next = c->next;

        aet_free(c);
        c = next;
    }
}

void aet_arena_reset(struct arena *a)
{
    if (a->chunks) {
        free_from(a->chunks->next);
        a->chunks->next = NULL;
    }
    a->used = 0;
}

void aet_arena_free(struct arena *a)
{
    free_from(a->chunks);
    *a = (struct arena){ 0 };
}
