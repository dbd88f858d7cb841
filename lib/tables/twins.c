#include "tables/twins.h"

#include "base/alloc.h"

static struct matcher *twin(struct twins *t, const struct matcher *m)
{
    if (!m)
        return NULL;
    for (size_t i = 0; i < t->n; i++)
        if (t->p[i].of == m)
            return t->p[i].own;
    t->p = aet_grow(t->p, &t->cap, t->n, sizeof *t->p);
    t->p[t->n] = (struct twin){ m, aet_matcher_beside(m) };
    return t->p[t->n++].own;
}

struct matcher **aet_twins(struct twins *t, struct matcher *const *of, size_t n)
{
    struct matcher **own;

    if (!of)
        return NULL;
    own = aet_arena_alloc(&t->arena, n * sizeof *own);
    for (size_t i = 0; i < n; i++)
        own[i] = twin(t, of[i]);
    return own;
}

void aet_twins_free(struct twins *t)
{
    for (size_t i = 0; i < t->n; i++)
        aet_matcher_free(t->p[i].own);
    aet_free(t->p);
    aet_arena_free(&t->arena);
    *t = (struct twins){ 0 };
}
