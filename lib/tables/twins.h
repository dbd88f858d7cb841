/* The matchers of a worker beside the first: they remember as they are asked, so that each worker
 * has its own. */
#ifndef AET_TABLES_TWINS_H
#define AET_TABLES_TWINS_H

#include "base/arena.h"
#include "tables/match.h"

/* A matcher that was made, and the one that it stands for. */
struct twin {
    const struct matcher *of;
    struct matcher *own;
};

struct twins {
    struct twin *p;
    size_t n, cap;
    struct arena arena;
};

/* For each of these matchers one that stands for it, the same for the same, in the arena; NULL
 * stands for NULL. */
struct matcher **aet_twins(struct twins *t, struct matcher *const *of, size_t n);

void aet_twins_free(struct twins *t);

#endif
