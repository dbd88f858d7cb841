/* The sections of a journal's summary that go by the rows of one table: steps, levels, postures,
 * phases, contexts. */
#include "repa/bilan/journal.h"
#include "base/message.h"
#include "repa/etapes.h"

/* Their columns are alike; contexts and whom support is for
 * have no share, as an intervention may have several. */
enum { TERME_ID, TERME_LIBELLE, TERME_INTERVENTIONS, TERME_HEURES, TERME_PART_HEURES };

/* Rows of a table by one coordinate of a dimension, with their share of all hours when the section
 * has a column for it. */
static void by_table(const struct summed *v, struct section *s, const struct table *t, int32_t dim,
                     int c)
{
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, dim, &n);

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t row = i == (int32_t)t->rows ? NO_ROW : i;
        struct compte sum = aet_repa_jou_sum(x, n, c, row);

        if (row == NO_ROW && !sum.n)
            continue;
        aet_row_begin(s);
        aet_repa_jou_put_row(s, TERME_ID, t, row);
        aet_row_count(s, TERME_INTERVENTIONS, sum.n);
        aet_repa_jou_put_hours(s, TERME_HEURES, sum.minutes);
        if (s->kind->n > TERME_PART_HEURES)
            aet_row_share(s, TERME_PART_HEURES, sum.minutes, v->b->minutes);
        aet_row_end(s);
    }
}

/* What dates the steps is said under them: January to April, or a calendar, and how far it reaches.
 */
static void say_calendar(const struct summed *v, struct section *s)
{
    static const struct text dated_by = { "Étapes datées par « {fichier} » : milieux qui y sont, "
                                          "{nombre} sur {total}; les autres gardent "
                                          "janvier à avril",
                                          "Steps dated by “{fichier}”: communities that it holds, "
                                          "{nombre} of {total}; the others keep January "
                                          "to April" };
    const struct etapes *e = v->b->k->datees;
    struct buf note = { 0 };

    if (!e)
        return;
    aet_words_put(&note, dated_by, s->report->lang,
                  AET_WORDS(aet_word_span("fichier", e->shown),
                            aet_word_uint("nombre", aet_repa_etapes_known(e, &v->b->milieux)),
                            aet_word_uint("total", v->b->milieux.n)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static const struct column etapes_columns[] = {
    CODED(TERME, "etape", "Étape du cycle", "Step of the cycle"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
    PART(TERME),
};

static void etapes(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->etapes, DIM_TYPE, 4);
    say_calendar(v, s);
}

const struct section_kind aet_repa_kind_jou_etapes = {
    .key = "etapes",
    .title = { "Étapes du cycle de planification", "Steps of the planning cycle" },
    AET_COLUMNS(etapes_columns),
    .view = { .kind = VIEW_BARS, .label = TERME_LIBELLE, .from = TERME_HEURES, .to = TERME_HEURES },
    .fill = etapes,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

static const struct column paliers_columns[] = {
    CODED(TERME, "palier", "Palier", "Level"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
    PART(TERME),
};

static void paliers(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->paliers, DIM_TYPE, 3);
}

const struct section_kind aet_repa_kind_jou_paliers = {
    .key = "paliers",
    .title = { "Paliers", "Levels" },
    AET_COLUMNS(paliers_columns),
    .view = { .kind = VIEW_BARS, .label = TERME_LIBELLE, .from = TERME_HEURES, .to = TERME_HEURES },
    .fill = paliers,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

static const struct column postures_columns[] = {
    CODED(TERME, "posture", "Posture", "Posture"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
    PART(TERME),
};

static void postures(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->postures, DIM_POSTURE, 2);
}

const struct section_kind aet_repa_kind_jou_postures = {
    .key = "postures",
    .title = { "Postures", "Postures" },
    AET_COLUMNS(postures_columns),
    .fill = postures,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

static const struct column phases_columns[] = {
    CODED(TERME, "phase", "Phase du mandat", "Phase of the mandate"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
    PART(TERME),
};

static void phases(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->phases, DIM_TYPE, 2);
}

const struct section_kind aet_repa_kind_jou_phases = {
    .key = "phases",
    .title = { "Phases du mandat", "Phases of the mandate" },
    AET_COLUMNS(phases_columns),
    .fill = phases,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

static const struct column aupres_columns[] = {
    CODED(TERME, "aupres", "Auprès de", "Support for"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
};

static void aupres(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->aupres, DIM_AUPRES, 0);
}

const struct section_kind aet_repa_kind_jou_aupres = {
    .key = "aupres",
    .title = { "Auprès de qui", "Whom the support is for" },
    AET_COLUMNS(aupres_columns),
    .fill = aupres,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } } },
};

static const struct column contextes_columns[] = {
    CODED(TERME, "contexte", "Contexte", "Context"),
    INTERVENTIONS(TERME),
    HEURES(TERME),
};

static void contextes(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_table(v, s, v->b->k->contextes, DIM_CONTEXTE, 0);
}

const struct section_kind aet_repa_kind_jou_contextes = {
    .key = "contextes",
    .title = { "Contextes", "Contexts" },
    AET_COLUMNS(contextes_columns),
    .fill = contextes,
    .mask = { .kind = MASK_COUNTS,
              .keys = { TERME_ID },
              .keys_n = 1,
              .counts = { { TERME_INTERVENTIONS, "interventions" } } },
};
