/* The sections of a summary of coded segments: codes, families, narratives, coders. What needs more
 * than a count of what a test takes stands in saturation.c and cooccurrences.c. */
#include "repa/bilan/lecture.h"

/* What is counted of the codings of one key. */
struct decompte {
    int64_t segments, recits, codeurs, codes, codages;
};

/* What codings are counted by. */
enum cle_de { PAR_CODE, PAR_FAMILLE, PAR_RECIT, PAR_CODEUR };

/* 1 + the key of a coding; 0: it has none. */
static size_t key_of(const struct lecture *l, enum cle_de by, const struct compte *x)
{
    int32_t code = aet_repa_lecture_code(x);

    switch (by) {
    case PAR_CODE:
        return (size_t)(code + 1);
    case PAR_FAMILLE:
        return code < 0 ? 0 : (size_t)l->tete[code] + 1;
    case PAR_RECIT:
        return aet_repa_lecture_recit(l, x) + 1;
    default:
        return (size_t)(x->cle.c[1] + 1);
    }
}

/* The places of codings by a key, so that those of each are counted without looking at the others:
 * of key k, those from start[k + 1] up to start[k + 2] (not it), in their order. */
struct repartis {
    uint32_t *places;
    size_t *start;
};

static struct repartis spread(const struct lecture *l, enum cle_de by, size_t keys)
{
    struct repartis r = { aet_calloc(l->n + 1, sizeof *r.places),
                          aet_calloc(keys + 3, sizeof *r.start) };

    for (size_t i = 0; i < l->n; i++)
        r.start[key_of(l, by, &l->x[i]) + 2]++;
    for (size_t k = 2; k < keys + 3; k++)
        r.start[k] += r.start[k - 1];
    for (size_t i = 0; i < l->n; i++)
        r.places[r.start[key_of(l, by, &l->x[i]) + 1]++] = (uint32_t)i;
    return r;
}

/* What was met of a key. */
struct vus {
    struct marques recits, codes, codeurs;
};

static void add(struct decompte *d, const struct lecture *l, const struct compte *x,
                struct vus *seen, uint32_t turn)
{
    int32_t code = aet_repa_lecture_code(x);

    d->recits += aet_repa_marque(&seen->recits, aet_repa_lecture_recit(l, x), turn);
    if (x->cle.c[1] >= 0)
        d->codeurs += aet_repa_marque(&seen->codeurs, (size_t)x->cle.c[1], turn);
    if (code < 0)
        return;
    d->codes += aet_repa_marque(&seen->codes, (size_t)code, turn);
    d->codages++;
}

/* What is counted by each of so many keys; to be freed. */
static struct decompte *count_by(const struct lecture *l, enum cle_de by, size_t keys)
{
    struct decompte *all = aet_calloc(keys + 1, sizeof *all);
    struct repartis r = spread(l, by, keys);
    struct vus seen = { aet_repa_marques_new(l->v->b->recits.n), aet_repa_marques_new(l->codes),
                        aet_repa_marques_new(l->v->b->codeurs.n) };

    for (size_t k = 0; k < keys; k++) {
        int32_t last = -1;

        for (size_t i = r.start[k + 1]; i < r.start[k + 2]; i++) {
            const struct compte *x = &l->x[r.places[i]];

            all[k].segments += x->cle.c[0] != last;
            last = x->cle.c[0];
            add(&all[k], l, x, &seen, (uint32_t)k + 1);
        }
    }
    aet_free(r.places);
    aet_free(r.start);
    aet_free(seen.recits.turns);
    aet_free(seen.codes.turns);
    aet_free(seen.codeurs.turns);
    return all;
}

/* By code, the segments that it or one under it has; to be freed. Up the tree of each coding: where
 * the segment was counted already, it was further up too. */
static int64_t *tree_segments(const struct lecture *l)
{
    int64_t *all = aet_calloc(l->codes + 1, sizeof *all);
    struct marques seen = aet_repa_marques_new(l->codes);

    for (size_t i = 0; i < l->n; i++) {
        uint32_t turn = (uint32_t)l->x[i].cle.c[0] + 1;

        for (int32_t code = aet_repa_lecture_code(&l->x[i]); code >= 0; code = l->parent[code]) {
            if (!aet_repa_marque(&seen, (size_t)code, turn))
                break;
            all[code]++;
        }
    }
    aet_free(seen.turns);
    return all;
}

