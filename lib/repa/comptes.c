/* A table of groups by open addressing. */
#include "repa/comptes.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static size_t hash(const struct cle *k)
{
    uint64_t h = UINT64_C(0x9E3779B97F4A7C15) * (uint32_t)k->dim;

    for (int i = 0; i < CLES; i++) {
        h ^= (uint32_t)k->c[i];
        h *= UINT64_C(0xBF58476D1CE4E5B9);
        h ^= h >> 29;
    }
    return (size_t)h;
}

static int compare(const struct cle *a, const struct cle *b)
{
    if (a->dim != b->dim)
        return a->dim < b->dim ? -1 : 1;
    for (int i = 0; i < CLES; i++)
        if (a->c[i] != b->c[i])
            return a->c[i] < b->c[i] ? -1 : 1;
    return 0;
}

static struct compte *slot(const struct comptes *t, const struct cle *k)
{
    size_t i = hash(k) & (t->cap - 1);

    while (t->slots[i].n && compare(&t->slots[i].cle, k) != 0)
        i = (i + 1) & (t->cap - 1);
    return &t->slots[i];
}

static void enlarge(struct comptes *t)
{
    struct comptes old = *t;

    t->cap = old.cap ? old.cap * 2 : 256;
    t->slots = aet_calloc(t->cap, sizeof *t->slots);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].n)
            *slot(t, &old.slots[i].cle) = old.slots[i];
    aet_free(old.slots);
}

void aet_comptes_add(struct comptes *t, struct cle cle, int64_t n, int64_t minutes)
{
    struct compte *s;

    if ((t->used + 1) * 2 > t->cap)
        enlarge(t);
    s = slot(t, &cle);
    if (!s->n) {
        s->cle = cle;
        t->used++;
    }
    s->n += n;
    s->minutes += minutes;
}

void aet_comptes_free(struct comptes *t)
{
    aet_free(t->slots);
    *t = (struct comptes){ 0 };
}

static int by_key(const void *x, const void *y)
{
    const struct compte *a = x, *b = y;

    return compare(&a->cle, &b->cle);
}

struct compte *aet_comptes_sorted(const struct comptes *t, size_t *n)
{
    struct compte *all = aet_calloc(t->used + 1, sizeof *all);

    *n = 0;
    for (size_t i = 0; i < t->cap; i++)
        if (t->slots[i].n)
            all[(*n)++] = t->slots[i];
    if (*n)
        qsort(all, *n, sizeof *all, by_key);
    return all;
}

const struct compte *aet_comptes_of(const struct compte *sorted, size_t total, int32_t dim,
                                    size_t *n)
{
    size_t from = 0, to;

    while (from < total && sorted[from].cle.dim < dim)
        from++;
    for (to = from; to < total && sorted[to].cle.dim == dim; to++)
        ;
    *n = to - from;
    return sorted + from;
}
