/* Groups in the order they came, found by their key. */
#include "repa/bilan/comptes.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static int compare(const struct cle *a, const struct cle *b)
{
    if (a->dim != b->dim)
        return a->dim < b->dim ? -1 : 1;
    for (int i = 0; i < CLES; i++)
        if (a->c[i] != b->c[i])
            return a->c[i] < b->c[i] ? -1 : 1;
    return 0;
}

/* A key as words: an entry of a journal is counted under a dozen keys, and this is what counting
 * costs. */
enum { WORDS = 3 };
_Static_assert(sizeof(struct cle) == WORDS * sizeof(uint64_t), "a key is so many words");

struct words {
    uint64_t w[WORDS];
};

static struct words words_of(const struct cle *k)
{
    struct words words;

    memcpy(&words, k, sizeof words);
    return words;
}

static uint64_t hash_of(struct words k)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u;
    uint64_t h = 0;

    for (int i = 0; i < WORDS; i++) {
        h = (h ^ k.w[i]) * odd;
        h ^= h >> 32;
    }
    return h;
}

static bool same(struct words a, struct words b)
{
    return !((a.w[0] ^ b.w[0]) | (a.w[1] ^ b.w[1]) | (a.w[2] ^ b.w[2]));
}

/* The group of a key, made when it is new. */
static struct compte *group(struct comptes *t, const struct cle *k, uint64_t hash)
{
    const struct words words = words_of(k);
    uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&t->index, hash, &at)) != NULL;)
        if (same(words_of(&t->items[*found - 1].cle), words))
            return &t->items[*found - 1];
    t->items = aet_grow(t->items, &t->cap, t->n, sizeof *t->items);
    t->items[t->n++] = (struct compte){ .cle = *k };
    aet_hash_add(&t->index, hash, t->n);
    return &t->items[t->n - 1];
}

void aet_repa_comptes_add(struct comptes *t, struct cle cle, int64_t n, int64_t minutes)
{
    struct compte *c = group(t, &cle, hash_of(words_of(&cle)));

    c->n += n;
    c->minutes += minutes;
}

void aet_repa_comptes_put(struct counting *c, struct cle cle)
{
    if (c->n == COUNTED)
        aet_repa_comptes_settle(c);
    c->hashes[c->n] = hash_of(words_of(&cle));
    aet_hash_ahead(&c->to->index, c->hashes[c->n]);
    c->keys[c->n++] = cle;
}

void aet_repa_comptes_settle(struct counting *c)
{
    for (size_t i = 0; i < c->n; i++) {
        struct compte *x = group(c->to, &c->keys[i], c->hashes[i]);

        x->n++;
        x->minutes += c->minutes;
    }
    c->n = 0;
}

void aet_repa_comptes_free(struct comptes *t)
{
    aet_hash_free(&t->index);
    aet_free(t->items);
    *t = (struct comptes){ 0 };
}

static int by_key(const void *x, const void *y)
{
    const struct compte *a = x, *b = y;

    return compare(&a->cle, &b->cle);
}

struct compte *aet_repa_comptes_sorted(const struct comptes *t, size_t *n)
{
    struct compte *all = aet_calloc(t->n + 1, sizeof *all);

    *n = t->n;
    if (t->n) {
        memcpy(all, t->items, t->n * sizeof *all);
        qsort(all, t->n, sizeof *all, by_key);
    }
    return all;
}

const struct compte *aet_repa_comptes_of(const struct compte *sorted, size_t total, int32_t dim,
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
