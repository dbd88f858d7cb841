/* The sections of a journal's summary (design, appendix), but for the expectations. */
#include "repa/bilan.h"

#include "base/fold.h"
#include "stats/mann_kendall.h"
#include "stats/quantile.h"

#define VIEW_NONE              \
    {                          \
        VIEW_TABLE, 0, 0, 0, 0 \
    }
#define INTERVENTIONS                                                            \
    {                                                                            \
        "interventions", { "Interventions", "Interventions" }, CELL_COUNT, false \
    }
#define HEURES                                              \
    {                                                       \
        "heures", { "Heures", "Hours" }, CELL_NUMBER, false \
    }
#define PART                                                                      \
    {                                                                             \
        "part_heures", { "Part des heures", "Share of hours" }, CELL_SHARE, false \
    }
#define FONCTION                                                 \
    { "fonction", { "Fonction", "Function" }, CELL_CODE, true }, \
    {                                                            \
        "libelle", { "Fonction", "Function" }, CELL_TEXT, false  \
    }
#define CODED(name, fr, en)                     \
    { name, { fr, en }, CELL_CODE, true },      \
    {                                           \
        "libelle", { fr, en }, CELL_TEXT, false \
    }

static const struct column base_columns[] = {
    { "entrees", { "Inscriptions", "Entries" }, CELL_COUNT, false },
    { "agents", { "Agents", "Agents" }, CELL_COUNT, false },
    { "milieux", { "Milieux", "Communities" }, CELL_COUNT, false },
    { "debut", { "Du", "From" }, CELL_DATE, false },
    { "fin", { "Au", "To" }, CELL_DATE, false },
    HEURES,
    { "sans_duree", { "Sans durée", "Without a duration" }, CELL_COUNT, false },
    { "rejetes", { "Rejetées à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_jou_base = { "base",       { "En bref", "In short" },
                                                base_columns, 8,
                                                true,         VIEW_NONE };

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

static const struct column annees_columns[] = {
    { "annee", { "Année", "Year" }, CELL_CODE, false }, FONCTION, INTERVENTIONS, HEURES, PART,
};
const struct section_kind aet_kind_jou_annees = { "annees",       { "Années", "Years" },
                                                  annees_columns, 6,
                                                  false,          VIEW_NONE };

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
    VIEW_NONE
};

static const struct column postures_columns[] = { CODED("posture", "Posture", "Posture"),
                                                  INTERVENTIONS, HEURES, PART };
const struct section_kind aet_kind_jou_postures = {
    "postures", { "Postures", "Postures" }, postures_columns, 5, false, VIEW_NONE
};

static const struct column phases_columns[] = {
    CODED("phase", "Phase du mandat", "Phase of the mandate"), INTERVENTIONS, HEURES, PART
};
const struct section_kind aet_kind_jou_phases = {
    "phases", { "Phases du mandat", "Phases of the mandate" }, phases_columns, 5, false, VIEW_NONE
};

static const struct column contextes_columns[] = { CODED("contexte", "Contexte", "Context"),
                                                   INTERVENTIONS, HEURES };
const struct section_kind aet_kind_jou_contextes = {
    "contextes", { "Contextes", "Contexts" }, contextes_columns, 4, false, VIEW_NONE
};

static const struct column milieux_columns[] = {
    { "milieu", { "Milieu", "Community" }, CELL_TEXT, false },
    INTERVENTIONS,
    HEURES,
    { "debut", { "De", "From" }, CELL_DATE, false },
    { "fin", { "À", "To" }, CELL_DATE, false },
    { "mois_suivis", { "Mois suivis", "Months followed" }, CELL_COUNT, false },
    { "mois_presents",
      { "Mois avec intervention", "Months with an intervention" },
      CELL_COUNT,
      false },
    { "heures_par_mois",
      { "Heures par mois suivi", "Hours per month followed" },
      CELL_NUMBER,
      false },
};
const struct section_kind aet_kind_jou_milieux = { "milieux",       { "Milieux", "Communities" },
                                                   milieux_columns, 8,
                                                   false,           { VIEW_BARS, 0, 0, 2, 1 } };

static const struct column agents_columns[] = {
    { "agent", { "Agent", "Agent" }, CELL_TEXT, false },
    INTERVENTIONS,
    HEURES,
    { "milieux", { "Milieux", "Communities" }, CELL_COUNT, false },
    PART,
};
const struct section_kind aet_kind_jou_agents = { "agents",       { "Agents", "Agents" },
                                                  agents_columns, 5,
                                                  false,          VIEW_NONE };

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

enum { TREND_MONTHS = 8, MINUTES = 60 };

static void put_hours(struct section *s, int64_t minutes)
{
    aet_put_number(s, (double)minutes / MINUTES);
}

/* The id and the short label of a row, or nothing known. */
static void put_row(struct report *r, struct section *s, const struct table *t, int32_t row)
{
    if (row < 0) {
        aet_put_unknown(s);
        aet_put_text(r, s, r->lang == LANG_FR ? AET_LIT("(non noté)") : AET_LIT("(not recorded)"));
        return;
    }
    aet_put_text(r, s, aet_cell(t, (size_t)row, 0));
    aet_put_text(r, s, aet_fold_short(aet_label(t, (size_t)row, r->lang)));
}

static void put_name(struct report *r, struct section *s, const struct names *names, int32_t id)
{
    if (id < 0)
        aet_put_unknown(s);
    else
        aet_put_text(r, s, names->list[id]);
}

/* The sum of the groups whose coordinate `c` is `value`. */
static struct compte sum_of(const struct compte *x, size_t n, int c, int32_t value)
{
    struct compte sum = { .n = 0 };

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[c] == value) {
            sum.n += x[i].n;
            sum.minutes += x[i].minutes;
        }
    return sum;
}

