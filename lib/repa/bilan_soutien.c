/* The sections of a journal's summary that tell what support was given: functions, strategies,
 * steps, levels, postures, phases, contexts, and what Tableau 5 expected of them. */
#include "repa/bilan_journal.h"

#include "stats/quantile.h"

static const struct column fonctions_columns[] = {
    FONCTION,
    INTERVENTIONS,
    HEURES,
    PART,
    { "duree_mediane", { "Durée médiane (h)", "Median duration (h)" }, CELL_NUMBER, false },
};
const struct section_kind aet_kind_jou_fonctions = { "fonctions",
                                                     { "Types de soutien : fonctions",
                                                       "Types of support: functions" },
                                                     fonctions_columns,
                                                     6,
                                                     false,
                                                     { VIEW_BARS, 1, 0, 3, 1 } };

static const struct column strategies_columns[] = {
    CODED("strategie", "Stratégie", "Strategy"),
    INTERVENTIONS,
    { "part", { "Part des interventions", "Share of interventions" }, CELL_SHARE, false },
    HEURES,
};
const struct section_kind aet_kind_jou_strategies = {
    "strategies", { "Stratégies", "Strategies" }, strategies_columns, 5,
    false,        { VIEW_BARS, 1, 0, 2, 1 }
};

static const struct column etapes_columns[] = {
    CODED("etape", "Étape du cycle", "Step of the cycle"),
    INTERVENTIONS,
    HEURES,
    PART,
};
const struct section_kind aet_kind_jou_etapes = {
    "etapes",       { "Étapes du cycle de planification", "Steps of the planning cycle" },
    etapes_columns, 5,
    false,          { VIEW_BARS, 1, 0, 3, 1 }
};

static const struct column paliers_columns[] = { CODED("palier", "Palier", "Level"), INTERVENTIONS,
                                                 HEURES, PART };
const struct section_kind aet_kind_jou_paliers = { "paliers",       { "Paliers", "Levels" },
                                                   paliers_columns, 5,
                                                   false,           { VIEW_BARS, 1, 0, 3, 1 } };

static const struct column postures_columns[] = { CODED("posture", "Posture", "Posture"),
                                                  INTERVENTIONS, HEURES, PART };
const struct section_kind aet_kind_jou_postures = {
    "postures", { "Postures", "Postures" }, postures_columns, 5, false, AET_VIEW_TABLE
};

static const struct column phases_columns[] = {
    CODED("phase", "Phase du mandat", "Phase of the mandate"), INTERVENTIONS, HEURES, PART
};
const struct section_kind aet_kind_jou_phases = {
    "phases",      { "Phases du mandat", "Phases of the mandate" }, phases_columns, 5, false,
    AET_VIEW_TABLE
};

static const struct column contextes_columns[] = { CODED("contexte", "Contexte", "Context"),
                                                   INTERVENTIONS, HEURES };
const struct section_kind aet_kind_jou_contextes = {
    "contextes", { "Contextes", "Contexts" }, contextes_columns, 4, false, AET_VIEW_TABLE
};

static const struct column conformite_columns[] = {
    FONCTION,
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    { "libelle_strategie", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    { "attendu", { "Au Tableau 5", "In Tableau 5" }, CELL_BOOL, false },
    INTERVENTIONS,
};
const struct section_kind aet_kind_jou_conformite = {
    "conformite",
    { "Fonctions et stratégies, face au Tableau 5", "Functions and strategies, against Tableau 5" },
    conformite_columns,
    6,
    false,
    { VIEW_HEATMAP, 1, 3, 5, 1 }
};

/* The median of a function's durations, in hours. */
static void put_median(const struct vue *v, struct section *s, int32_t fonction)
{
    size_t n, kept = 0;
    const struct compte *x = aet_vue_of(v, DIM_DUREE, &n);
    struct counted *values = aet_calloc(n + 1, sizeof *values);
    struct stat_value median;

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[0] == fonction)
            values[kept++] = (struct counted){ x[i].cle.c[1], (uint64_t)x[i].n };
    median = aet_quantile_counted(values, kept, 0.5);
    aet_put_number_if(s, median.defined, median.value / AET_HEURE);
    aet_free(values);
}

/* Rows of the six functions always; others, and what is not recorded, when there is some. */
static bool shown(const struct vue *v, int32_t fonction, int64_t n)
{
    return n > 0 || (fonction >= 0 && (size_t)fonction < v->b->k->six);
}

void aet_jou_fonctions(const struct vue *v)
{
    const struct table *t = v->b->k->fonctions;
    struct section *s = aet_report_section(v->r, &aet_kind_jou_fonctions);
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_TYPE, &n);

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t f = i == (int32_t)t->rows ? NO_ROW : i;
        struct compte sum = aet_jou_sum(x, n, 1, f);

        if (!shown(v, f, sum.n))
            continue;
        aet_jou_put_row(v->r, s, t, f);
        aet_put_count(s, sum.n);
        aet_jou_put_hours(s, sum.minutes);
        aet_put_share(s, sum.minutes, v->b->minutes);
        put_median(v, s, f);
    }
}

/* Rows of a table by one coordinate of a dimension, with their share of all hours. */
void aet_jou_by_table(const struct vue *v, const struct section_kind *kind, const struct table *t,
                      int32_t dim, int c)
{
    struct section *s = aet_report_section(v->r, kind);
    size_t n;
    const struct compte *x = aet_vue_of(v, dim, &n);

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t row = i == (int32_t)t->rows ? NO_ROW : i;
        struct compte sum = aet_jou_sum(x, n, c, row);

        if (row == NO_ROW && !sum.n)
            continue;
        aet_jou_put_row(v->r, s, t, row);
        aet_put_count(s, sum.n);
        aet_jou_put_hours(s, sum.minutes);
        if (kind->n > 4)
            aet_put_share(s, sum.minutes, v->b->minutes);
    }
}

void aet_jou_strategies(const struct vue *v)
{
    static const struct text note = {
        "Une intervention peut noter plusieurs stratégies : les parts ne s’additionnent pas.",
        "An intervention may record several strategies: shares do not add up."
    };
    const struct table *t = v->b->k->strategies;
    struct section *s = aet_report_section(v->r, &aet_kind_jou_strategies);
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_STRATEGIE, &n);

    for (int32_t row = 0; row < (int32_t)t->rows; row++) {
        struct compte sum = aet_jou_sum(x, n, 0, row);

        aet_jou_put_row(v->r, s, t, row);
        aet_put_count(s, sum.n);
        aet_put_share(s, sum.n, v->b->n);
        aet_jou_put_hours(s, sum.minutes);
    }
    aet_section_note(v->r, s, aet_span_z(aet_text(note, v->r->lang)));
}

void aet_jou_conformite(const struct vue *v)
{
    const struct savoir *k = v->b->k;
    struct section *s = aet_report_section(v->r, &aet_kind_jou_conformite);
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_CONFORME, &n);

    for (int32_t f = 0; f < (int32_t)k->six; f++)
        for (int32_t i = 0; i < (int32_t)k->strategies->rows; i++) {
            int64_t count = 0;

            for (size_t c = 0; c < n; c++)
                if (x[c].cle.c[0] == f && x[c].cle.c[1] == i)
                    count += x[c].n;
            aet_jou_put_row(v->r, s, k->fonctions, f);
            aet_jou_put_row(v->r, s, k->strategies, i);
            aet_put_bool(s, aet_attendue(k, f, i));
            aet_put_count(s, count);
        }
}
