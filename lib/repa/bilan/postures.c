/* The section of a journal's summary that crosses levels and postures: at the regional level the
 * document expects partners (Faits saillants, 6). */
#include "repa/bilan/journal.h"

enum {
    CROISEE_PALIER,
    CROISEE_LIBELLE_PALIER,
    CROISEE_POSTURE,
    CROISEE_LIBELLE_POSTURE,
    CROISEE_INTERVENTIONS,
    CROISEE_HEURES,
    CROISEE_PART
};
static const struct column columns[] = {
    [CROISEE_PALIER] = { "palier", { "Palier", "Level" }, CELL_CODE, true },
    [CROISEE_LIBELLE_PALIER] = { "libelle_palier", { "Palier", "Level" }, CELL_TEXT, false },
    [CROISEE_POSTURE] = { "posture", { "Posture", "Posture" }, CELL_CODE, true },
    [CROISEE_LIBELLE_POSTURE] = { "libelle_posture", { "Posture", "Posture" }, CELL_TEXT, false },
    INTERVENTIONS(CROISEE),
    HEURES(CROISEE),
    [CROISEE_PART] = { "part",
                       { "Part, posture notée", "Share, posture recorded" },
                       CELL_SHARE,
                       false },
};

/* The interventions of a level in a posture; row -1: not recorded. */
static struct compte cell(const struct summed *v, int32_t palier, int32_t posture)
{
    struct compte sum = { .n = 0 };
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_POSTURE, &n);

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[0] == palier && x[i].cle.c[2] == posture) {
            sum.n += x[i].n;
            sum.minutes += x[i].minutes;
        }
    return sum;
}

static void put_palier(const struct summed *v, struct section *s, int32_t palier)
{
    const struct repa_knowledge *k = v->b->k;
    int64_t known = 0;

    for (size_t p = 0; p < k->postures->rows; p++)
        known += cell(v, palier, (int32_t)p).n;
    for (size_t i = 0; i <= k->postures->rows; i++) {
        int32_t posture = i == k->postures->rows ? NO_ROW : (int32_t)i;
        struct compte sum = cell(v, palier, posture);

        if (!sum.n)
            continue;
        aet_row_begin(s);
        aet_repa_jou_put_row(s, CROISEE_PALIER, k->paliers, palier);
        aet_repa_jou_put_row(s, CROISEE_POSTURE, k->postures, posture);
        aet_row_count(s, CROISEE_INTERVENTIONS, sum.n);
        aet_repa_jou_put_hours(s, CROISEE_HEURES, sum.minutes);
        if (posture == NO_ROW)
            aet_row_unknown(s, CROISEE_PART);
        else
            aet_row_share(s, CROISEE_PART, sum.n, known);
        aet_row_end(s);
    }
}

static void fill(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    for (size_t i = 0; i <= v->b->k->paliers->rows; i++)
        put_palier(v, s, i == v->b->k->paliers->rows ? NO_ROW : (int32_t)i);
}

const struct section_kind aet_repa_kind_jou_postures_paliers = {
    .key = "postures_paliers",
    .title = { "Postures selon le palier", "Postures by level" },
    AET_COLUMNS(columns),
    .fill = fill,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CROISEE_PALIER, CROISEE_POSTURE },
              .keys_n = 2,
              .counts = { { CROISEE_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL | AET_MARGIN(0) | AET_MARGIN(1) },
};
