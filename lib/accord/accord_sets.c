/* All the codes that a coder gave to a unit as one value, a set: how far coders agree on sets as a
 * whole. */
#include "accord/accord.h"

#include <stdlib.h>

const struct accord_measure aet_accord_set_measures[ACCORD_SET_MEASURES] = {
    { "alpha_jaccard",
      { "alpha des ensembles de codes (Jaccard)", "alpha of sets of codes (Jaccard)" },
      &aet_agree_alpha,
      false,
      false,
      false },
    { "alpha_masi",
      { "alpha des ensembles de codes (MASI)", "alpha of sets of codes (MASI)" },
      &aet_agree_alpha,
      false,
      false,
      false },
};

struct agree_options aet_accord_agree_sets(const struct accord_sets *s, size_t measure)
{
    return (struct agree_options){ .scale = AGREE_DISTANCE,
                                   .distance = measure == 0 ? aet_sets_jaccard : aet_sets_masi,
                                   .of = &s->sets };
}

static struct span set_at(const struct accord_sets *s, size_t i)
{
    return aet_span((const char *)(s->bits + i * s->sets.words), s->sets.words * sizeof *s->bits);
}

/* 1 + the place of a set, or 0. */
static size_t find(const struct accord_sets *s, struct span set)
{
    uint64_t key = aet_span_hash(set), *found;

    for (uint32_t at = 0; (found = aet_hash_next(&s->index, key, &at)) != NULL;)
        if (aet_span_eq(set_at(s, *found - 1), set))
            return *found;
    return 0;
}

static void add(struct accord_sets *s, const uint64_t *set)
{
    size_t words = s->sets.words;
    struct span bytes = aet_span((const char *)set, words * sizeof *set);

    if (find(s, bytes))
        return;
    s->bits = aet_grow(s->bits, &s->cap, s->sets.n, words * sizeof *s->bits);
    memcpy(s->bits + s->sets.n * words, set, words * sizeof *set);
    aet_hash_add(&s->index, aet_span_hash(bytes), ++s->sets.n);
}

/* The sets of one unit, coder by coder, into `of`; `known`: he looked at it, and all codes that he
 * gave it can be read. */
static void gather(const struct accord_view *v, const struct accord_entry *from,
                   const struct accord_entry *end, size_t words, uint64_t *of, bool *known)
{
    memset(of, 0, v->a->coders.n * words * sizeof *of);
    memset(known, 0, v->a->coders.n * sizeof *known);
    for (const struct accord_entry *e = from; e < end; e++) {
        uint32_t place = aet_accord_codes_it(e) ? v->order[e->code] : 0;

        known[e->coder] = true;
        if (aet_accord_codes_it(e))
            of[e->coder * words + place / 64] |= UINT64_C(1) << place % 64;
    }
    for (const struct accord_entry *e = from; e < end; e++)
        if (e->code == ACCORD_LOST)
            known[e->coder] = false;
}

static const struct accord_entry *end_of(const struct accord_view *v, const struct accord_entry *at)
{
    const struct accord_entry *end = at;

    while (end < v->to && end->unit == at->unit)
        end++;
    return end;
}

struct ordered {
    const uint64_t *bits;
    size_t words;
};

/* Code by code, from the first place. */
static int by_bits(const void *x, const void *y)
{
    const struct ordered *a = x, *b = y;

    for (size_t w = 0; w < a->words; w++)
        if (a->bits[w] != b->bits[w])
            return a->bits[w] < b->bits[w] ? -1 : 1;
    return 0;
}

/* Their places do not depend on the order of the units then. */
static void sort(struct accord_sets *s)
{
    size_t n = s->sets.n, words = s->sets.words;
    struct ordered *list = aet_calloc(n + 1, sizeof *list);
    uint64_t *bits = aet_calloc(n * words + 1, sizeof *bits);

    for (size_t i = 0; i < n; i++)
        list[i] = (struct ordered){ s->bits + i * words, words };
    if (n)
        qsort(list, n, sizeof *list, by_bits);
    s->extents = aet_calloc(n + 1, sizeof *s->extents);
    for (size_t i = 0; i < n; i++) {
        memcpy(bits + i * words, list[i].bits, words * sizeof *bits);
        s->extents[i] = aet_sets_extent(list[i].bits, words);
    }
    aet_free(list);
    aet_free(s->bits);
    s->sets.bits = s->bits = bits;
    s->sets.extents = s->extents;
    aet_hash_free(&s->index);
    for (size_t i = 0; i < n; i++)
        aet_hash_add(&s->index, aet_span_hash(set_at(s, i)), i + 1);
}

void aet_accord_sets(const struct accord_view *v, struct accord_sets *s)
{
    size_t words = v->codes / 64 + 1;

    *s = (struct accord_sets){ .sets.words = words };
    s->of = aet_calloc(v->a->coders.n * words + 1, sizeof *s->of);
    s->known = aet_calloc(v->a->coders.n + 1, sizeof *s->known);
    for (const struct accord_entry *at = v->from, *end; at < v->to; at = end) {
        end = end_of(v, at);
        gather(v, at, end, words, s->of, s->known);
        for (size_t k = 0; k < v->a->coders.n; k++)
            if (s->known[k])
                add(s, s->of + k * words);
    }
    sort(s);
}

bool aet_accord_sets_row(const struct accord_sets *s, const struct accord_view *v,
                         const struct accord_entry **at, uint16_t *row, uint32_t *unit, bool *coded)
{
    const struct accord_entry *from = *at;
    size_t words = s->sets.words;

    if (from == v->to)
        return false;
    *at = end_of(v, from);
    *unit = from->unit;
    *coded = false;
    for (const struct accord_entry *e = from; e < *at; e++)
        *coded |= aet_accord_codes_it(e);
    gather(v, from, *at, words, s->of, s->known);
    for (size_t k = 0; k < v->a->coders.n; k++) {
        struct span set = aet_span((const char *)(s->of + k * words), words * sizeof *s->of);

        row[k] = s->known[k] ? (uint16_t)(find(s, set) - 1) : AET_CODE_MISSING;
    }
    return true;
}

void aet_accord_sets_free(struct accord_sets *s)
{
    aet_free(s->bits);
    aet_free(s->extents);
    aet_free(s->of);
    aet_free(s->known);
    aet_hash_free(&s->index);
}
