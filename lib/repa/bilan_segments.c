/* The sections of a summary of coded segments: codes, families, narratives, coders. What needs more
 * than a count of what a test takes stands in bilan_saturation.c and bilan_cooccurrences.c. */
#include "repa/bilan_lecture.h"

static const struct column corpus_columns[] = {
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "codes", { "Codes employés", "Codes used" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
    { "sans_code", { "Lectures sans code", "Readings without a code" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_corpus = { "base",         { "En bref", "In short" },
                                                  corpus_columns, 7,
                                                  true,           AET_VIEW_TABLE };

static const struct column codes_columns[] = {
    { "code", { "Code", "Code" }, CELL_CODE, true },
    { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    { "famille", { "Famille", "Family" }, CELL_CODE, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "segments_arbre",
      { "Segments, sous-codes compris", "Segments, sub-codes included" },
      CELL_COUNT,
      false },
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_codes = { "codes",       { "Codes", "Codes" },
                                                 codes_columns, 8,
                                                 false,         { VIEW_BARS, 1, 0, 3, 1 } };

static const struct column familles_columns[] = {
    { "famille", { "Famille", "Family" }, CELL_CODE, false },
    { "codes", { "Codes employés", "Codes used" }, CELL_COUNT, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_familles = { "familles",
                                                    { "Familles de codes", "Families of codes" },
                                                    familles_columns,
                                                    5,
                                                    false,
                                                    { VIEW_BARS, 0, 0, 2, 1 } };

static const struct column recits_columns[] = {
    { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "codes", { "Codes", "Codes" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_recits = { "recits",       { "Récits", "Narratives" },
                                                  recits_columns, 5,
                                                  false,          AET_VIEW_TABLE };

static const struct column codeurs_columns[] = {
    { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "codes", { "Codes", "Codes" }, CELL_COUNT, false },
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_codeurs = { "codeurs",       { "Codeurs", "Coders" },
                                                   codeurs_columns, 5,
                                                   false,           AET_VIEW_TABLE };

/* Whether `code` is `of` or stands under it. */
static bool under(const struct lecture *l, int32_t code, int32_t of)
{
    for (size_t depth = 0; code >= 0 && depth <= l->codes; depth++) {
        if (code == of)
            return true;
        code = l->parent[code];
    }
    return false;
}

/* What is counted of the codings that a test takes. */
struct decompte {
    int64_t segments, recits, codeurs, codes, codages;
};

enum filtre { PAR_CODE, PAR_ARBRE, PAR_FAMILLE, PAR_RECIT, PAR_CODEUR };

static bool takes(const struct lecture *l, enum filtre f, int32_t key, const struct compte *x)
{
    int32_t code = aet_lecture_code(x);

    switch (f) {
    case PAR_CODE:
        return code == key;
    case PAR_ARBRE:
        return under(l, code, key);
    case PAR_FAMILLE:
        return code >= 0 && aet_span_eq(l->famille[code], l->famille[key]);
    case PAR_RECIT:
        return aet_lecture_recit(l, x) == (uint32_t)key;
    default:
        return x->cle.c[1] == key;
    }
}

static struct decompte count(const struct lecture *l, enum filtre f, int32_t key)
{
    struct decompte d = { 0 };
    struct marques recits = aet_marques_new(l->v->b->recits.n), codes = aet_marques_new(l->codes);
    struct marques codeurs = aet_marques_new(l->v->b->codeurs.n + 1);
    int32_t last = -1;

    for (size_t i = 0; i < l->n; i++) {
        const struct compte *x = &l->x[i];

        if (!takes(l, f, key, x))
            continue;
        d.segments += x->cle.c[0] != last;
        last = x->cle.c[0];
        d.recits += aet_marque(&recits, aet_lecture_recit(l, x));
        if (x->cle.c[1] >= 0)
            d.codeurs += aet_marque(&codeurs, (size_t)x->cle.c[1]);
        if (aet_lecture_code(x) < 0)
            continue;
        d.codes += aet_marque(&codes, (size_t)aet_lecture_code(x));
        d.codages++;
    }
    aet_free(recits.words);
    aet_free(codes.words);
    aet_free(codeurs.words);
    return d;
}

static void corpus(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_corpus);
    const struct bilan_repa *b = l->v->b;
    struct marques codes = aet_marques_new(l->codes);
    int64_t used = 0, codings = 0, none = 0;

    for (size_t i = 0; i < l->n; i++) {
        if (aet_lecture_code(&l->x[i]) < 0) {
            none++;
            continue;
        }
        used += aet_marque(&codes, (size_t)aet_lecture_code(&l->x[i]));
        codings++;
    }
    aet_put_count(s, (int64_t)b->unites.n);
    aet_put_count(s, (int64_t)b->recits.n);
    aet_put_count(s, (int64_t)b->codeurs.n);
    aet_put_count(s, used);
    aet_put_count(s, codings);
    aet_put_count(s, none);
    aet_put_count(s, (int64_t)l->v->rejected);
    aet_free(codes.words);
}

static void codes(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_codes);

    for (int32_t c = 0; c < (int32_t)l->codes; c++) {
        struct decompte d = count(l, PAR_CODE, c);

        aet_lecture_put_code(l, s, c);
        aet_put_text(l->v->r, s, l->famille[c]);
        aet_put_count(s, d.segments);
        aet_put_count(s, count(l, PAR_ARBRE, c).segments);
        aet_put_count(s, d.recits);
        aet_put_count(s, d.codeurs);
        aet_put_count(s, d.codages);
    }
}

static void familles(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_familles);

    for (int32_t c = 0; c < (int32_t)l->codes; c++) {
        bool first = true;
        struct decompte d;

        for (int32_t k = 0; k < c && first; k++)
            first = !aet_span_eq(l->famille[k], l->famille[c]);
        if (!first)
            continue;
        d = count(l, PAR_FAMILLE, c);
        aet_put_text(l->v->r, s, l->famille[c]);
        aet_put_count(s, d.codes);
        aet_put_count(s, d.segments);
        aet_put_count(s, d.recits);
        aet_put_count(s, d.codages);
    }
}

static void by_names(const struct lecture *l, const struct section_kind *kind,
                     const struct names *names, enum filtre f)
{
    struct section *s = aet_report_section(l->v->r, kind);
    uint32_t *order = aet_names_sorted(names);

    for (size_t i = 0; i < names->n; i++) {
        struct decompte d = count(l, f, (int32_t)order[i]);

        aet_put_text(l->v->r, s, names->list[order[i]]);
        aet_put_count(s, d.segments);
        aet_put_count(s, d.codes);
        aet_put_count(s, f == PAR_RECIT ? d.codeurs : d.recits);
        aet_put_count(s, d.codages);
    }
    aet_free(order);
}

void aet_bilan_segments(const struct vue *v)
{
    struct lecture l;

    aet_lecture_init(&l, v);
    corpus(&l);
    codes(&l);
    familles(&l);
    by_names(&l, &aet_kind_seg_recits, &v->b->recits, PAR_RECIT);
    by_names(&l, &aet_kind_seg_codeurs, &v->b->codeurs, PAR_CODEUR);
    aet_seg_frequences(&l);
    aet_seg_saturation(&l);
    aet_seg_cooccurrences(&l);
    aet_lecture_free(&l);
}
