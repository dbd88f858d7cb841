/* Headings to fields, with a memo of raw bytes for the keys of JSON objects. */
#include "headings/headings.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/similar.h"
#include "headings/choice.h"
#include "headings/outside.h"
#include "headings/reworded.h"

enum { MEMO = 256, MEMO_BYTES = 120, NEAR_MIN = 4 };

struct known {
    struct span key;
    int field;
};

struct remembered {
    uint64_t hash;
    int field;
    unsigned n;
    char bytes[MEMO_BYTES];
};

struct headings {
    const struct schema *schema;
    struct rename *renames;
    size_t renames_n;
    struct span *froms; /* by rename: folded */
    struct arena arena;
    struct known *known;
    size_t n, cap;
    struct hash by_key, by_from; /* of keys: 1 + what is known; 1 + the rename */
    struct reworded *reworded;   /* made when first needed */
    struct buf scratch;
    struct remembered memo[MEMO];
};

/* What a heading is compared by: in h->scratch, until the next one. */
static struct span key_of(struct headings *h, struct span heading)
{
    aet_buf_clear(&h->scratch);
    aet_fold_name(heading, &h->scratch);
    return aet_buf_view(&h->scratch);
}

/* 1 + what is known by a key, 1 + the rename of one; 0: there is none, and none of an empty key. */
static uint64_t known_at(const struct headings *h, struct span key)
{
    const uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&h->by_key, aet_span_hash(key), &at)) != NULL;)
        if (key.n && aet_span_eq(h->known[*found - 1].key, key))
            return *found;
    return 0;
}

static uint64_t rename_at(const struct headings *h, struct span key)
{
    const uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&h->by_from, aet_span_hash(key), &at)) != NULL;)
        if (key.n && aet_span_eq(h->froms[*found - 1], key))
            return *found;
    return 0;
}

static void know(struct headings *h, struct span heading, int field)
{
    struct span key = aet_arena_copy(&h->arena, key_of(h, heading));

    h->known = aet_grow(h->known, &h->cap, h->n, sizeof *h->known);
    h->known[h->n++] = (struct known){ key, field };
    if (!known_at(h, key))
        aet_hash_add(&h->by_key, aet_span_hash(key), h->n);
}

/* The renames by what they rename; of two of one heading the first counts. */
static void index_renames(struct headings *h)
{
    h->froms = aet_arena_alloc(&h->arena, (h->renames_n + 1) * sizeof *h->froms);
    for (size_t i = 0; i < h->renames_n; i++) {
        h->froms[i] = aet_arena_copy(&h->arena, key_of(h, h->renames[i].from));
        if (!rename_at(h, h->froms[i]))
            aet_hash_add(&h->by_from, aet_span_hash(h->froms[i]), i + 1);
    }
}

struct headings *aet_headings_new(const struct schema *schema, struct rename *renames, size_t n)
{
    struct headings *h = aet_calloc(1, sizeof *h);

    h->schema = schema;
    h->renames = renames;
    h->renames_n = n;
    index_renames(h);
    for (size_t i = 0; i < schema->n; i++) {
        struct field_headings rest = { 0 };
        struct span heading;

        while (aet_field_heading(&schema->fields[i], &rest, &heading))
            know(h, heading, (int)i);
    }
    return h;
}

void aet_headings_free(struct headings *h)
{
    if (!h)
        return;
    aet_free(h->known);
    aet_hash_free(&h->by_key);
    aet_hash_free(&h->by_from);
    aet_reworded_free(h->reworded);
    aet_buf_free(&h->scratch);
    aet_arena_free(&h->arena);
    aet_free(h);
}

const struct schema *aet_headings_schema(const struct headings *h)
{
    return h->schema;
}

struct rename *aet_headings_renames(const struct headings *h, size_t *n)
{
    *n = h->renames_n;
    return h->renames;
}

struct span aet_heading_name(struct headings *h, struct span heading)
{
    uint64_t at = h->renames_n ? rename_at(h, key_of(h, heading)) : 0;

    if (!at)
        return heading;
    if (!h->renames[at - 1].used)
        h->renames[at - 1].used = true;
    return h->renames[at - 1].to;
}

static int known_field(struct headings *h, struct span name)
{
    uint64_t at = known_at(h, key_of(h, name));

    return at ? h->known[at - 1].field : NO_FIELD;
}

static int find_field(struct headings *h, struct span heading)
{
    struct span name = aet_heading_name(h, heading);
    int field = known_field(h, name);

    if (aet_outside_is(name))
        return NO_FIELD;
    if (field != NO_FIELD || !h->scratch.n)
        return field;
    if (!h->reworded)
        h->reworded = aet_reworded_new(h->schema);
    return aet_reworded_field(h->reworded, name);
}

int aet_heading_field(struct headings *h, struct span heading)
{
    uint64_t hash = aet_span_hash(heading);
    struct remembered *r = &h->memo[hash % MEMO];

    if (r->n == heading.n && r->hash == hash && heading.n &&
        memcmp(r->bytes, heading.p, heading.n) == 0)
        return r->field;

    int field = find_field(h, heading);

    if (heading.n && heading.n <= MEMO_BYTES) {
        r->hash = hash;
        r->field = field;
        r->n = (unsigned)heading.n;
        memcpy(r->bytes, heading.p, heading.n);
    }
    return field;
}

bool aet_heading_exact(struct headings *h, struct span heading)
{
    struct span name = aet_heading_name(h, heading);

    return known_field(h, name) != NO_FIELD || !aet_span_eq(name, heading);
}

int aet_heading_choice(struct headings *h, struct span heading, struct span *label)
{
    struct span name = aet_heading_name(h, heading), of;
    int field;

    if (aet_outside_is(name) || !aet_choice_parts(name, &of, label) ||
        find_field(h, name) != NO_FIELD)
        return NO_FIELD;
    field = find_field(h, of);
    return field != NO_FIELD && aet_choice_type(h->schema->fields[field].type) &&
                   find_field(h, *label) == NO_FIELD
               ? field
               : NO_FIELD;
}

int aet_heading_near(struct headings *h, struct span heading)
{
    double best = 0.8; /* one letter in five */
    int field = NO_FIELD;

    if (aet_outside_is(heading))
        return NO_FIELD;
    aet_buf_clear(&h->scratch);
    aet_fold_name(heading, &h->scratch);
    for (size_t i = 0; h->scratch.n >= NEAR_MIN && i < h->n; i++) {
        double s = aet_similarity(h->known[i].key, aet_buf_view(&h->scratch));

        if (s > best && !h->schema->fields[h->known[i].field].generated) {
            best = s;
            field = h->known[i].field;
        }
    }
    return field;
}

size_t aet_headings_known(void *context, const struct span *headings, size_t n)
{
    struct headings *h = context;
    struct span label;
    size_t known = 0;

    for (size_t i = 0; i < n; i++)
        known += headings[i].n && (aet_heading_field(h, headings[i]) != NO_FIELD ||
                                   aet_heading_choice(h, headings[i], &label) != NO_FIELD);
    return known;
}
