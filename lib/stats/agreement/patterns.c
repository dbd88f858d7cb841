/*
 * What any number of coders said of units, as distinct patterns of codes with counts.
 * Holds no coefficient: agreement.c, alpha.c and bootstrap.c compute them.
 */
#include "stats/agreement/patterns.h"

#include "base/alloc.h"
#include "base/span.h"

#include <stdlib.h>
#include <string.h>

void aet_patterns_init(struct patterns *p, size_t coders, size_t codes)
{
    *p = (struct patterns){ .coders = coders, .codes = codes };
}

static uint64_t hash(const struct patterns *p, const uint16_t *row)
{
    return aet_span_hash(aet_span((const char *)row, p->coders * sizeof *row));
}

static bool same(const struct patterns *p, size_t i, const uint16_t *row)
{
    return memcmp(p->rows + i * p->coders, row, p->coders * sizeof *row) == 0;
}

/* 1 + the pattern of a row, or 0. */
static size_t find(const struct patterns *p, const uint16_t *row)
{
    uint64_t key = hash(p, row), *found;

    for (uint32_t at = 0; (found = aet_hash_next(&p->index, key, &at)) != NULL;)
        if (same(p, *found - 1, row))
            return *found;
    return 0;
}

static void grow(struct patterns *p)
{
    size_t capacity = p->capacity ? 2 * p->capacity : 16;
    uint16_t *rows = aet_calloc(capacity, p->coders * sizeof *rows);
    uint64_t *times = aet_calloc(capacity, sizeof *times);

    if (p->n > 0) {
        memcpy(rows, p->rows, p->n * p->coders * sizeof *rows);
        memcpy(times, p->times, p->n * sizeof *times);
    }
    aet_free(p->rows);
    aet_free(p->times);
    p->rows = rows;
    p->times = times;
    p->capacity = capacity;
}

static bool in_range(const struct patterns *p, const uint16_t *row)
{
    for (size_t i = 0; i < p->coders; i++)
        if (row[i] != AET_CODE_MISSING && row[i] >= p->codes)
            return false;
    return true;
}

bool aet_patterns_add(struct patterns *p, const uint16_t *row, uint64_t times)
{
    size_t at;

    if (!in_range(p, row))
        return false;
    at = find(p, row);
    if (!at) {
        if (p->n == p->capacity)
            grow(p);
        memcpy(p->rows + p->n * p->coders, row, p->coders * sizeof *row);
        p->times[p->n] = 0;
        at = ++p->n;
        aet_hash_add(&p->index, hash(p, row), at);
    }
    p->times[at - 1] += times;
    return true;
}

void aet_patterns_merge(struct patterns *p, const struct patterns *from)
{
    for (size_t i = 0; i < from->n; i++)
        aet_patterns_add(p, from->rows + i * from->coders, from->times[i]);
}

/* qsort has no context: each entry carries where its row is and how long. */
struct entry {
    const uint16_t *row;
    size_t coders;
    uint64_t times;
};

static int by_codes(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;

    for (size_t i = 0; i < a->coders; i++)
        if (a->row[i] != b->row[i])
            return a->row[i] < b->row[i] ? -1 : 1;
    return 0;
}

void aet_patterns_finish(struct patterns *p)
{
    struct entry *entries = aet_calloc(p->n, sizeof *entries);
    uint16_t *rows = aet_calloc(p->capacity, p->coders * sizeof *rows);

    for (size_t i = 0; i < p->n; i++)
        entries[i] = (struct entry){ p->rows + i * p->coders, p->coders, p->times[i] };
    qsort(entries, p->n, sizeof *entries, by_codes);
    for (size_t i = 0; i < p->n; i++) {
        memcpy(rows + i * p->coders, entries[i].row, p->coders * sizeof *rows);
        p->times[i] = entries[i].times;
    }
    aet_free(entries);
    aet_free(p->rows);
    p->rows = rows;
    aet_hash_free(&p->index);
    for (size_t i = 0; i < p->n; i++)
        aet_hash_add(&p->index, hash(p, p->rows + i * p->coders), i + 1);
}

void aet_patterns_free(struct patterns *p)
{
    aet_free(p->rows);
    aet_free(p->times);
    aet_hash_free(&p->index);
    *p = (struct patterns){ .coders = p->coders, .codes = p->codes };
}

bool aet_patterns_find(const struct patterns *p, const uint16_t *row, size_t *at)
{
    size_t found = find(p, row);

    *at = found - 1;
    return found > 0;
}

bool aet_codes_agree(const uint16_t *row, size_t coders)
{
    uint16_t first = AET_CODE_MISSING;

    for (size_t i = 0; i < coders; i++) {
        if (row[i] == AET_CODE_MISSING)
            continue;
        if (first != AET_CODE_MISSING && row[i] != first)
            return false;
        first = row[i];
    }
    return true;
}

size_t aet_pattern_size(const struct patterns *p, size_t i)
{
    size_t size = 0;

    for (size_t c = 0; c < p->coders; c++)
        size += p->rows[i * p->coders + c] != AET_CODE_MISSING;
    return size;
}

uint64_t aet_patterns_pairable(const struct patterns *p)
{
    uint64_t units = 0;

    for (size_t i = 0; i < p->n; i++)
        if (aet_pattern_size(p, i) >= 2)
            units += p->times[i];
    return units;
}

/* Whether coder c gave any code. */
static bool active(const struct patterns *p, size_t c)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->times[i] > 0 && p->rows[i * p->coders + c] != AET_CODE_MISSING)
            return true;
    return false;
}

enum stat_reason aet_patterns_fault(const struct patterns *p)
{
    size_t coders = 0;

    if (aet_patterns_pairable(p) > 0)
        return STAT_NONE;
    for (size_t c = 0; c < p->coders; c++)
        coders += active(p, c);
    if (coders == 0)
        return STAT_EMPTY;
    return coders == 1 ? STAT_ONE_CODER : STAT_NO_OVERLAP;
}

void aet_patterns_pair(const struct patterns *p, size_t a, size_t b, struct pair_table *t)
{
    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;

        if (row[a] != AET_CODE_MISSING && row[b] != AET_CODE_MISSING)
            aet_pair_add(t, row[a], row[b], p->times[i]);
    }
}
