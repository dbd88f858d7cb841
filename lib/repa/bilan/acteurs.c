/* The sections of a journal's summary that tell who received support and who gave it. */
#include "repa/bilan/journal.h"

static void put_name(struct section *s, int column, const struct names *names, int32_t id)
{
    if (id < 0)
        aet_row_unknown(s, column);
    else
        aet_row_text(s, column, names->list[id]);
}

enum {
    MILIEUX_MILIEU,
    MILIEUX_INTERVENTIONS,
    MILIEUX_HEURES,
    MILIEUX_DEBUT,
    MILIEUX_FIN,
    MILIEUX_MOIS_SUIVIS,
    MILIEUX_MOIS_PRESENTS,
    MILIEUX_HEURES_PAR_MOIS
};
static const struct column milieux_columns[] = {
    [MILIEUX_MILIEU] = { "milieu", { "Milieu", "Community" }, CELL_TEXT, false },
    INTERVENTIONS(MILIEUX),
    HEURES(MILIEUX),
    [MILIEUX_DEBUT] = { "debut", { "De", "From" }, CELL_DATE, false },
    [MILIEUX_FIN] = { "fin", { "À", "To" }, CELL_DATE, false },
    [MILIEUX_MOIS_SUIVIS] = { "mois_suivis",
                              { "Mois suivis", "Months followed" },
                              CELL_COUNT,
                              false },
    [MILIEUX_MOIS_PRESENTS] = { "mois_presents",
                                { "Mois avec intervention", "Months with an intervention" },
                                CELL_COUNT,
                                false },
    [MILIEUX_HEURES_PAR_MOIS] = { "heures_par_mois",
                                  { "Heures par mois suivi", "Hours per month followed" },
                                  CELL_NUMBER,
                                  false },
};

/* One community: what it received, from its first month to its last. */
static void milieu(const struct summed *v, struct section *s, const struct compte *x, size_t n)
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
    aet_row_begin(s);
    put_name(s, MILIEUX_MILIEU, &v->b->milieux, x->cle.c[0]);
    aet_row_count(s, MILIEUX_INTERVENTIONS, sum.n);
    aet_repa_jou_put_hours(s, MILIEUX_HEURES, sum.minutes);
    aet_row_date(s, MILIEUX_DEBUT, followed ? aet_repa_mois_date(first) : (struct date){ 0 });
    aet_row_date(s, MILIEUX_FIN, followed ? aet_repa_mois_date(last) : (struct date){ 0 });
    aet_row_count(s, MILIEUX_MOIS_SUIVIS, followed);
    aet_row_count(s, MILIEUX_MOIS_PRESENTS, present);
    if (followed)
        aet_row_number(s, MILIEUX_HEURES_PAR_MOIS,
                       (double)sum.minutes / AET_HEURE / (double)followed);
    else
        aet_row_unknown(s, MILIEUX_HEURES_PAR_MOIS);
    aet_row_end(s);
}

/* Groups of one dimension, sorted by their first coordinate, called in the order of the names. */
static void
by_name(const struct summed *v, struct section *s, const struct names *names, int32_t dim,
        void (*put)(const struct summed *, struct section *, const struct compte *, size_t))
{
    uint32_t *order = aet_names_sorted(names);
    size_t n, from = 0;
    const struct compte *x = aet_repa_summed_of(v, dim, &n);
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

static void milieux(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_name(v, s, &v->b->milieux, DIM_MILIEU, milieu);
}

const struct section_kind aet_repa_kind_jou_milieux = {
    .key = "milieux",
    .title = { "Milieux", "Communities" },
    AET_COLUMNS(milieux_columns),
    .view = { .kind = VIEW_BARS,
              .label = MILIEUX_MILIEU,
              .from = MILIEUX_HEURES,
              .to = MILIEUX_HEURES },
    .fill = milieux,
    .mask = { .kind = MASK_COUNTS,
              .keys = { MILIEUX_MILIEU },
              .keys_n = 1,
              .counts = { { MILIEUX_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

enum { AGENTS_AGENT, AGENTS_INTERVENTIONS, AGENTS_HEURES, AGENTS_MILIEUX, AGENTS_PART_HEURES };
static const struct column agents_columns[] = {
    [AGENTS_AGENT] = { "agent", { "Agent", "Agent" }, CELL_TEXT, false },
    INTERVENTIONS(AGENTS),
    HEURES(AGENTS),
    [AGENTS_MILIEUX] = { "milieux", { "Milieux", "Communities" }, CELL_COUNT, false },
    PART(AGENTS),
};

static void agent(const struct summed *v, struct section *s, const struct compte *x, size_t n)
{
    struct compte sum = { .n = 0 };
    int64_t milieux = 0;

    for (size_t i = 0; i < n; i++) {
        sum.n += x[i].n;
        sum.minutes += x[i].minutes;
        milieux += x[i].cle.c[1] >= 0;
    }
    aet_row_begin(s);
    put_name(s, AGENTS_AGENT, &v->b->agents, x->cle.c[0]);
    aet_row_count(s, AGENTS_INTERVENTIONS, sum.n);
    aet_repa_jou_put_hours(s, AGENTS_HEURES, sum.minutes);
    aet_row_count(s, AGENTS_MILIEUX, milieux);
    aet_row_share(s, AGENTS_PART_HEURES, sum.minutes, v->b->minutes);
    aet_row_end(s);
}

static void agents(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;

    by_name(v, s, &v->b->agents, DIM_AGENT, agent);
}

const struct section_kind aet_repa_kind_jou_agents = {
    .key = "agents",
    .title = { "Agents", "Agents" },
    AET_COLUMNS(agents_columns),
    .fill = agents,
    .mask = { .kind = MASK_COUNTS,
              .keys = { AGENTS_AGENT },
              .keys_n = 1,
              .counts = { { AGENTS_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL,
              .few = { AGENTS_MILIEUX },
              .few_n = 1 },
};
