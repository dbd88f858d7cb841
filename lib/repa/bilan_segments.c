/* The sections of a summary of coded segments: codes, families, narratives, coders, saturation,
 * co-occurrence. A segment coded by two people is one segment and two readings of it. */
#include "repa/bilan.h"

#include <stdlib.h>

#include "base/fold.h"

static const struct column corpus_columns[] = {
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "codes", { "Codes employés", "Codes used" }, CELL_COUNT, false },
    { "codages", { "Codages", "Codings" }, CELL_COUNT, false },
    { "sans_code", { "Lectures sans code", "Readings without a code" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_corpus = { "corpus",       { "En bref", "In short" },
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

static const struct column frequences_columns[] = {
    { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    { "code", { "Code", "Code" }, CELL_CODE, true },
    { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_frequences = { "frequences",
                                                      { "Segments par code et par récit",
                                                        "Segments by code and narrative" },
                                                      frequences_columns,
                                                      4,
                                                      false,
                                                      { VIEW_HEATMAP, 2, 0, 3, 1 } };

static const struct column saturation_columns[] = {
    { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    { "rang", { "Rang", "Rank" }, CELL_COUNT, false },
    { "codes_nouveaux", { "Codes nouveaux", "New codes" }, CELL_COUNT, false },
    { "cumul", { "Cumul", "Total" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_seg_saturation = {
    "saturation",
    { "Saturation : codes nouveaux, récit après récit",
      "Saturation: new codes, narrative after narrative" },
    saturation_columns,
    4,
    false,
    { VIEW_BARS, 0, 0, 2, 2 }
};

static const struct column cooccurrences_columns[] = {
    { "code_a", { "Code", "Code" }, CELL_CODE, true },
    { "libelle_a", { "Code", "Code" }, CELL_TEXT, false },
    { "code_b", { "Avec", "With" }, CELL_CODE, true },
    { "libelle_b", { "Avec", "With" }, CELL_TEXT, false },
    { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
    { "jaccard", { "Jaccard", "Jaccard" }, CELL_NUMBER, false },
};
const struct section_kind aet_kind_seg_cooccurrences = {
    "cooccurrences", { "Cooccurrences", "Co-occurrences" }, cooccurrences_columns, 6, false,
    AET_VIEW_TABLE
};

/* Codings as they are counted: sorted by segment, coder, code. */
struct lecture {
    const struct vue *v;
    const struct compte *x;
    size_t n, codes;
    int32_t *parent;      /* by code, or -1 */
    struct span *famille; /* by code */
};

static int32_t code_of(const struct compte *x)
{
    return x->cle.c[2];
}

static uint32_t recit_of(const struct lecture *l, const struct compte *x)
{
    return l->v->b->recit_of[x->cle.c[0]];
}

/* Distinct values, counted with one mark each. */
struct marques {
    uint64_t *words;
    size_t n;
};

static struct marques new_marks(size_t n)
{
    return (struct marques){ aet_calloc(n / 64 + 1, sizeof(uint64_t)), n };
}

static bool mark(struct marques *m, size_t i)
{
    uint64_t bit = (uint64_t)1 << (i % 64), *w = &m->words[i / 64];
    bool fresh = !(*w & bit);

    *w |= bit;
    return fresh;
}

static void clear(struct marques *m)
{
    memset(m->words, 0, (m->n / 64 + 1) * sizeof *m->words);
}

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
    int32_t code = code_of(x);

    switch (f) {
    case PAR_CODE:
        return code == key;
    case PAR_ARBRE:
        return under(l, code, key);
    case PAR_FAMILLE:
        return code >= 0 && aet_span_eq(l->famille[code], l->famille[key]);
    case PAR_RECIT:
        return recit_of(l, x) == (uint32_t)key;
    default:
        return x->cle.c[1] == key;
    }
}

static struct decompte count(const struct lecture *l, enum filtre f, int32_t key)
{
    struct decompte d = { 0 };
    struct marques recits = new_marks(l->v->b->recits.n), codes = new_marks(l->codes);
    struct marques codeurs = new_marks(l->v->b->codeurs.n + 1);
    int32_t last = -1;

    for (size_t i = 0; i < l->n; i++) {
        const struct compte *x = &l->x[i];

        if (!takes(l, f, key, x))
            continue;
        d.segments += x->cle.c[0] != last;
        last = x->cle.c[0];
        d.recits += mark(&recits, recit_of(l, x));
        if (x->cle.c[1] >= 0)
            d.codeurs += mark(&codeurs, (size_t)x->cle.c[1]);
        if (code_of(x) < 0)
            continue;
        d.codes += mark(&codes, (size_t)code_of(x));
        d.codages++;
    }
    aet_free(recits.words);
    aet_free(codes.words);
    aet_free(codeurs.words);
    return d;
}

/* The family of a code: the top of its tree in a codebook of one's own, otherwise its table, or the
 * family that table gives it (savoirs, savoir-faire, savoir-etre). */
static void families(struct lecture *l)
{
    const struct savoir *k = l->v->b->k;
    const struct table *t = k->codes;
    size_t famille = aet_column(k->elements, "famille");

    l->parent = aet_calloc(l->codes + 1, sizeof *l->parent);
    l->famille = aet_calloc(l->codes + 1, sizeof *l->famille);
    for (size_t i = 0; i < l->codes; i++) {
        struct span table = aet_cell(t, i, JOIN_TABLE);
        int32_t element = aet_row_of_id(k->elements, aet_cell(t, i, JOIN_ID));

        l->parent[i] = k->code_parent ? k->code_parent[i] : NO_ROW;
        l->famille[i] = table;
        if (aet_span_eq(table, AET_LIT("elements")) && element != NO_ROW)
            l->famille[i] = aet_cell(k->elements, (size_t)element, famille);
    }
    for (size_t i = 0; k->code_parent && i < l->codes; i++) {
        int32_t top = (int32_t)i;

        for (size_t depth = 0; l->parent[top] >= 0 && depth < l->codes; depth++)
            top = l->parent[top];
        l->famille[i] = aet_cell(t, (size_t)top, JOIN_ID);
    }
}

static void put_code(const struct lecture *l, struct section *s, int32_t code)
{
    const struct table *t = l->v->b->k->codes;

    aet_put_text(l->v->r, s, aet_cell(t, (size_t)code, JOIN_ID));
    aet_put_text(l->v->r, s, aet_fold_short(aet_label(t, (size_t)code, l->v->r->lang)));
}

static void corpus(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_corpus);
    const struct bilan_repa *b = l->v->b;
    struct marques codes = new_marks(l->codes);
    int64_t used = 0, codings = 0, none = 0;

    for (size_t i = 0; i < l->n; i++) {
        if (code_of(&l->x[i]) < 0) {
            none++;
            continue;
        }
        used += mark(&codes, (size_t)code_of(&l->x[i]));
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

        put_code(l, s, c);
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

/* Distinct segments by narrative and code. */
static void frequences(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_frequences);
    const struct names *recits = &l->v->b->recits;
    uint32_t *order = aet_names_sorted(recits);
    int64_t *counts = aet_calloc((recits->n + 1) * (l->codes + 1), sizeof *counts);
    struct marques seen = new_marks(l->codes), used = new_marks(l->codes);

    for (size_t i = 0; i < l->n; i++) {
        if (i && l->x[i].cle.c[0] != l->x[i - 1].cle.c[0])
            clear(&seen);
        if (code_of(&l->x[i]) < 0 || !mark(&seen, (size_t)code_of(&l->x[i])))
            continue;
        counts[recit_of(l, &l->x[i]) * l->codes + (size_t)code_of(&l->x[i])]++;
        mark(&used, (size_t)code_of(&l->x[i]));
    }
    for (size_t i = 0; i < recits->n; i++)
        for (int32_t c = 0; c < (int32_t)l->codes; c++) {
            if (!(used.words[c / 64] >> (c % 64) & 1))
                continue;
            aet_put_text(l->v->r, s, recits->list[order[i]]);
            put_code(l, s, c);
            aet_put_count(s, counts[order[i] * l->codes + (size_t)c]);
        }
    aet_free(order);
    aet_free(counts);
    aet_free(seen.words);
    aet_free(used.words);
}

static void saturation(const struct lecture *l)
{
    static const struct text note = { "Dans l’ordre où les récits viennent dans les données.",
                                      "In the order in which narratives come in the data." };
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_saturation);
    const struct names *recits = &l->v->b->recits;
    struct marques seen = new_marks(l->codes);
    int64_t total = 0;

    for (uint32_t r = 0; r < recits->n; r++) {
        int64_t fresh = 0;

        for (size_t i = 0; i < l->n; i++)
            if (recit_of(l, &l->x[i]) == r && code_of(&l->x[i]) >= 0)
                fresh += mark(&seen, (size_t)code_of(&l->x[i]));
        total += fresh;
        aet_put_text(l->v->r, s, recits->list[r]);
        aet_put_count(s, r + 1);
        aet_put_count(s, fresh);
        aet_put_count(s, total);
    }
    aet_section_note(l->v->r, s, aet_span_z(aet_text(note, l->v->r->lang)));
    aet_free(seen.words);
}

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
        if (code_of(&l->x[i]) < 0)
            continue;
        p->readings[code_of(&l->x[i])]++;
        for (size_t k = i + 1; k < to; k++) {
            size_t at = pair(l, code_of(&l->x[i]), code_of(&l->x[k]));

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
        put_code(l, s, all[i].a);
        put_code(l, s, all[i].b);
        aet_put_count(s, all[i].segments);
        aet_put_number(s, all[i].jaccard);
    }
    aet_free(all);
}

static void cooccurrences(const struct lecture *l)
{
    static const struct text note = {
        "Deux codes se rencontrent quand un même codeur les donne à un même segment. Jaccard : "
        "lectures qui ont les deux, sur celles qui ont l’un ou l’autre.",
        "Two codes meet when one coder gives both to one segment. Jaccard: readings that have "
        "both, "
        "over those that have either."
    };
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_cooccurrences);
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
    aet_section_note(l->v->r, s, aet_span_z(aet_text(note, l->v->r->lang)));
    aet_free(p.readings);
    aet_free(p.both);
    aet_free(p.segments);
    aet_free(p.last);
}

void aet_bilan_segments(const struct vue *v)
{
    struct lecture l = { .v = v, .codes = v->b->k->codes->rows };

    l.x = aet_vue_of(v, DIM_CODAGE, &l.n);
    families(&l);
    corpus(&l);
    codes(&l);
    familles(&l);
    by_names(&l, &aet_kind_seg_recits, &v->b->recits, PAR_RECIT);
    by_names(&l, &aet_kind_seg_codeurs, &v->b->codeurs, PAR_CODEUR);
    frequences(&l);
    saturation(&l);
    cooccurrences(&l);
    aet_free(l.parent);
    aet_free(l.famille);
}
