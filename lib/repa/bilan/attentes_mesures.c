/* The measures of a journal that the rules of table attentes may name; share/tables/README says
 * what each is. Those of groups are in attentes_groupes.c. */
#include "repa/bilan/attentes.h"

enum { COORD_MOIS = 0, AN = 12, SEPTEMBRE = 8, PAR_MOIS_CIVIL = 0, PAR_CYCLE };

/* The coordinate of DIM_TYPE that a dimension stands in; there, the one function at hand is in the
 * place of a set. */
static const int coords[ATTENTE_DIMENSIONS] = {
    [ATTENTE_FONCTION] = 1, [ATTENTE_PHASE] = 2, [ATTENTE_PALIER] = 3, [ATTENTE_ETAPE] = 4
};

/* The months of the journal. */
struct months {
    int32_t first;
    size_t n;
};

static struct months months_of(const struct bilan_repa *b)
{
    struct months m = { 0, 0 };

    if (b->first <= b->last) {
        m.first = aet_repa_mois(aet_date_from_days(b->first));
        m.n = (size_t)(aet_repa_mois(aet_date_from_days(b->last)) - m.first) + 1;
    }
    return m;
}

static bool within(const struct finding_pick *picks, size_t n, const struct cle *c)
{
    for (size_t i = 0; i < n; i++)
        if (!aet_finding_picks(&picks[i], c->c[coords[picks[i].dimension]]))
            return false;
    return true;
}

/* Whether a dimension that is asked for, but for the function, is not said. */
static bool lacks(const struct finding_pick *picks, size_t n, const struct cle *c)
{
    for (size_t i = 0; i < n; i++)
        if (picks[i].dimension != ATTENTE_FONCTION && c->c[coords[picks[i].dimension]] < 0)
            return true;
    return false;
}

/* One month: interventions, parts of minutes, those of what is looked for. */
struct mois {
    int64_t n, parts, kind;
};

/* Add what is asked of one group: an intervention counts once, each of its functions has its share.
 * How many interventions are of the kind. */
static int64_t add(const struct summed *v, const struct finding_request *q, const struct compte *x,
                   struct mois *to)
{
    struct membres members = aet_repa_membres(&v->partage, &x->cle.c[coords[ATTENTE_FONCTION]]);
    bool among = false, kind = false;

    for (size_t j = 0; j < members.n; j++) {
        struct cle c = x->cle;
        int64_t parts = aet_repa_part(x->minutes, members.n, j);

        c.c[coords[ATTENTE_FONCTION]] = members.rows[j];
        if (!within(q->among, q->among_n, &c))
            continue;
        among = true;
        to->parts += parts;
        if (!within(q->what, q->what_n, &c))
            continue;
        kind = true;
        to->kind += parts;
    }
    to->n += among ? x->n : 0;
    return kind ? x->n : 0;
}

/* Months filled, and the guards: interventions of the kind, share of those that lack what is asked.
 */
static struct mois *gather(const struct summed *v, const struct finding_request *q, struct months m,
                           struct finding_data *out)
{
    struct mois *month = aet_calloc(m.n + 1, sizeof *month);
    int64_t all = 0, missing = 0, kind = 0;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_TYPE, &n);

    for (size_t i = 0; i < n; i++) {
        const struct cle *c = &x[i].cle;

        if (c->c[COORD_MOIS] < 0)
            continue;
        all += x[i].n;
        missing += lacks(q->what, q->what_n, c) || lacks(q->among, q->among_n, c) ? x[i].n : 0;
        kind += add(v, q, &x[i], &month[c->c[COORD_MOIS] - m.first]);
    }
    out->counts[0] = (double)kind;
    out->counts[1] = all ? (double)missing / (double)all : 0;
    out->counts[2] = (double)m.n;
    return month;
}

static void add_point(const struct finding_request *q, int64_t mois, double y, int64_t size,
                      struct finding_data *out)
{
    int64_t stratum = q->by == PAR_CYCLE ? (mois - SEPTEMBRE) / AN : mois % AN;

    out->points[out->n++] = (struct finding_point){ { stratum, (double)mois / AN, y, mois, 0 },
                                                    { (double)size } };
}

static void part_heures(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct summed *v = data;
    struct months m = months_of(v->b);
    struct mois *month = gather(v, q, m, out);

    out->points = aet_arena_alloc(&out->arena, (m.n + 1) * sizeof *out->points);
    for (size_t i = 0; i < m.n; i++)
        if (month[i].n && month[i].parts)
            add_point(q, m.first + (int32_t)i, (double)month[i].kind / (double)month[i].parts,
                      month[i].n, out);
    aet_free(month);
}

/* The months of one community: counts `from` up to `to` (not one of them) have a month. */
struct suivi {
    size_t from, to, next; /* next: where the next community begins */
    bool known;
};

static struct suivi suivi_at(const struct compte *x, size_t n, size_t at)
{
    struct suivi s = { .from = at, .to = at };

    while (s.to < n && x[s.to].cle.c[0] == x[at].cle.c[0])
        s.to++;
    while (s.from < s.to && x[s.from].cle.c[1] < 0)
        s.from++;
    s.next = s.to;
    s.known = x[at].cle.c[0] >= 0 && s.from < s.to;
    return s;
}

/* Hours of communities in each month over those that were followed then, from their first
 * intervention to their last; the first and last month of the journal are left out. */
