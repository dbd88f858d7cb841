/*
 * Size of a sample and its sharing among strata, in integers only.
 * Does not draw: who is drawn depends on hashes, which are the domain's.
 */
#include "stats/sample.h"

#include "base/alloc.h"

#include <stdlib.h>

bool aet_sample_size(uint64_t population, uint64_t numerator, uint64_t denominator, uint64_t *size)
{
    uint64_t product, rounded;

    if (population > AET_SAMPLE_MAX || denominator > AET_SAMPLE_MAX || denominator == 0 ||
        numerator > denominator)
        return false;
    product = population * numerator;
    rounded = product / denominator;
    /* At half and above: r >= d - r says 2r >= d without leaving 64 bits. */
    if (product % denominator >= denominator - product % denominator)
        rounded++;
    *size = population > 0 && rounded == 0 ? 1 : rounded;
    return true;
}

struct quota {
    uint64_t remainder;
    size_t stratum;
};

static int by_remainder(const void *left, const void *right)
{
    const struct quota *a = left, *b = right;

    if (a->remainder != b->remainder)
        return a->remainder > b->remainder ? -1 : 1;
    return (a->stratum > b->stratum) - (a->stratum < b->stratum);
}

static void share(uint64_t size, uint64_t total, const uint64_t *sizes, size_t n, uint64_t *parts)
{
    struct quota *quotas = aet_calloc(n, sizeof *quotas);
    uint64_t left = size;

    for (size_t i = 0; i < n; i++) {
        parts[i] = size * sizes[i] / total;
        left -= parts[i];
        quotas[i] = (struct quota){ size * sizes[i] % total, i };
    }
    qsort(quotas, n, sizeof *quotas, by_remainder);
    for (size_t i = 0; i < n && left > 0; i++, left--)
        parts[quotas[i].stratum]++;
    aet_free(quotas);
}

bool aet_largest_remainder(uint64_t size, const uint64_t *sizes, size_t n, uint64_t *parts)
{
    uint64_t total = 0;

    for (size_t i = 0; i < n; i++) {
        if (sizes[i] > AET_SAMPLE_MAX - total)
            return false;
        total += sizes[i];
    }
    if (size > total)
        return false;
    if (total > 0)
        share(size, total, sizes, n, parts);
    else
        for (size_t i = 0; i < n; i++)
            parts[i] = 0;
    return true;
}
