/* The sections of a journal's summary that tell when support was given: hours by function and
 * month, their curves, and years. */
#include "repa/bilan/journal.h"

/* One group of interventions of a month. */
static void add(struct grille *g, const struct summed *v, const struct compte *x)
{
    struct membres members = aet_repa_membres(&v->partage, &x->cle.c[1]);
    size_t m = (size_t)(x->cle.c[0] - g->first);

    g->totals[m].n += x->n;
    g->totals[m].parts += x->minutes * AET_PARTS;
    for (size_t j = 0; j < members.n; j++) {
        size_t f = members.rows[j] < 0 ? g->fonctions : (size_t)members.rows[j];
        struct lot_repa *c = &g->cells[m * (g->fonctions + 1) + f];

        c->n += x->n;
        c->parts += aet_repa_part(x->minutes, members.n, j);
        g->used[f] = true;
    }
}

void aet_repa_grille_init(struct grille *g, const struct summed *v)
{
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_TYPE, &n);

    *g = (struct grille){ .fonctions = v->b->k->fonctions->rows };
    if (v->b->first <= v->b->last) {
        g->first = aet_repa_mois(aet_date_from_days(v->b->first));
        g->months = (size_t)(aet_repa_mois(aet_date_from_days(v->b->last)) - g->first) + 1;
    }
    g->cells = aet_calloc((g->fonctions + 1) * g->months + 1, sizeof *g->cells);
    g->totals = aet_calloc(g->months + 1, sizeof *g->totals);
    g->used = aet_calloc(g->fonctions + 1, sizeof *g->used);
    for (size_t f = 0; f < v->b->k->six; f++)
        g->used[f] = true;
    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[0] >= 0)
            add(g, v, &x[i]);
}

void aet_repa_grille_free(struct grille *g)
{
    aet_free(g->cells);
    aet_free(g->totals);
    aet_free(g->used);
}

static const struct lot_repa *at(const struct grille *g, size_t month, size_t fonction)
{
    return &g->cells[month * (g->fonctions + 1) + fonction];
}

static int32_t row_of(const struct grille *g, size_t f)
{
    return f == g->fonctions ? NO_ROW : (int32_t)f;
}

enum { MOIS_MOIS, MOIS_FONCTION, MOIS_LIBELLE, MOIS_INTERVENTIONS, MOIS_HEURES };
static const struct column mois_columns[] = {
    [MOIS_MOIS] = { "mois", { "Mois", "Month" }, CELL_DATE, false },
    FONCTION(MOIS),
    INTERVENTIONS(MOIS),
    HEURES(MOIS),
};

static void mois(void *sum, struct section *s)
{
    const struct journal *j = sum;
    const struct grille *g = &j->grille;

    for (size_t m = 0; m < g->months; m++)
        for (size_t f = 0; f <= g->fonctions; f++) {
            if (!g->used[f])
                continue;
            aet_row_begin(s);
            aet_row_date(s, MOIS_MOIS, aet_repa_mois_date(g->first + (int32_t)m));
            aet_repa_jou_put_row(s, MOIS_FONCTION, j->v->b->k->fonctions, row_of(g, f));
            aet_row_count(s, MOIS_INTERVENTIONS, at(g, m, f)->n);
            aet_repa_jou_put_parts(s, MOIS_HEURES, at(g, m, f)->parts);
            aet_row_end(s);
        }
}