enum {
    CORPUS_SEGMENTS,
    CORPUS_RECITS,
    CORPUS_CODEURS,
    CORPUS_CODES,
    CORPUS_CODAGES,
    CORPUS_SANS_CODE,
    CORPUS_REJETES,
    CORPUS_ECARTES
};
static const struct column corpus_columns[] = {
    [CORPUS_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [CORPUS_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [CORPUS_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [CORPUS_CODES] = { "codes", { "Codes employés", "Codes used" }, CELL_COUNT, false },
    [CORPUS_CODAGES] = { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
    [CORPUS_SANS_CODE] = { "sans_code",
                           { "Lectures sans code", "Readings without a code" },
                           CELL_COUNT,
                           false },
    AET_COLUMNS_REJECTED(CORPUS_REJETES, CORPUS_ECARTES, "Rejetés à la lecture"),
};

static void corpus(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    const struct bilan_repa *b = l->v->b;
    struct marques codes = aet_repa_marques_new(l->codes);
    int64_t used = 0, codings = 0, none = 0;

    for (size_t i = 0; i < l->n; i++) {
        if (aet_repa_lecture_code(&l->x[i]) < 0) {
            none++;
            continue;
        }
        used += aet_repa_marque(&codes, (size_t)aet_repa_lecture_code(&l->x[i]), 1);
        codings++;
    }
    aet_row_begin(s);
    aet_row_count(s, CORPUS_SEGMENTS, (int64_t)b->unites.n);
    aet_row_count(s, CORPUS_RECITS, (int64_t)b->recits.n);
    aet_row_count(s, CORPUS_CODEURS, (int64_t)b->codeurs.n);
    aet_row_count(s, CORPUS_CODES, used);
    aet_row_count(s, CORPUS_CODAGES, codings);
    aet_row_count(s, CORPUS_SANS_CODE, none);
    aet_row_rejected(s, CORPUS_REJETES, CORPUS_ECARTES);
    aet_row_end(s);
    aet_free(codes.turns);
}

const struct section_kind aet_repa_kind_seg_corpus = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(corpus_columns),
    .single = true,
    .fill = corpus,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { CORPUS_CODAGES, "codages" },
                          { CORPUS_SEGMENTS, "segments" },
                          { CORPUS_SANS_CODE, "sans_code" } },
              .few = { CORPUS_RECITS, CORPUS_CODEURS, CORPUS_CODES },
              .few_n = 3 },
};

enum {
    CODES_CODE,
    CODES_LIBELLE,
    CODES_FAMILLE,
    CODES_SEGMENTS,
    CODES_SEGMENTS_ARBRE,
    CODES_RECITS,
    CODES_CODEURS,
    CODES_CODAGES
};
static const struct column codes_columns[] = {
    [CODES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [CODES_FAMILLE] = { "famille", { "Famille", "Family" }, CELL_CODE, false },
    [CODES_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [CODES_SEGMENTS_ARBRE] = { "segments_arbre",
                               { "Segments, sous-codes compris", "Segments, sub-codes included" },
                               CELL_COUNT,
                               false },
    [CODES_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [CODES_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [CODES_CODAGES] = { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};

static void codes(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    struct decompte *all = count_by(l, PAR_CODE, l->codes);
    int64_t *tree = tree_segments(l);

    for (int32_t c = 0; c < (int32_t)l->codes; c++) {
        aet_row_begin(s);
        aet_repa_lecture_put_code(l, s, CODES_CODE, c);
        aet_repa_lecture_put_famille(l, s, CODES_FAMILLE, c);
        aet_row_count(s, CODES_SEGMENTS, all[c].segments);
        aet_row_count(s, CODES_SEGMENTS_ARBRE, tree[c]);
        aet_row_count(s, CODES_RECITS, all[c].recits);
        aet_row_count(s, CODES_CODEURS, all[c].codeurs);
        aet_row_count(s, CODES_CODAGES, all[c].codages);
        aet_row_end(s);
    }
    aet_free(all);
    aet_free(tree);
}

const struct section_kind aet_repa_kind_seg_codes = {
    .key = "codes",
    .brief = 15,
    .title = { "Codes", "Codes" },
    AET_COLUMNS(codes_columns),
    .view = { .kind = VIEW_BARS,
              .label = CODES_LIBELLE,
              .from = CODES_SEGMENTS,
              .to = CODES_SEGMENTS },
    .fill = codes,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CODES_CODE, CODES_FAMILLE },
              .keys_n = 1,
              .also_n = 1,
              .counts = { { CODES_SEGMENTS, "segments" },
                          { CODES_CODAGES, "codages" },
                          { CODES_RECITS, "recits" } },
              .few = { CODES_CODEURS },
              .few_n = 1 },
};

enum { FAMILLES_FAMILLE, FAMILLES_CODES, FAMILLES_SEGMENTS, FAMILLES_RECITS, FAMILLES_CODAGES };
static const struct column familles_columns[] = {
    [FAMILLES_FAMILLE] = { "famille", { "Famille", "Family" }, CELL_CODE, false },
    [FAMILLES_CODES] = { "codes", { "Codes employés", "Codes used" }, CELL_COUNT, false },
    [FAMILLES_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [FAMILLES_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [FAMILLES_CODAGES] = { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};

static void familles(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    struct decompte *all = count_by(l, PAR_FAMILLE, l->codes);

    for (int32_t c = 0; c < (int32_t)l->codes; c++) {
        if (l->tete[c] != c)
            continue;
        aet_row_begin(s);
        aet_repa_lecture_put_famille(l, s, FAMILLES_FAMILLE, c);
        aet_row_count(s, FAMILLES_CODES, all[c].codes);
        aet_row_count(s, FAMILLES_SEGMENTS, all[c].segments);
        aet_row_count(s, FAMILLES_RECITS, all[c].recits);
        aet_row_count(s, FAMILLES_CODAGES, all[c].codages);
        aet_row_end(s);
    }
    aet_free(all);
}

const struct section_kind aet_repa_kind_seg_familles = {
    .key = "familles",
    .brief = 8,
    .title = { "Familles de codes", "Families of codes" },
    AET_COLUMNS(familles_columns),
    .view = { .kind = VIEW_BARS,
              .label = FAMILLES_FAMILLE,
              .from = FAMILLES_SEGMENTS,
              .to = FAMILLES_SEGMENTS },
    .fill = familles,
    .mask = { .kind = MASK_COUNTS,
              .keys = { FAMILLES_FAMILLE },
              .keys_n = 1,
              .counts = { { FAMILLES_SEGMENTS, "segments" },
                          { FAMILLES_CODAGES, "codages" },
                          { FAMILLES_RECITS, "recits" } },
              .few = { FAMILLES_CODES },
              .few_n = 1 },
};

enum { RECITS_RECIT, RECITS_SEGMENTS, RECITS_CODES, RECITS_CODEURS, RECITS_CODAGES };
static const struct column recits_columns[] = {
    [RECITS_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [RECITS_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [RECITS_CODES] = { "codes", { "Codes", "Codes" }, CELL_COUNT, false },
    [RECITS_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [RECITS_CODAGES] = { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};

static void recits(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    const struct names *names = &l->v->b->recits;
    uint32_t *order = aet_names_sorted(names);
    struct decompte *all = count_by(l, PAR_RECIT, names->n);

    for (size_t i = 0; i < names->n; i++) {
        struct decompte d = all[order[i]];

        aet_row_begin(s);
        aet_row_text(s, RECITS_RECIT, names->list[order[i]]);
        aet_row_count(s, RECITS_SEGMENTS, d.segments);
        aet_row_count(s, RECITS_CODES, d.codes);
        aet_row_count(s, RECITS_CODEURS, d.codeurs);
        aet_row_count(s, RECITS_CODAGES, d.codages);
        aet_row_end(s);
    }
    aet_free(all);
    aet_free(order);
}

const struct section_kind aet_repa_kind_seg_recits = {
    .key = "recits",
    .title = { "Récits", "Narratives" },
    AET_COLUMNS(recits_columns),
    .fill = recits,
    .mask = { .kind = MASK_COUNTS,
              .keys = { RECITS_RECIT },
              .keys_n = 1,
              .counts = { { RECITS_SEGMENTS, "segments" }, { RECITS_CODAGES, "codages" } },
              .few = { RECITS_CODES, RECITS_CODEURS },
              .few_n = 2 },
};

enum { CODEURS_CODEUR, CODEURS_SEGMENTS, CODEURS_CODES, CODEURS_RECITS, CODEURS_CODAGES };
static const struct column codeurs_columns[] = {
    [CODEURS_CODEUR] = { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    [CODEURS_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    [CODEURS_CODES] = { "codes", { "Codes", "Codes" }, CELL_COUNT, false },
    [CODEURS_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [CODEURS_CODAGES] = { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};

static void codeurs(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    const struct names *names = &l->v->b->codeurs;
    uint32_t *order = aet_names_sorted(names);
    struct decompte *all = count_by(l, PAR_CODEUR, names->n);

    for (size_t i = 0; i < names->n; i++) {
        struct decompte d = all[order[i]];

        aet_row_begin(s);
        aet_row_text(s, CODEURS_CODEUR, names->list[order[i]]);
        aet_row_count(s, CODEURS_SEGMENTS, d.segments);
        aet_row_count(s, CODEURS_CODES, d.codes);
        aet_row_count(s, CODEURS_RECITS, d.recits);
        aet_row_count(s, CODEURS_CODAGES, d.codages);
        aet_row_end(s);
    }
    aet_free(all);
    aet_free(order);
}

const struct section_kind aet_repa_kind_seg_codeurs = {
    .key = "codeurs",
    .title = { "Codeurs", "Coders" },
    AET_COLUMNS(codeurs_columns),
    .fill = codeurs,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CODEURS_CODEUR },
              .keys_n = 1,
              .counts = { { CODEURS_SEGMENTS, "segments" }, { CODEURS_CODAGES, "codages" } },
              .few = { CODEURS_CODES, CODEURS_RECITS },
              .few_n = 2 },
};
