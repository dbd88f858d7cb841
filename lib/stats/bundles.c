/*
 * How the units of patterns come in bundles that are drawn as one.
 */
#include "stats/bundles.h"

#include "base/alloc.h"

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
    aet_free(b->slots);
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

/* FNV-1a over patterns and times, then mixed as that of patterns. */
static size_t hash(const struct bundle_part *parts, size_t n)
{
    uint64_t h = 14695981039346656037u;

    for (size_t i = 0; i < n; i++) {
        h = (h ^ parts[i].pattern) * 1099511628211u;
        h = (h ^ parts[i].times) * 1099511628211u;
    }
    return (size_t)(h ^ h >> 32);
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

/* The slot of these parts: that of the bundle made alike, or the free one where they belong. */
static size_t find(const struct bundles *b, const struct bundle_part *parts, size_t n)
{
    size_t mask = b->n_slots - 1, slot = hash(parts, n) & mask;

    while (b->slots[slot] != 0 && !same(b, b->slots[slot] - 1, parts, n))
        slot = (slot + 1) & mask;
    return slot;
}

/* Keeps half of the slots free. */
static void reindex(struct bundles *b)
{
    if (2 * (b->n + 1) <= b->n_slots)
        return;
    aet_free(b->slots);
    b->n_slots = b->n_slots ? 2 * b->n_slots : 32;
    b->slots = aet_calloc(b->n_slots, sizeof *b->slots);
    for (size_t i = 0; i < b->n; i++) {
        size_t n = b->start[i + 1] - b->start[i];

        b->slots[find(b, b->parts + b->start[i], n)] = i + 1;
    }
}

void aet_bundles_close(struct bundles *b)
{
    size_t from = b->start[b->n], n = b->n_parts - from, slot;

    qsort(b->parts + from, n, sizeof *b->parts, by_pattern);
    reindex(b);
    slot = find(b, b->parts + from, n);
    if (b->slots[slot] != 0) {
        b->times[b->slots[slot] - 1]++;
        b->n_parts = from;
        return;
    }
    b->start = aet_grow(b->start, &b->starts_capacity, b->n + 1, sizeof *b->start);
    b->times = aet_grow(b->times, &b->times_capacity, b->n, sizeof *b->times);
    b->times[b->n] = 1;
    b->slots[slot] = ++b->n;
    b->start[b->n] = b->n_parts;
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
    aet_free(b->slots);
    b->slots = NULL;
    b->n_slots = 0;
}
