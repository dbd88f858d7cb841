/* The sections of a journal's summary that tell when support was given: hours by function and
 * month, their curves and trends, and years. */
#include "repa/bilan_journal.h"

#include "stats/mann_kendall.h"

static const struct column mois_columns[] = {
    { "mois", { "Mois", "Month" }, CELL_DATE, false },
    FONCTION,
    INTERVENTIONS,
    HEURES,
};
const struct section_kind aet_kind_jou_mois = { "mois",
                                                { "Intensité : heures par fonction et par mois",
                                                  "Intensity: hours by function and month" },
                                                mois_columns,
                                                5,
                                                false,
                                                { VIEW_HEATMAP, 2, 0, 4, 1 } };

static const struct column courbes_columns[] = {
    { "mois", { "Mois", "Month" }, CELL_DATE, false },
    FONCTION,
    PART,
};
const struct section_kind aet_kind_jou_courbes = {
    "courbes",
    { "Part des heures de chaque fonction, mois par mois",
      "Share of hours of each function, month by month" },
    courbes_columns,
    4,
    false,
    { VIEW_LINES, 0, 2, 3, 1 }
};

static const struct column annees_columns[] = {
    { "annee", { "Année", "Year" }, CELL_CODE, false }, FONCTION, INTERVENTIONS, HEURES, PART,
};
const struct section_kind aet_kind_jou_annees = { "annees",       { "Années", "Years" },
                                                  annees_columns, 6,
                                                  false,          AET_VIEW_TABLE };

static const struct column tendances_columns[] = {
    FONCTION,
    { "sens", { "Sens", "Direction" }, CELL_CODE, false },
    { "tau", { "Tau de Kendall", "Kendall’s tau" }, CELL_NUMBER, false },
    { "p", { "p", "p" }, CELL_NUMBER, false },
    { "mois", { "Mois", "Months" }, CELL_COUNT, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};
const struct section_kind aet_kind_jou_tendances = {
    "tendances",
    { "Tendance de chaque fonction (Mann-Kendall sur les parts mensuelles)",
      "Trend of each function (Mann-Kendall on monthly shares)" },
    tendances_columns,
    7,
    false,
    AET_VIEW_TABLE
};
enum { TREND_MONTHS = 8 };

void aet_grille_init(struct grille *g, const struct vue *v)
{
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_TYPE, &n);

    *g = (struct grille){ .fonctions = v->b->k->fonctions->rows };
    if (v->b->first <= v->b->last) {
        g->first = aet_mois(aet_date_from_days(v->b->first));
        g->months = (size_t)(aet_mois(aet_date_from_days(v->b->last)) - g->first) + 1;
    }
    g->cells = aet_calloc((g->fonctions + 1) * g->months + 1, sizeof *g->cells);
    g->totals = aet_calloc(g->months + 1, sizeof *g->totals);
    g->used = aet_calloc(g->fonctions + 1, sizeof *g->used);
    for (size_t f = 0; f < v->b->k->six; f++)
        g->used[f] = true;
    for (size_t i = 0; i < n; i++) {
        size_t f = x[i].cle.c[1] < 0 ? g->fonctions : (size_t)x[i].cle.c[1], m;
        struct compte *c;

        if (x[i].cle.c[0] < 0)
            continue;
        m = (size_t)(x[i].cle.c[0] - g->first);
        c = &g->cells[m * (g->fonctions + 1) + f];
        c->n += x[i].n;
        c->minutes += x[i].minutes;
        g->totals[m].n += x[i].n;
        g->totals[m].minutes += x[i].minutes;
        g->used[f] = true;
    }
}

void aet_grille_free(struct grille *g)
{
    aet_free(g->cells);
    aet_free(g->totals);
    aet_free(g->used);
}

static const struct compte *at(const struct grille *g, size_t month, size_t fonction)
{
    return &g->cells[month * (g->fonctions + 1) + fonction];
}

static int32_t row_of(const struct grille *g, size_t f)
{
    return f == g->fonctions ? NO_ROW : (int32_t)f;
}

static void mois(const struct vue *v, const struct grille *g)
{
    struct section *s = aet_report_section(v->r, &aet_kind_jou_mois);

    for (size_t m = 0; m < g->months; m++)
        for (size_t f = 0; f <= g->fonctions; f++) {
            if (!g->used[f])
                continue;
            aet_put_date(s, aet_mois_date(g->first + (int32_t)m));
            aet_jou_put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
            aet_put_count(s, at(g, m, f)->n);
            aet_jou_put_hours(s, at(g, m, f)->minutes);
        }
}

