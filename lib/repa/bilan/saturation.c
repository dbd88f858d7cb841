/* The sections of a summary of coded segments that go narrative after narrative: how often each
 * code comes in it, and which codes it is the first to bring. */
#include "repa/bilan/lecture.h"

enum { FREQUENCES_RECIT, FREQUENCES_CODE, FREQUENCES_LIBELLE, FREQUENCES_SEGMENTS };
static const struct column frequences_columns[] = {
    [FREQUENCES_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [FREQUENCES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [FREQUENCES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [FREQUENCES_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
};

/* The codes that somebody gave, in their order, and by code its place among them. */
struct donnes {
    int32_t *codes;
    size_t *place;
    size_t n;
};

static struct donnes given(const struct lecture *l)
{
    struct donnes g = { aet_calloc(l->codes + 1, sizeof *g.codes),
                        aet_calloc(l->codes + 1, sizeof *g.place), 0 };

    for (size_t i = 0; i < l->n; i++)
        if (aet_repa_lecture_code(&l->x[i]) >= 0)
            g.place[aet_repa_lecture_code(&l->x[i])] = 1;
    for (size_t c = 0; c < l->codes; c++) {
        if (!g.place[c])
            continue;
        g.codes[g.n] = (int32_t)c;
        g.place[c] = g.n++;
    }
    return g;
}

/* Distinct segments by narrative and code given; to be freed. */
static int64_t *frequencies(const struct lecture *l, const struct donnes *g)
{
    int64_t *counts = aet_calloc((l->v->b->recits.n + 1) * (g->n + 1), sizeof *counts);
    struct marques seen = aet_repa_marques_new(l->codes);

    for (size_t i = 0; i < l->n; i++) {
        int32_t code = aet_repa_lecture_code(&l->x[i]);

        if (code >= 0 && aet_repa_marque(&seen, (size_t)code, (uint32_t)l->x[i].cle.c[0] + 1))
            counts[aet_repa_lecture_recit(l, &l->x[i]) * g->n + g->place[code]]++;
    }
    aet_free(seen.turns);
    return counts;
}

static void frequences(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    const struct names *recits = &l->v->b->recits;
    uint32_t *order = aet_names_sorted(recits);
    struct donnes g = given(l);
    int64_t *counts = frequencies(l, &g);

    for (size_t i = 0; i < recits->n; i++)
        for (size_t k = 0; k < g.n; k++) {
            aet_row_begin(s);
            aet_row_text(s, FREQUENCES_RECIT, recits->list[order[i]]);
            aet_repa_lecture_put_code(l, s, FREQUENCES_CODE, g.codes[k]);
            aet_row_count(s, FREQUENCES_SEGMENTS, counts[order[i] * g.n + k]);
            aet_row_end(s);
        }
    aet_free(order);
    aet_free(counts);
    aet_free(g.codes);
    aet_free(g.place);
}

const struct section_kind aet_repa_kind_seg_frequences = {
    .key = "frequences",
    .title = { "Segments par code et par récit", "Segments by code and narrative" },
    AET_COLUMNS(frequences_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = FREQUENCES_LIBELLE,
              .across = FREQUENCES_RECIT,
              .from = FREQUENCES_SEGMENTS,
              .to = FREQUENCES_SEGMENTS },
    .fill = frequences,
    .mask = { .kind = MASK_COUNTS,
              .keys = { FREQUENCES_RECIT, FREQUENCES_CODE },
              .keys_n = 2,
              .counts = { { FREQUENCES_SEGMENTS, "segments" } } },
};

enum { SATURATION_RECIT, SATURATION_RANG, SATURATION_CODES_NOUVEAUX, SATURATION_CUMUL };
static const struct column saturation_columns[] = {
    [SATURATION_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [SATURATION_RANG] = { "rang", { "Rang", "Rank" }, CELL_COUNT, false },
    [SATURATION_CODES_NOUVEAUX] = { "codes_nouveaux",
                                    { "Codes nouveaux", "New codes" },
                                    CELL_COUNT,
                                    false },
    [SATURATION_CUMUL] = { "cumul", { "Cumul", "Total" }, CELL_COUNT, false },
};

/* The codes that each narrative is the first to have, in the order of the data; to be freed. */
static int64_t *fresh_codes(const struct lecture *l)
{
    size_t recits = l->v->b->recits.n;
    int64_t *fresh = aet_calloc(recits + 1, sizeof *fresh);
    uint32_t *first = aet_calloc(l->codes + 1, sizeof *first); /* 1 + a narrative */

    for (size_t i = 0; i < l->n; i++) {
        int32_t code = aet_repa_lecture_code(&l->x[i]);
        uint32_t recit = aet_repa_lecture_recit(l, &l->x[i]) + 1;

        if (code >= 0 && (!first[code] || recit < first[code]))
            first[code] = recit;
    }
    for (size_t code = 0; code < l->codes; code++)
        if (first[code])
            fresh[first[code] - 1]++;
    aet_free(first);
    return fresh;
}

static void saturation(void *sum, struct section *s)
{
    static const struct text note = { "Dans l’ordre où les récits viennent dans les données.",
                                      "In the order in which narratives come in the data." };
    const struct lecture *l = sum;
    const struct names *recits = &l->v->b->recits;
    int64_t *fresh = fresh_codes(l), total = 0;

    for (uint32_t r = 0; r < recits->n; r++) {
        total += fresh[r];
        aet_row_begin(s);
        aet_row_text(s, SATURATION_RECIT, recits->list[r]);
        aet_row_count(s, SATURATION_RANG, r + 1);
        aet_row_count(s, SATURATION_CODES_NOUVEAUX, fresh[r]);
        aet_row_count(s, SATURATION_CUMUL, total);
        aet_row_end(s);
    }
    aet_section_say(s, note);
    aet_free(fresh);
}

/* The codes of the first narrative are all new: when they are few, all that follows tells them. */
static bool first_few(struct section *s, int64_t under)
{
    int64_t codes = s->rows ? s->cells[SATURATION_CODES_NOUVEAUX].u.i : 0;

    return codes > 0 && codes < under;
}

const struct section_kind aet_repa_kind_seg_saturation = {
    .key = "saturation",
    .title = { "Saturation : codes nouveaux, récit après récit",
               "Saturation: new codes, narrative after narrative" },
    AET_COLUMNS(saturation_columns),
    .view = { .kind = VIEW_CURVE,
              .label = SATURATION_RECIT,
              .from = SATURATION_CODES_NOUVEAUX,
              .to = SATURATION_CUMUL },
    .fill = saturation,
    .mask = { .kind = MASK_OPEN, .also = first_few },
};

enum {
    REGLE_BASE,
    REGLE_CODES_BASE,
    REGLE_SUITE,
    REGLE_SEUIL,
    REGLE_ATTEINTE,
    REGLE_RECITS,
    REGLE_RECIT,
    REGLE_DERNIERE,
    REGLE_NOTE
};
static const struct column regle_columns[] = {
    [REGLE_BASE] = { "base", { "Récits de la base", "Narratives of the base" }, CELL_COUNT, false },
    [REGLE_CODES_BASE] = { "codes_base",
                           { "Codes de la base", "Codes of the base" },
                           CELL_COUNT,
                           false },
    [REGLE_SUITE] = { "suite", { "Récits d’une suite", "Narratives of a run" }, CELL_COUNT, false },
    [REGLE_SEUIL] = { "seuil", { "Seuil", "Threshold" }, CELL_SHARE, false },
    [REGLE_ATTEINTE] = { "atteinte", { "Atteinte", "Reached" }, CELL_BOOL, false },
    [REGLE_RECITS] = { "recits",
                       { "Récits avant la suite", "Narratives before the run" },
                       CELL_COUNT,
                       false },
    [REGLE_RECIT] = { "recit",
                      { "Dernier récit de la suite", "Last narrative of the run" },
                      CELL_TEXT,
                      false },
    [REGLE_DERNIERE] = { "part_derniere",
                         { "Codes nouveaux, dernière suite", "New codes, last run" },
                         CELL_SHARE,
                         false },
    [REGLE_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* New codes of the run that ends with narrative `last`. */
static int64_t of_run(const int64_t *fresh, size_t last, size_t run)
{
    int64_t n = 0;

    for (size_t i = 0; i < run; i++)
        n += fresh[last - i];
    return n;
}

/* The last narrative of the first run whose new codes are no more than so many percent of those of
 * the base; n: there is none. */
static size_t reached(const int64_t *fresh, size_t n, size_t base, size_t run, int64_t codes,
                      int64_t percent)
{
    for (size_t last = base + run - 1; last < n; last++)
        if (of_run(fresh, last, run) * 100 <= codes * percent)
            return last;
    return n;
}

static void regle_row(struct section *s, const struct names *recits, const int64_t *fresh,
                      size_t base, size_t run, int64_t percent)
{
    static const struct text few = { "trop peu de récits", "too few narratives" };
    static const struct text none = { "aucun code dans la base", "no code in the base" };
    int64_t codes = recits->n >= base ? of_run(fresh, base - 1, base) : 0;
    bool enough = recits->n >= base + run && codes > 0;
    size_t last = enough ? reached(fresh, recits->n, base, run, codes, percent) : recits->n;
    bool found = enough && last < recits->n;

    aet_row_begin(s);
    aet_row_count(s, REGLE_BASE, (int64_t)base);
    aet_row_count_if(s, REGLE_CODES_BASE, recits->n >= base, codes);
    aet_row_count(s, REGLE_SUITE, (int64_t)run);
    aet_row_share(s, REGLE_SEUIL, percent, 100);
    if (enough)
        aet_row_bool(s, REGLE_ATTEINTE, found);
    else
        aet_row_unknown(s, REGLE_ATTEINTE);
    aet_row_count_if(s, REGLE_RECITS, found, found ? (int64_t)(last + 1 - run) : 0);
    aet_row_text_if(s, REGLE_RECIT, found ? recits->list[last] : AET_LIT(""));
    aet_row_share(s, REGLE_DERNIERE, enough ? of_run(fresh, recits->n - 1, run) : 0,
                  enough ? codes : 0);
    if (enough)
        aet_row_unknown(s, REGLE_NOTE);
    else
        aet_row_words(s, REGLE_NOTE, recits->n >= base + run ? none : few);
    aet_row_end(s);
}

static void regle(void *sum, struct section *s)
{
    static const struct text how = {
        "Guest, Namey et Chen (2020, PLoS ONE 15, e0232076) : la saturation est atteinte à la "
        "première suite de récits consécutifs dont les codes nouveaux font au plus le seuil des "
        "codes des premiers récits (la base). « Récits avant la suite » et la longueur de la suite "
        "se "
        "lisent ensemble : 6 et 2, atteinte à six récits, ce que deux de plus confirment.",
        "Guest, Namey & Chen (2020, PLoS ONE 15, e0232076): saturation is reached at the first run "
        "of consecutive narratives whose new codes are no more than the threshold of the codes of "
        "the first narratives (the base). “Narratives before the run” and the length of the run "
        "are "
        "read together: 6 and 2, reached at six narratives, which two more confirm."
    };
    static const struct text limits = {
        "Elle dépend de l’ordre des récits, et d’un livre de codes qui peut encore grandir : avec "
        "un "
        "livre fermé, elle dit seulement qu’il a servi en entier. Des récits tous d’un même genre "
        "saturent tôt sans que d’autres aient été entendus.",
        "It depends on the order of the narratives, and on a codebook that may still grow: with a "
        "closed one it tells but that all of it was used. Narratives all of one kind saturate "
        "early "
        "without others having been heard."
    };
    static const size_t bases[] = { 4, 5, 6 }, runs[] = { 2, 3 };
    static const int64_t percents[] = { 5, 0 };
    const struct lecture *l = sum;
    int64_t *fresh = fresh_codes(l);

    for (size_t b = 0; l->v->b->recits.n && b < 3; b++)
        for (size_t r = 0; r < 2; r++)
            for (size_t p = 0; p < 2; p++)
                regle_row(s, &l->v->b->recits, fresh, bases[b], runs[r], percents[p]);
    if (s->rows) {
        aet_section_say(s, how);
        aet_section_say(s, limits);
    }
    aet_free(fresh);
}

/* What follows from a curve goes with it. */
static bool without_curve(struct section *s, int64_t under)
{
    const struct section *curve = aet_report_find(s->report, aet_repa_kind_seg_saturation.key);

    (void)under;
    return !curve || !curve->rows;
}

const struct section_kind aet_repa_kind_seg_regle = {
    .key = "saturation_regle",
    .title = { "Saturation : quand elle est atteinte", "Saturation: when it is reached" },
    AET_COLUMNS(regle_columns),
    .fill = regle,
    .mask = { .kind = MASK_OPEN, .also = without_curve },
};