const struct section_kind aet_repa_kind_jou_mois = {
    .key = "mois",
    .title = { "Intensité : heures par fonction et par mois",
               "Intensity: hours by function and month" },
    AET_COLUMNS(mois_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = MOIS_LIBELLE,
              .across = MOIS_MOIS,
              .from = MOIS_HEURES,
              .to = MOIS_HEURES },
    .fill = mois,
    .mask = { .kind = MASK_COUNTS,
              .keys = { MOIS_MOIS, MOIS_FONCTION },
              .keys_n = 2,
              .counts = { { MOIS_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN(0) },
};

enum { COURBES_MOIS, COURBES_FONCTION, COURBES_LIBELLE, COURBES_PART_HEURES };
static const struct column courbes_columns[] = {
    [COURBES_MOIS] = { "mois", { "Mois", "Month" }, CELL_DATE, false },
    FONCTION(COURBES),
    PART(COURBES),
};

static void courbes(void *sum, struct section *s)
{
    const struct journal *j = sum;
    const struct grille *g = &j->grille;

    for (size_t m = 0; m < g->months; m++)
        for (size_t f = 0; f < g->fonctions; f++) {
            if (!g->used[f])
                continue;
            aet_row_begin(s);
            aet_row_date(s, COURBES_MOIS, aet_repa_mois_date(g->first + (int32_t)m));
            aet_repa_jou_put_row(s, COURBES_FONCTION, j->v->b->k->fonctions, row_of(g, f));
            aet_row_share(s, COURBES_PART_HEURES, at(g, m, f)->parts, g->totals[m].parts);
            aet_row_end(s);
        }
}

const struct section_kind aet_repa_kind_jou_courbes = {
    .key = "courbes",
    .title = { "Part des heures de chaque fonction, mois par mois",
               "Share of hours of each function, month by month" },
    AET_COLUMNS(courbes_columns),
    .view = { .kind = VIEW_LINES,
              .label = COURBES_MOIS,
              .across = COURBES_LIBELLE,
              .from = COURBES_PART_HEURES,
              .to = COURBES_PART_HEURES },
    .fill = courbes,
    .mask = { .keys = { COURBES_MOIS, COURBES_FONCTION },
              .keys_n = 2,
              .kind = MASK_OPEN,
              .like = "mois" },
};

enum {
    ANNEES_ANNEE,
    ANNEES_FONCTION,
    ANNEES_LIBELLE,
    ANNEES_INTERVENTIONS,
    ANNEES_HEURES,
    ANNEES_PART_HEURES
};
static const struct column annees_columns[] = {
    [ANNEES_ANNEE] = { "annee", { "Année", "Year" }, CELL_CODE, false },
    FONCTION(ANNEES),
    INTERVENTIONS(ANNEES),
    HEURES(ANNEES),
    PART(ANNEES),
};

/* The months from `from` to `to` of one year. */
static void put_year(const struct journal *j, struct section *s, size_t from, size_t to)
{
    const struct grille *g = &j->grille;
    struct buf year = { 0 };
    int64_t all = 0;

    for (size_t m = from; m < to; m++)
        all += g->totals[m].parts;
    aet_buf_int(&year, (g->first + (int32_t)from) / 12);
    for (size_t f = 0; f <= g->fonctions; f++) {
        struct lot_repa sum = { 0, 0 };

        for (size_t m = from; m < to; m++) {
            sum.n += at(g, m, f)->n;
            sum.parts += at(g, m, f)->parts;
        }
        if (!g->used[f])
            continue;
        aet_row_begin(s);
        aet_row_text(s, ANNEES_ANNEE, aet_buf_view(&year));
        aet_repa_jou_put_row(s, ANNEES_FONCTION, j->v->b->k->fonctions, row_of(g, f));
        aet_row_count(s, ANNEES_INTERVENTIONS, sum.n);
        aet_repa_jou_put_parts(s, ANNEES_HEURES, sum.parts);
        aet_row_share(s, ANNEES_PART_HEURES, sum.parts, all);
        aet_row_end(s);
    }
    aet_buf_free(&year);
}

static void annees(void *sum, struct section *s)
{
    const struct journal *j = sum;
    const struct grille *g = &j->grille;

    for (size_t from = 0, to; from < g->months; from = to) {
        int32_t year = (g->first + (int32_t)from) / 12;

        for (to = from; to < g->months && (g->first + (int32_t)to) / 12 == year; to++)
            ;
        put_year(j, s, from, to);
    }
}

const struct section_kind aet_repa_kind_jou_annees = {
    .key = "annees",
    .title = { "Années", "Years" },
    AET_COLUMNS(annees_columns),
    .fill = annees,
    .mask = { .kind = MASK_COUNTS,
              .keys = { ANNEES_ANNEE, ANNEES_FONCTION },
              .keys_n = 2,
              .counts = { { ANNEES_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN(0) },
};
