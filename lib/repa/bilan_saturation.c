/* The sections of a summary of coded segments that go narrative after narrative: how often each
 * code comes in it, and which codes it is the first to bring. */
#include "repa/bilan_lecture.h"

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

static void clear(struct marques *m)
{
    memset(m->words, 0, (m->n / 64 + 1) * sizeof *m->words);
}

/* Distinct segments by narrative and code. */
void aet_seg_frequences(const struct lecture *l)
{
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_frequences);
    const struct names *recits = &l->v->b->recits;
    uint32_t *order = aet_names_sorted(recits);
    int64_t *counts = aet_calloc((recits->n + 1) * (l->codes + 1), sizeof *counts);
    struct marques seen = aet_marques_new(l->codes), used = aet_marques_new(l->codes);

    for (size_t i = 0; i < l->n; i++) {
        if (i && l->x[i].cle.c[0] != l->x[i - 1].cle.c[0])
            clear(&seen);
        if (aet_lecture_code(&l->x[i]) < 0 ||
            !aet_marque(&seen, (size_t)aet_lecture_code(&l->x[i])))
            continue;
        counts[aet_lecture_recit(l, &l->x[i]) * l->codes + (size_t)aet_lecture_code(&l->x[i])]++;
        aet_marque(&used, (size_t)aet_lecture_code(&l->x[i]));
    }
    for (size_t i = 0; i < recits->n; i++)
        for (int32_t c = 0; c < (int32_t)l->codes; c++) {
            if (!(used.words[c / 64] >> (c % 64) & 1))
                continue;
            aet_put_text(l->v->r, s, recits->list[order[i]]);
            aet_lecture_put_code(l, s, c);
            aet_put_count(s, counts[order[i] * l->codes + (size_t)c]);
        }
    aet_free(order);
    aet_free(counts);
    aet_free(seen.words);
    aet_free(used.words);
}

void aet_seg_saturation(const struct lecture *l)
{
    static const struct text note = { "Dans l’ordre où les récits viennent dans les données.",
                                      "In the order in which narratives come in the data." };
    struct section *s = aet_report_section(l->v->r, &aet_kind_seg_saturation);
    const struct names *recits = &l->v->b->recits;
    struct marques seen = aet_marques_new(l->codes);
    int64_t total = 0;

    for (uint32_t r = 0; r < recits->n; r++) {
        int64_t fresh = 0;

        for (size_t i = 0; i < l->n; i++)
            if (aet_lecture_recit(l, &l->x[i]) == r && aet_lecture_code(&l->x[i]) >= 0)
                fresh += aet_marque(&seen, (size_t)aet_lecture_code(&l->x[i]));
        total += fresh;
        aet_put_text(l->v->r, s, recits->list[r]);
        aet_put_count(s, r + 1);
        aet_put_count(s, fresh);
        aet_put_count(s, total);
    }
    aet_section_note(l->v->r, s, aet_span_z(aet_text(note, l->v->r->lang)));
    aet_free(seen.words);
}