static void base(const struct vue *v)
{
    struct section *s = aet_report_section(v->r, &aet_kind_jou_base);
    const struct bilan_repa *b = v->b;
    int64_t with = 0;
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_DUREE, &n);

    for (size_t i = 0; i < n; i++)
        with += x[i].n;
    aet_put_count(s, b->n);
    aet_put_count(s, (int64_t)b->agents.n);
    aet_put_count(s, (int64_t)b->milieux.n);
    aet_put_date(s, b->first <= b->last ? aet_date_from_days(b->first) : (struct date){ 0 });
    aet_put_date(s, b->first <= b->last ? aet_date_from_days(b->last) : (struct date){ 0 });
    put_hours(s, b->minutes);
    aet_put_count(s, b->n - with);
    aet_put_count(s, (int64_t)v->rejected);
}

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
    if (median.defined)
        aet_put_number(s, median.value / MINUTES);
    else
        aet_put_unknown(s);
    aet_free(values);
}

/* Rows of the six functions always; others, and what is not recorded, when there is some. */
static bool shown(const struct vue *v, int32_t fonction, int64_t n)
{
    return n > 0 || (fonction >= 0 && (size_t)fonction < v->b->k->six);
}

static void fonctions(const struct vue *v)
{
    const struct table *t = v->b->k->fonctions;
    struct section *s = aet_report_section(v->r, &aet_kind_jou_fonctions);
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_TYPE, &n);

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t f = i == (int32_t)t->rows ? NO_ROW : i;
        struct compte sum = sum_of(x, n, 1, f);

        if (!shown(v, f, sum.n))
            continue;
        put_row(v->r, s, t, f);
        aet_put_count(s, sum.n);
        put_hours(s, sum.minutes);
        aet_put_share(s, sum.minutes, v->b->minutes);
        put_median(v, s, f);
    }
}

/* Rows of a table by one coordinate of a dimension, with their share of all hours. */
static void by_table(const struct vue *v, const struct section_kind *kind, const struct table *t,
                     int32_t dim, int c)
{
    struct section *s = aet_report_section(v->r, kind);
    size_t n;
    const struct compte *x = aet_vue_of(v, dim, &n);

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t row = i == (int32_t)t->rows ? NO_ROW : i;
        struct compte sum = sum_of(x, n, c, row);

        if (row == NO_ROW && !sum.n)
            continue;
        put_row(v->r, s, t, row);
        aet_put_count(s, sum.n);
        put_hours(s, sum.minutes);
        if (kind->n > 4)
            aet_put_share(s, sum.minutes, v->b->minutes);
    }
}

static void strategies(const struct vue *v)
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
        struct compte sum = sum_of(x, n, 0, row);

        put_row(v->r, s, t, row);
        aet_put_count(s, sum.n);
        aet_put_share(s, sum.n, v->b->n);
        put_hours(s, sum.minutes);
    }
    aet_section_note(v->r, s, aet_span_z(aet_text(note, v->r->lang)));
}

/* Hours by month and function, as a matrix. */
struct grille {
    int32_t first; /* month */
    size_t months, fonctions;
    struct compte *cells;  /* month × (fonctions + 1), the last one not recorded */
    struct compte *totals; /* by month */
    bool *used;            /* by function */
};

static void make_grille(const struct vue *v, struct grille *g)
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
        size_t f = x[i].cle.c[1] < 0 ? g->fonctions : (size_t)x[i].cle.c[1];
        size_t m = (size_t)(x[i].cle.c[0] - g->first);
        struct compte *c = &g->cells[m * (g->fonctions + 1) + f];

        if (x[i].cle.c[0] < 0)
            continue;
        c->n += x[i].n;
        c->minutes += x[i].minutes;
        g->totals[m].n += x[i].n;
        g->totals[m].minutes += x[i].minutes;
        g->used[f] = true;
    }
}

