/* Memory given back all at once: for what lives as long as a table, a report or a block. */
#ifndef AET_BASE_ARENA_H
#define AET_BASE_ARENA_H

#include <stddef.h>

#include "base/span.h"

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks; /* the newest first */
    size_t used, cap;           /* of the newest */
};

/* Aligned for any type, not cleared. */
void *aet_arena_alloc(struct arena *a, size_t size);

/* A copy that lives as long as the arena, ended by a NUL (not counted). */
struct span aet_arena_copy(struct arena *a, struct span s);

/* Forget everything but keep one chunk for what comes next. */
void aet_arena_reset(struct arena *a);
void aet_arena_free(struct arena *a);

#endif
