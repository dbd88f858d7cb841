/*
 * How the units of patterns come in bundles that are drawn as one.
 */
#include "stats/agreement/bundles.h"

#include "base/alloc.h"
#include "base/span.h"

#include <stdlib.h>
#include <string.h>

void aet_bundles_init(struct bundles *b)
{
    *b = (struct bundles){ .n = 0 };
    b->start = aet_grow(b->start, &b->starts_capacity, 0, sizeof *b->start);
    b->parts = aet_grow(b->parts, &b->parts_capacity, 0, sizeof *b->parts);
    b->start[0] = 0;
}

void aet_bundles_free(struct bundles *b)
{
    aet_free(b->start);
    aet_free(b->times);
    aet_free(b->parts);
    aet_hash_free(&b->index);
    *b = (struct bundles){ .n = 0 };
}

bool aet_bundles_add(struct bundles *b, const struct patterns *p, const uint16_t *row,
                     uint64_t times)
{
    size_t pattern;

    if (!aet_patterns_find(p, row, &pattern))
        return false;
    for (size_t i = b->start[b->n]; i < b->n_parts; i++)
        if (b->parts[i].pattern == pattern) {
            b->parts[i].times += times;
            return true;
        }
    b->parts = aet_grow(b->parts, &b->parts_capacity, b->n_parts, sizeof *b->parts);
    b->parts[b->n_parts++] = (struct bundle_part){ pattern, times };
    return true;
}

static int by_pattern(const void *left, const void *right)
{
    const struct bundle_part *a = left, *b = right;

    return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

static uint64_t hash(const struct bundle_part *parts, size_t n)
{
    return aet_span_hash(aet_span((const char *)parts, n * sizeof *parts));
}

static bool same(const struct bundles *b, size_t i, const struct bundle_part *parts, size_t n)
{
    const struct bundle_part *known = b->parts + b->start[i];

    if (b->start[i + 1] - b->start[i] != n)
        return false;
    for (size_t k = 0; k < n; k++)
        if (known[k].pattern != parts[k].pattern || known[k].times != parts[k].times)
            return false;
    return true;
}

/* 1 + the bundle made of these parts, or 0. */
static size_t find(const struct bundles *b, const struct bundle_part *parts, size_t n)
{
    uint64_t key = hash(parts, n), *found;

    for (uint32_t at = 0; (found = aet_hash_next(&b->index, key, &at)) != NULL;)
        if (same(b, *found - 1, parts, n))
            return *found;
    return 0;
}

void aet_bundles_close(struct bundles *b)
{
    size_t from = b->start[b->n], n = b->n_parts - from, known;

    qsort(b->parts + from, n, sizeof *b->parts, by_pattern);
    known = find(b, b->parts + from, n);
    if (known) {
        b->times[known - 1]++;
        b->n_parts = from;
        return;
    }
    b->start = aet_grow(b->start, &b->starts_capacity, b->n + 1, sizeof *b->start);
    b->times = aet_grow(b->times, &b->times_capacity, b->n, sizeof *b->times);
    b->times[b->n] = 1;
    b->start[++b->n] = b->n_parts;
    aet_hash_add(&b->index, hash(b->parts + from, n), b->n);
}

/* qsort has no context: each entry carries where its parts are and how many. */
struct entry {
    const struct bundle_part *parts;
    size_t n;
    uint64_t times;
};

static int by_parts(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;

    for (size_t i = 0; i < a->n && i < b->n; i++) {
        if (a->parts[i].pattern != b->parts[i].pattern)
            return a->parts[i].pattern < b->parts[i].pattern ? -1 : 1;
        if (a->parts[i].times != b->parts[i].times)
            return a->parts[i].times < b->parts[i].times ? -1 : 1;
    }
    return a->n < b->n ? -1 : a->n > b->n;
}

void aet_bundles_finish(struct bundles *b)
{
    struct entry *entries = aet_calloc(b->n + 1, sizeof *entries);
    struct bundle_part *parts = aet_calloc(b->n_parts + 1, sizeof *parts);

    for (size_t i = 0; i < b->n; i++)
        entries[i] = (struct entry){ b->parts + b->start[i], b->start[i + 1] - b->start[i],
                                     b->times[i] };
    qsort(entries, b->n, sizeof *entries, by_parts);
    for (size_t i = 0, at = 0; i < b->n; at += entries[i++].n) {
        memcpy(parts + at, entries[i].parts, entries[i].n * sizeof *parts);
        b->times[i] = entries[i].times;
        b->start[i + 1] = at + entries[i].n;
    }
    aet_free(entries);
    aet_free(b->parts);
    b->parts = parts;
    b->parts_capacity = b->n_parts + 1;
    aet_hash_free(&b->index);
}