static void heures_par_milieu(const void *data, const struct finding_request *q,
                              struct finding_data *out)
{
    const struct summed *v = data;
    struct months m = months_of(v->b);
    int64_t *followed = aet_calloc(m.n + 1, sizeof *followed);
    struct mois *month = aet_calloc(m.n + 1, sizeof *month);
    struct suivi s;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_MILIEU, &n);

    for (size_t at = 0; at < n; at = s.next) {
        s = suivi_at(x, n, at);
        if (!s.known)
            continue;
        for (int32_t k = x[s.from].cle.c[1]; k <= x[s.to - 1].cle.c[1]; k++)
            followed[k - m.first]++;
        for (size_t i = s.from; i < s.to; i++) {
            month[x[i].cle.c[1] - m.first].n += x[i].n;
            month[x[i].cle.c[1] - m.first].parts += x[i].minutes * AET_PARTS;
        }
    }
    out->points = aet_arena_alloc(&out->arena, (m.n + 1) * sizeof *out->points);
    for (size_t k = 1; k + 1 < m.n; k++)
        if (month[k].n && followed[k])
            add_point(q, m.first + (int32_t)k,
                      (double)month[k].parts / AET_HEURE_PARTS / (double)followed[k], month[k].n,
                      out);
    aet_free(followed);
    aet_free(month);
}

/* Months of the journal that hold something, counted from its first: how many before each. */
static int64_t *full_months(const struct summed *v, struct months m)
{
    int64_t *before = aet_calloc(m.n + 2, sizeof *before);
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_TYPE, &n);

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[0] >= 0)
            before[x[i].cle.c[0] - m.first + 1] = 1;
    for (size_t k = 0; k < m.n; k++)
        before[k + 1] += before[k];
    return before;
}

/* Of each community: months in which it was met, over those of the journal while it was followed.
 */
static void presence(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct summed *v = data;
    struct months m = months_of(v->b);
    int64_t *before = full_months(v, m);
    struct suivi s;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_MILIEU, &n);

    (void)q;
    out->values = aet_arena_alloc(&out->arena, (n + 1) * sizeof *out->values);
    for (size_t at = 0; at < n; at = s.next) {
        s = suivi_at(x, n, at);
        if (s.known)
            out->values[out->n++] = (struct finding_value){
                (double)(s.to - s.from), (double)(before[x[s.to - 1].cle.c[1] - m.first + 1] -
                                                  before[x[s.from].cle.c[1] - m.first])
            };
    }
    aet_free(before);
}

static void mois_suivis(const void *data, const struct finding_request *q, struct finding_data *out)
{
    presence(data, q, out);
    for (size_t i = 0; i < out->n; i++)
        out->values[i] = (struct finding_value){ out->values[i].den, 1 };
}

#define STRATES                         \
    {                                   \
        "mois-civil", "cycle-septembre" \
    }

static const struct finding_measure measures[] = {
    { .name = "part-heures",
      .shape = FINDING_SERIES,
      .asks = true,
      .dimensions = { "fonction", "phase", "palier", "etape" },
      .by = STRATES,
      .sizes = { "interventions" },
      .guards = { "interventions", "manquants", "mois" },
      .fill = part_heures },
    { .name = "heures-par-milieu",
      .shape = FINDING_SERIES,
      .by = STRATES,
      .sizes = { "interventions" },
      .fill = heures_par_milieu },
    { .name = "presence", .shape = FINDING_UNITS, .fill = presence },
    { .name = "mois-suivis", .shape = FINDING_UNITS, .fill = mois_suivis },
    { .name = "part-interventions",
      .shape = FINDING_CLUSTERS,
      .asks = true,
      .dimensions = { "fonction" },
      .by = { "etape" },
      .sizes = { "interventions", "milieux" },
      .guards = { "interventions" },
      .fill = aet_repa_part_interventions },
    { .name = "part-a-strategies",
      .shape = FINDING_CLUSTERS,
      .asks = true,
      .dimensions = { "nombre", "fonction" },
      .by = { "fonction" },
      .sizes = { "interventions", "milieux" },
      .guards = { "interventions", "manquants" },
      .fill = aet_repa_part_a_strategies },
    { .name = "part-postures",
      .shape = FINDING_CLUSTERS,
      .asks = true,
      .dimensions = { "posture", "palier" },
      .by = { "palier" },
      .sizes = { "interventions", "milieux" },
      .guards = { "interventions", "manquants" },
      .fill = aet_repa_part_postures },
};

static const struct finding_guard guards[] = {
    { .name = "n",
      .before = { "milieux suivis assez longtemps : ", "communities followed long enough: " },
      .between = { ", il en faut ", ", needs " } },
    { .name = "paires",
      .before = { "paires de mois comparables : ", "pairs of comparable months: " },
      .between = { ", il en faut ", ", needs " } },
    { .name = "groupes",
      .before = { "groupes qui comptent : ", "groups that count: " },
      .between = { ", il en faut ", ", needs " } },
    { .name = "interventions",
      .before = { "interventions de ce type : ", "interventions of this kind: " },
      .between = { ", il en faut ", ", needs " } },
    { .name = "manquants",
      .before = { "interventions sans la donnée voulue : ",
                  "interventions without what is needed: " },
      .share = true },
    { .name = "mois",
      .before = { "mois du journal : ", "months of the journal: " },
      .between = { ", il en faut ", ", needs " },
      .once = true },
};

const struct finding_domain aet_repa_attentes_domain = {
    .measures = measures,
    .measures_n = sizeof measures / sizeof *measures,
    .guards = guards,
    .guards_n = sizeof guards / sizeof *guards,
    .units = { " milieux sur ", " communities out of " },
};
