/* The sections of a journal's summary that tell who received support and who gave it. */
#include "repa/bilan_journal.h"

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
                                                  false,          AET_VIEW_TABLE };

static void put_name(struct report *r, struct section *s, const struct names *names, int32_t id)
{
    if (id < 0)
        aet_put_unknown(s);
    else
        aet_put_text(r, s, names->list[id]);
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
    aet_jou_put_hours(s, sum.minutes);
    aet_put_date(s, followed ? aet_mois_date(first) : (struct date){ 0 });
    aet_put_date(s, followed ? aet_mois_date(last) : (struct date){ 0 });
    aet_put_count(s, followed);
    aet_put_count(s, present);
    if (followed)
        aet_put_number(s, (double)sum.minutes / AET_HEURE / (double)followed);
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
    aet_jou_put_hours(s, sum.minutes);
    aet_put_count(s, milieux);
    aet_put_share(s, sum.minutes, v->b->minutes);
}

void aet_jou_acteurs(const struct vue *v)
{
    by_name(v, &aet_kind_jou_milieux, &v->b->milieux, DIM_MILIEU, milieu);
    by_name(v, &aet_kind_jou_agents, &v->b->agents, DIM_AGENT, agent);
}