static void free_grille(struct grille *g)
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
            put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
            aet_put_count(s, at(g, m, f)->n);
            put_hours(s, at(g, m, f)->minutes);
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
            put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
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
        put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
        put_trend(v, s, aet_mann_kendall(series, n), n);
    }
    aet_section_note(v->r, s, aet_span_z(aet_text(note, v->r->lang)));
    aet_free(series);
}

static void annees(const struct vue *v, const struct grille *g)
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
            put_row(v->r, s, v->b->k->fonctions, row_of(g, f));
            aet_put_count(s, sum.n);
            put_hours(s, sum.minutes);
            aet_put_share(s, sum.minutes, all);
        }
    }
    aet_buf_free(&text);
}

/* One community: what it received, from its first month to its last. */
static void milieu(const struct vue *v, struct section *s, const struct compte *x, size_t n)
{
    struct compte sum = { .n = 0 };
    int32_t first = INT32_MAX, last = INT32_MIN;
    int64_t present = 0, followed;

    for (size_t i = 0; i < n; i++) {
        int32_t m = x[i].cle.c[1];

        sum.n += x[i].n;
        sum.minutes += x[i].minutes;
        if (m < 0)
            continue;
        first = m < first ? m : first;
        last = m > last ? m : last;
        present++;
    }
    followed = first <= last ? last - first + 1 : 0;
    put_name(v->r, s, &v->b->milieux, x->cle.c[0]);
    aet_put_count(s, sum.n);
    put_hours(s, sum.minutes);
    aet_put_date(s, followed ? aet_mois_date(first) : (struct date){ 0 });
    aet_put_date(s, followed ? aet_mois_date(last) : (struct date){ 0 });
    aet_put_count(s, followed);
    aet_put_count(s, present);
    if (followed)
        aet_put_number(s, (double)sum.minutes / MINUTES / (double)followed);
    else
        aet_put_unknown(s);
}

/* Groups of one dimension, sorted by their first coordinate, called in the order of the names. */
static void by_name(const struct vue *v, const struct section_kind *kind, const struct names *names,
                    int32_t dim,
                    void (*put)(const struct vue *, struct section *, const struct compte *,
                                size_t))
{
    struct section *s = aet_report_section(v->r, kind);
    uint32_t *order = aet_names_sorted(names);
    size_t n, from = 0;
    const struct compte *x = aet_vue_of(v, dim, &n);
    size_t *start = aet_calloc(names->n + 2, sizeof *start);

    for (size_t i = 0; i < names->n + 2; i++)
        start[i] = n;
    for (size_t i = n; i-- > 0;)
        start[x[i].cle.c[0] + 1] = i;
    for (size_t i = 0; i <= names->n; i++) { /* the one without a name comes last */
        int32_t id = i < names->n ? (int32_t)order[i] : -1;
        size_t to;

        from = start[id + 1];
        for (to = from; to < n && x[to].cle.c[0] == id; to++)
            ;
        if (to > from)
            put(v, s, x + from, to - from);
    }
    aet_free(order);
    aet_free(start);
}

static void agent(const struct vue *v, struct section *s, const struct compte *x, size_t n)
{
    struct compte sum = { .n = 0 };
    int64_t milieux = 0;

    for (size_t i = 0; i < n; i++) {
        sum.n += x[i].n;
        sum.minutes += x[i].minutes;
        milieux += x[i].cle.c[1] >= 0;
    }
    put_name(v->r, s, &v->b->agents, x->cle.c[0]);
    aet_put_count(s, sum.n);
    put_hours(s, sum.minutes);
    aet_put_count(s, milieux);
    aet_put_share(s, sum.minutes, v->b->minutes);
}

static void conformite(const struct vue *v)
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
            put_row(v->r, s, k->fonctions, f);
            put_row(v->r, s, k->strategies, i);
            aet_put_bool(s, aet_attendue(k, f, i));
            aet_put_count(s, count);
        }
}

void aet_bilan_journal(const struct vue *v)
{
    const struct savoir *k = v->b->k;
    struct grille g;

    make_grille(v, &g);
    base(v);
    fonctions(v);
    strategies(v);
    mois(v, &g);
    courbes(v, &g);
    tendances(v, &g);
    by_table(v, &aet_kind_jou_etapes, k->etapes, DIM_TYPE, 4);
    by_table(v, &aet_kind_jou_paliers, k->paliers, DIM_TYPE, 3);
    annees(v, &g);
    by_table(v, &aet_kind_jou_postures, k->postures, DIM_POSTURE, 0);
    by_table(v, &aet_kind_jou_phases, k->phases, DIM_TYPE, 2);
    by_table(v, &aet_kind_jou_contextes, k->contextes, DIM_CONTEXTE, 0);
    by_name(v, &aet_kind_jou_milieux, &v->b->milieux, DIM_MILIEU, milieu);
    by_name(v, &aet_kind_jou_agents, &v->b->agents, DIM_AGENT, agent);
    conformite(v);
    free_grille(&g);
}
