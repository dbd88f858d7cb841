/* The section of a summary of coded segments that tells which codes meet. */
#include "repa/bilan/lecture.h"

#include <stdlib.h>

#include "base/hash.h"

enum {
    COOCCURRENCES_CODE_A,
    COOCCURRENCES_LIBELLE_A,
    COOCCURRENCES_CODE_B,
    COOCCURRENCES_LIBELLE_B,
    COOCCURRENCES_SEGMENTS,
    COOCCURRENCES_JACCARD
};
static const struct column cooccurrences_columns[] = {
    [COOCCURRENCES_CODE_A] = { "code_a", { "Code", "Code" }, CELL_CODE, true },
    [COOCCURRENCES_LIBELLE_A] = { "libelle_a", { "Code", "Code" }, CELL_TEXT, false },
    [COOCCURRENCES_CODE_B] = { "code_b", { "Avec", "With" }, CELL_CODE, true },
    [COOCCURRENCES_LIBELLE_B] = { "libelle_b", { "Avec", "With" }, CELL_TEXT, false },
    [COOCCURRENCES_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [COOCCURRENCES_JACCARD] = { "jaccard", { "Jaccard", "Jaccard" }, CELL_NUMBER, false },
};

/* Two codes that met: readings that have both, and segments where some reading has. */
struct couple {
    int32_t a, b;
    int64_t both, segments;
    int32_t last; /* segment counted */
};

/* Those that met, few of all that could; by code, the readings that have it. */
struct paires {
    struct hash index; /* 1 + the couple, by its two codes */
    struct couple *list;
    size_t n, cap;
    int64_t *readings;
};

/* Two codes as one number, mixed: different ones never meet. */
static uint64_t key_of(int32_t a, int32_t b)
{
    uint64_t key = ((uint64_t)a << 32 | (uint32_t)b) * 0x9E3779B97F4A7C15u;

    return key ^ key >> 32;
}

static struct couple *couple_of(struct paires *p, int32_t a, int32_t b)
{
    uint64_t there = aet_hash_once(&p->index, key_of(a, b), p->n + 1);

    if (there)
        return &p->list[there - 1];
    p->list = aet_grow(p->list, &p->cap, p->n, sizeof *p->list);
    p->list[p->n] = (struct couple){ .a = a, .b = b, .last = -1 };
    return &p->list[p->n++];
}

/* One reading: the codes from `from` to `to`, sorted. */
static void add_reading(const struct lecture *l, struct paires *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        int32_t a = aet_repa_lecture_code(&l->x[i]), segment = l->x[i].cle.c[0];

        if (a < 0)
            continue;
        p->readings[a]++;
        for (size_t k = i + 1; k < to; k++) {
            struct couple *c = couple_of(p, a, aet_repa_lecture_code(&l->x[k]));

            c->both++;
            c->segments += c->last != segment;
            c->last = segment;
        }
    }
}

static int most_first(const void *x, const void *y)
{
    const struct couple *a = x, *b = y;

    if (a->segments != b->segments)
        return a->segments < b->segments ? 1 : -1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void put_couples(const struct lecture *l, struct paires *p, struct section *s)
{
    if (p->n)
        qsort(p->list, p->n, sizeof *p->list, most_first);
    for (size_t i = 0; i < p->n; i++) {
        const struct couple *c = &p->list[i];
        int64_t either = p->readings[c->a] + p->readings[c->b] - c->both;

        aet_row_begin(s);
        aet_repa_lecture_put_code(l, s, COOCCURRENCES_CODE_A, c->a);
        aet_repa_lecture_put_code(l, s, COOCCURRENCES_CODE_B, c->b);
        aet_row_count(s, COOCCURRENCES_SEGMENTS, c->segments);
        aet_row_number(s, COOCCURRENCES_JACCARD, (double)c->both / (double)either);
        aet_row_end(s);
    }
}

static void cooccurrences(void *sum, struct section *s)
{
    static const struct text note = {
        "Deux codes se rencontrent quand un même codeur les donne à un même segment. Jaccard : "
        "lectures qui ont les deux, sur celles qui ont l’un ou l’autre.",
        "Two codes meet when one coder gives both to one segment. Jaccard: readings that have "
        "both, "
        "over those that have either."
    };
    const struct lecture *l = sum;
    struct paires p = { .readings = aet_calloc(l->codes + 1, sizeof *p.readings) };

    for (size_t from = 0, to; from < l->n; from = to) {
        for (to = from; to < l->n && l->x[to].cle.c[0] == l->x[from].cle.c[0] &&
                        l->x[to].cle.c[1] == l->x[from].cle.c[1];
             to++)
            ;
        add_reading(l, &p, from, to);
    }
    put_couples(l, &p, s);
    aet_section_say(s, note);
    aet_hash_free(&p.index);
    aet_free(p.list);
    aet_free(p.readings);
}

const struct section_kind aet_repa_kind_seg_cooccurrences = {
    .key = "cooccurrences",
    .title = { "Cooccurrences", "Co-occurrences" },
    AET_COLUMNS(cooccurrences_columns),
    .fill = cooccurrences,
    .mask = { .kind = MASK_COUNTS,
              .keys = { COOCCURRENCES_CODE_A, COOCCURRENCES_CODE_B },
              .keys_n = 2,
              .counts = { { COOCCURRENCES_SEGMENTS, "segments" } } },
};
