/*
 * How far two sets of codes are apart.
 */
#include "stats/agreement/sets.h"

struct overlap {
    size_t first, second, both; /* codes of each, and of both */
};

static size_t count(uint64_t bits)
{
    size_t n = 0;

    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

struct agree_extent aet_sets_extent(const uint64_t *set, size_t words)
{
    struct agree_extent x = { 0 };

    for (size_t w = 0; w < words; w++) {
        if (!set[w])
            continue;
        x.from = x.codes ? x.from : (uint32_t)w;
        x.to = (uint32_t)w + 1;
        x.codes += (uint32_t)count(set[w]);
    }
    return x;
}

static struct agree_extent extent_of(const struct agree_sets *s, size_t i)
{
    return s->extents ? s->extents[i] : aet_sets_extent(s->bits + i * s->words, s->words);
}

static struct overlap overlap(const struct agree_sets *s, size_t i, size_t j)
{
    struct agree_extent a = extent_of(s, i), b = extent_of(s, j);
    struct overlap o = { a.codes, b.codes, 0 };

    for (size_t w = a.from > b.from ? a.from : b.from; w < a.to && w < b.to; w++)
        o.both += count(s->bits[i * s->words + w] & s->bits[j * s->words + w]);
    return o;
}

static double shared(const struct overlap *o)
{
    size_t either = o->first + o->second - o->both;

    return either ? (double)o->both / (double)either : 1.0;
}

double aet_sets_jaccard(const void *sets, size_t i, size_t j)
{
    struct overlap o = overlap(sets, i, j);

    return 1.0 - shared(&o);
}

double aet_sets_masi(const void *sets, size_t i, size_t j)
{
    struct overlap o = overlap(sets, i, j);

    if (o.both == o.first && o.both == o.second)
        return 0.0;
    if (o.both == o.first || o.both == o.second)
        return 1.0 - shared(&o) * 2.0 / 3.0;
    return 1.0 - shared(&o) / 3.0;
}
