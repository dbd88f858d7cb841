/* The section of a summary of coded segments that tells which codes meet. */
#include "repa/bilan/lecture.h"

#include <stdlib.h>

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

/* Readings with a code, and with two; segments where some reading has both. */
struct paires {
    int64_t *readings, *both, *segments;
    int32_t *last; /* by pair: the last segment counted */
};

static size_t pair(const struct lecture *l, int32_t a, int32_t b)
{
    return (size_t)a * l->codes + (size_t)b;
}

/* One reading: the codes from `from` to `to`, sorted. */
static void add_reading(const struct lecture *l, struct paires *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (aet_repa_lecture_code(&l->x[i]) < 0)
            continue;
        p->readings[aet_repa_lecture_code(&l->x[i])]++;
        for (size_t k = i + 1; k < to; k++) {
            size_t at = pair(l, aet_repa_lecture_code(&l->x[i]), aet_repa_lecture_code(&l->x[k]));

            p->both[at]++;
            p->segments[at] += p->last[at] != l->x[i].cle.c[0] + 1;
            p->last[at] = l->x[i].cle.c[0] + 1;
        }
    }
}

struct couple {
    int32_t a, b;
    int64_t segments;
    double jaccard;
};

static int most_first(const void *x, const void *y)
{
    const struct couple *a = x, *b = y;

    if (a->segments != b->segments)
        return a->segments < b->segments ? 1 : -1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void put_couples(const struct lecture *l, const struct paires *p, struct section *s)
{
    struct couple *all = aet_calloc(l->codes * l->codes + 1, sizeof *all);
    size_t n = 0;

    for (int32_t a = 0; a < (int32_t)l->codes; a++)
        for (int32_t b = a + 1; b < (int32_t)l->codes; b++) {
            int64_t both = p->both[pair(l, a, b)];

            if (both)
                all[n++] = (struct couple){ a, b, p->segments[pair(l, a, b)],
                                            (double)both /
                                                (double)(p->readings[a] + p->readings[b] - both) };
        }
    qsort(all, n, sizeof *all, most_first);
    for (size_t i = 0; i < n; i++) {
        aet_row_begin(s);
        aet_repa_lecture_put_code(l, s, COOCCURRENCES_CODE_A, all[i].a);
        aet_repa_lecture_put_code(l, s, COOCCURRENCES_CODE_B, all[i].b);
        aet_row_count(s, COOCCURRENCES_SEGMENTS, all[i].segments);
        aet_row_number(s, COOCCURRENCES_JACCARD, all[i].jaccard);
        aet_row_end(s);
    }
    aet_free(all);
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
    size_t cells = l->codes * l->codes + 1;
    struct paires p = { aet_calloc(l->codes + 1, sizeof *p.readings),
                        aet_calloc(cells, sizeof *p.both), aet_calloc(cells, sizeof *p.segments),
                        aet_calloc(cells, sizeof *p.last) };

    for (size_t from = 0, to; from < l->n; from = to) {
        for (to = from; to < l->n && l->x[to].cle.c[0] == l->x[from].cle.c[0] &&
                        l->x[to].cle.c[1] == l->x[from].cle.c[1];
             to++)
            ;
        add_reading(l, &p, from, to);
    }
    put_couples(l, &p, s);
    aet_section_say(s, note);
    aet_free(p.readings);
    aet_free(p.both);
    aet_free(p.segments);
    aet_free(p.last);
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