static void courbes(const struct vue *v, const struct grille *g)
{
    struct section *s = aet_report_section(v->r, &aet_kind_jou_courbes);

    for (size_t m = 0; m < g->months; m++)
        for (size_t f = 0; f < g->fonctions; f++) {
            if (!g->used[f])
                continue;
            aet_put_date(s, aet_mois_date(g->first + (int32_t)m));
            aet_jou_put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
            aet_put_share(s, at(g, m, f)->minutes, g->totals[m].minutes);
        }
}

static void put_trend(const struct vue *v, struct section *s, struct trend t, size_t months)
{
    static const struct text few = { "moins de 8 mois avec des heures",
                                     "under 8 months with hours" };
    bool enough = months >= TREND_MONTHS && t.p.defined && t.tau.defined;
    const char *sens = "indetermine";

    if (enough)
        sens = t.p.value >= 0.05 ? "stable" : t.tau.value > 0 ? "hausse" : "baisse";
    aet_put_text(v->r, s, aet_span_z(sens));
    if (enough) {
        aet_put_number(s, t.tau.value);
        aet_put_number(s, t.p.value);
    } else {
        aet_put_unknown(s);
        aet_put_unknown(s);
    }
    aet_put_count(s, (int64_t)months);
    if (months < TREND_MONTHS)
        aet_put_text(v->r, s, aet_span_z(aet_text(few, v->r->lang)));
    else if (!enough)
        aet_put_text(v->r, s,
                     aet_span_z(v->r->lang == LANG_FR ? aet_stat_reason_fr(t.p.reason)
                                                      : aet_stat_reason_en(t.p.reason)));
    else
        aet_put_unknown(s);
}

static void tendances(const struct vue *v, const struct grille *g)
{
    static const struct text note = {
        "Parts mensuelles des heures, mois sans heures laissés de côté ; « hausse » ou « baisse » "
        "quand p < 0,05. Les mois sont pris pour indépendants, et chaque fonction pour elle-même "
        "(aucune correction de leur nombre) ; les attentes, plus bas, comparent les mêmes mois.",
        "Monthly shares of hours, months without hours left out; “hausse” (rise) or “baisse” "
        "(fall) "
        "when p < 0.05. Months are taken as independent, and each function by itself (no "
        "correction "
        "for their number); the expectations, below, compare the same months."
    };
    struct section *s = aet_report_section(v->r, &aet_kind_jou_tendances);
    double *series = aet_calloc(g->months + 1, sizeof *series);

    for (size_t f = 0; f < g->fonctions; f++) {
        size_t n = 0;

        if (!g->used[f])
            continue;
        for (size_t m = 0; m < g->months; m++)
            if (g->totals[m].minutes)
                series[n++] = (double)at(g, m, f)->minutes / (double)g->totals[m].minutes;
        aet_jou_put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
        put_trend(v, s, aet_mann_kendall(series, n), n);
    }
    aet_section_note(v->r, s, aet_span_z(aet_text(note, v->r->lang)));
    aet_free(series);
}

void aet_jou_intensite(const struct vue *v, const struct grille *g)
{
    mois(v, g);
    courbes(v, g);
    tendances(v, g);
}

void aet_jou_annees(const struct vue *v, const struct grille *g)
{
    struct section *s = aet_report_section(v->r, &aet_kind_jou_annees);
    struct buf text = { 0 };

    for (size_t from = 0, to; from < g->months; from = to) {
        int32_t year = (g->first + (int32_t)from) / 12;
        int64_t all = 0;

        for (to = from; to < g->months && (g->first + (int32_t)to) / 12 == year; to++)
            all += g->totals[to].minutes;
        aet_buf_clear(&text);
        aet_buf_int(&text, year);
        for (size_t f = 0; f <= g->fonctions; f++) {
            struct compte sum = { .n = 0 };

            for (size_t m = from; m < to; m++) {
                sum.n += at(g, m, f)->n;
                sum.minutes += at(g, m, f)->minutes;
            }
            if (!g->used[f])
                continue;
            aet_put_text(v->r, s, aet_buf_view(&text));
            aet_jou_put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
            aet_put_count(s, sum.n);
            aet_jou_put_hours(s, sum.minutes);
            aet_put_share(s, sum.minutes, all);
        }
    }
    aet_buf_free(&text);
}
