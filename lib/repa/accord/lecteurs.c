/* Who read which narrative. */
#include "repa/accord/lecteurs.h"

#include <stdlib.h>

#include "base/alloc.h"

void aet_repa_lecteurs_init(struct lecteurs *l)
{
    *l = (struct lecteurs){ .recits.folded = true };
}

uint32_t aet_repa_lecteurs_recit(struct lecteurs *l, struct span name)
{
    return aet_names_id(&l->recits, name);
}

void aet_repa_lecteurs_note(struct lecteurs *l, uint32_t recit, uint16_t coder)
{
    uint64_t pair = (((uint64_t)recit << 16 | coder) + 1) * UINT64_C(0x9E3779B97F4A7C15);

    if (aet_idset_add(&l->seen, pair, 1))
        return;
    l->list = aet_grow(l->list, &l->cap, l->n, sizeof *l->list);
    l->list[l->n++] = (struct lecteur){ recit, coder };
}

static int by_recit(const void *x, const void *y)
{
    const struct lecteur *a = x, *b = y;

    if (a->recit != b->recit)
        return a->recit < b->recit ? -1 : 1;
    return a->coder < b->coder ? -1 : a->coder > b->coder;
}

void aet_repa_lecteurs_sort(struct lecteurs *l)
{
    l->start = aet_calloc(l->recits.n + 2, sizeof *l->start);
    if (l->n)
        qsort(l->list, l->n, sizeof *l->list, by_recit);
    for (size_t i = 0; i < l->n; i++)
        l->start[l->list[i].recit + 1] = i + 1;
    for (size_t r = 1; r <= l->recits.n; r++)
        if (!l->start[r])
            l->start[r] = l->start[r - 1];
}

const struct lecteur *aet_repa_lecteurs_of(const struct lecteurs *l, uint32_t recit, size_t *n)
{
    *n = l->start[recit + 1] - l->start[recit];
    return l->list ? l->list + l->start[recit] : NULL;
}

void aet_repa_lecteurs_free(struct lecteurs *l)
{
    aet_names_free(&l->recits);
    aet_free(l->list);
    aet_free(l->start);
    aet_idset_free(&l->seen);
}
