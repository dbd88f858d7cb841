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

static struct overlap overlap(const struct agree_sets *s, size_t i, size_t j)
{
    struct overlap o = { 0, 0, 0 };

    for (size_t w = 0; w < s->words; w++) {
        uint64_t a = s->bits[i * s->words + w], b = s->bits[j * s->words + w];

        o.first += count(a);
        o.second += count(b);
        o.both += count(a & b);
    }
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
