/* The sections of a summary of coded segments that go narrative after narrative: how often each
 * code comes in it, and which codes it is the first to bring. */
#include "repa/bilan/lecture.h"

static void clear(struct marques *m)
{
    memset(m->words, 0, (m->n / 64 + 1) * sizeof *m->words);
}

enum { FREQUENCES_RECIT, FREQUENCES_CODE, FREQUENCES_LIBELLE, FREQUENCES_SEGMENTS };
static const struct column frequences_columns[] = {
    [FREQUENCES_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [FREQUENCES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [FREQUENCES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [FREQUENCES_SEGMENTS] = { "segments", { "Segments", "Segments" }, CELL_COUNT, false },
};

/* Distinct segments by narrative and code. */
static void frequences(void *sum, struct section *s)
{
    const struct lecture *l = sum;
    const struct names *recits = &l->v->b->recits;
    uint32_t *order = aet_names_sorted(recits);
    int64_t *counts = aet_calloc((recits->n + 1) * (l->codes + 1), sizeof *counts);
    struct marques seen = aet_repa_marques_new(l->codes), used = aet_repa_marques_new(l->codes);

    for (size_t i = 0; i < l->n; i++) {
        if (i && l->x[i].cle.c[0] != l->x[i - 1].cle.c[0])
            clear(&seen);
        if (aet_repa_lecture_code(&l->x[i]) < 0 ||
            !aet_repa_marque(&seen, (size_t)aet_repa_lecture_code(&l->x[i])))
            continue;
        counts[aet_repa_lecture_recit(l, &l->x[i]) * l->codes +
               (size_t)aet_repa_lecture_code(&l->x[i])]++;
        aet_repa_marque(&used, (size_t)aet_repa_lecture_code(&l->x[i]));
    }
    for (size_t i = 0; i < recits->n; i++)
        for (int32_t c = 0; c < (int32_t)l->codes; c++) {
            if (!(used.words[c / 64] >> (c % 64) & 1))
                continue;
            aet_row_begin(s);
            aet_row_text(s, FREQUENCES_RECIT, recits->list[order[i]]);
            aet_repa_lecture_put_code(l, s, FREQUENCES_CODE, c);
            aet_row_count(s, FREQUENCES_SEGMENTS, counts[order[i] * l->codes + (size_t)c]);
            aet_row_end(s);
        }
    aet_free(order);
    aet_free(counts);
    aet_free(seen.words);
    aet_free(used.words);
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

static void saturation(void *sum, struct section *s)
{
    static const struct text note = { "Dans l’ordre où les récits viennent dans les données.",
                                      "In the order in which narratives come in the data." };
    const struct lecture *l = sum;
    const struct names *recits = &l->v->b->recits;
    struct marques seen = aet_repa_marques_new(l->codes);
    int64_t total = 0;

    for (uint32_t r = 0; r < recits->n; r++) {
        int64_t fresh = 0;

        for (size_t i = 0; i < l->n; i++)
            if (aet_repa_lecture_recit(l, &l->x[i]) == r && aet_repa_lecture_code(&l->x[i]) >= 0)
                fresh += aet_repa_marque(&seen, (size_t)aet_repa_lecture_code(&l->x[i]));
        total += fresh;
        aet_row_begin(s);
        aet_row_text(s, SATURATION_RECIT, recits->list[r]);
        aet_row_count(s, SATURATION_RANG, r + 1);
        aet_row_count(s, SATURATION_CODES_NOUVEAUX, fresh);
        aet_row_count(s, SATURATION_CUMUL, total);
        aet_row_end(s);
    }
    aet_section_say(s, note);
    aet_free(seen.words);
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
    .view = { .kind = VIEW_BARS,
              .label = SATURATION_RECIT,
              .from = SATURATION_CODES_NOUVEAUX,
              .to = SATURATION_CUMUL },
    .fill = saturation,
    .mask = { .kind = MASK_OPEN, .also = first_few },
};
