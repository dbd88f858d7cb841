/* Headings to fields, with a memo of raw bytes for the keys of JSON objects. */
#include "record/headings.h"

#include "base/fold.h"
#include "tables/match.h"

enum { MEMO = 256, MEMO_BYTES = 48, NEAR_MIN = 4 };

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
    struct arena arena;
    struct known *known;
    size_t n, cap;
    struct buf scratch;
    struct remembered memo[MEMO];
};

static void know(struct headings *h, struct span heading, int field)
{
    aet_buf_clear(&h->scratch);
    aet_fold_name(heading, &h->scratch);
    h->known = aet_grow(h->known, &h->cap, h->n, sizeof *h->known);
    h->known[h->n++] = (struct known){ aet_arena_copy(&h->arena, aet_buf_view(&h->scratch)),
                                       field };
}

struct headings *aet_headings_new(const struct schema *schema, struct rename *renames, size_t n)
{
    struct headings *h = aet_calloc(1, sizeof *h);

    h->schema = schema;
    h->renames = renames;
    h->renames_n = n;
    for (size_t i = 0; i < schema->n; i++) {
        const struct field *f = &schema->fields[i];
        struct span variants = aet_span_z(f->headings);

        know(h, aet_span_z(f->name), (int)i);
        know(h, aet_span_z(f->title.fr), (int)i);
        know(h, aet_span_z(f->title.en), (int)i);
        while (variants.n) {
            const char *bar = memchr(variants.p, '|', variants.n);
            size_t len = bar ? (size_t)(bar - variants.p) : variants.n;

            know(h, aet_span(variants.p, len), (int)i);
            variants = aet_span_from(variants, len + 1);
        }
    }
    return h;
}

void aet_headings_free(struct headings *h)
{
    if (!h)
        return;
    aet_free(h->known);
    aet_buf_free(&h->scratch);
    aet_arena_free(&h->arena);
    aet_free(h);
}

static bool folds_alike(struct headings *h, struct span a, struct span b)
{
    aet_buf_clear(&h->scratch);
    aet_fold_name(a, &h->scratch);

    size_t n = h->scratch.n;

    aet_fold_name(b, &h->scratch);
    return n &&
           aet_span_eq(aet_span(h->scratch.p, n), aet_span(h->scratch.p + n, h->scratch.n - n));
}

struct span aet_heading_name(struct headings *h, struct span heading)
{
    for (size_t i = 0; i < h->renames_n; i++)
        if (folds_alike(h, heading, h->renames[i].from)) {
            h->renames[i].used = true;
            return h->renames[i].to;
        }
    return heading;
}

static int find_field(struct headings *h, struct span heading)
{
    struct span name = aet_heading_name(h, heading);

    aet_buf_clear(&h->scratch);
    aet_fold_name(name, &h->scratch);
    for (size_t i = 0; h->scratch.n && i < h->n; i++)
        if (aet_span_eq(h->known[i].key, aet_buf_view(&h->scratch)))
            return h->known[i].field;
    return NO_FIELD;
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

int aet_heading_near(struct headings *h, struct span heading)
{
    double best = 0.8; /* one letter in five */
    int field = NO_FIELD;

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
    size_t known = 0;

    for (size_t i = 0; i < n; i++)
        known += headings[i].n && aet_heading_field(context, headings[i]) != NO_FIELD;
    return known;
}

/* Index of a heading as it is written, or layout->columns. */
static size_t column_of(const struct layout *layout, struct span heading)
{
    size_t i = 0;

    while (i < layout->columns && !aet_span_eq(layout->headings[i], heading))
        i++;
    return i;
}

const struct rule *aet_mapping_make(struct mapping *m, struct headings *h,
                                    const struct layout *layout, struct arena *arena,
                                    struct span args[3], size_t *column)
{
    size_t n = layout->columns;

    m->layout = layout;
    m->brut = column_of(layout, AET_LIT("diagnostics")) < n ? column_of(layout, AET_LIT("brut"))
                                                            : n;
    m->field_of = aet_arena_alloc(arena, (n + 1) * sizeof *m->field_of);
    m->wanted = aet_arena_alloc(arena, (n + 1) * sizeof *m->wanted);
    m->names = aet_arena_alloc(arena, (n + 1) * sizeof *m->names);
    for (size_t i = 0; i < n; i++) {
        struct span heading = layout->headings[i];
        int field = heading.n ? aet_heading_field(h, heading) : NO_FIELD;

        m->names[i] = aet_heading_name(h, heading);
        m->field_of[i] = field;
        m->wanted[i] = field != NO_FIELD && !h->schema->fields[field].generated;
        for (size_t k = 0; heading.n && k < i; k++) {
            bool same = aet_span_eq(m->names[k], m->names[i]);

            if (!same && (field == NO_FIELD || m->field_of[k] != field))
                continue;
            args[0] = heading;
            args[1] = layout->headings[k];
            args[2] = field == NO_FIELD ? m->names[i] : aet_span_z(h->schema->fields[field].name);
            *column = i;
            same &= aet_span_eq(heading, layout->headings[k]);
            return &aet_rules_ent[same ? ENT_HEADING_TWICE : ENT_FIELD_TWICE];
        }
    }
    return NULL;
}

bool aet_mapping_has(const struct mapping *m, int field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == field)
            return true;
    return false;
}
