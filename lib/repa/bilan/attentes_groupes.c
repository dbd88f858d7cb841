/* Measures whose unit is an intervention within groups: each step, each function; communities are
 * clusters. */
#include "repa/bilan/attentes.h"

/* One group being put together: counts come sorted by group, then community. */
struct groupe {
    struct cluster *clusters;
    size_t n, cap;
    int32_t last;               /* community of the last cluster */
    int64_t units, with, known; /* known: clusters that are a community */
};

static struct cluster *cluster_of(struct groupe *g, int32_t milieu)
{
    if (g->n && g->last == milieu)
        return &g->clusters[g->n - 1];
    g->clusters = aet_grow(g->clusters, &g->cap, g->n, sizeof *g->clusters);
    g->clusters[g->n] = (struct cluster){ 0, 0 };
    g->last = milieu;
    g->known += milieu >= 0;
    return &g->clusters[g->n++];
}

static void add(struct groupe *g, const struct compte *x, bool with)
{
    struct cluster *c = cluster_of(g, x->cle.c[1]);

    c->units += (uint64_t)x->n;
    c->with += with ? (uint64_t)x->n : 0;
    g->units += x->n;
    g->with += with ? x->n : 0;
}

static void keep(struct groupe *g, struct span label, struct finding_data *out)
{
    struct finding_group *to = &out->groups[out->n++];

    to->label = label;
    to->n = g->n;
    to->clusters = aet_arena_alloc(&out->arena, (g->n + 1) * sizeof *to->clusters);
    if (g->n)
        memcpy(to->clusters, g->clusters, g->n * sizeof *to->clusters);
    to->sizes[0] = (double)g->units;
    to->sizes[1] = (double)g->known;
    out->counts[0] += (double)g->with;
    aet_free(g->clusters);
}

/* What one count stands for, by dimension; -1 where it is not said. Its functions are several. */
struct stands {
    struct membres fonctions;
    int32_t nombre, posture, palier;
};

/* What a count of some kind stands for. False: it does not count, as what is measured is not said.
 */
typedef bool aet_stand(const struct summed *v, const struct compte *x, struct stands *s);

static bool within(const struct finding_pick *picks, size_t n, const struct stands *s,
                   int32_t fonction)
{
    return aet_finding_within(picks, n, ATTENTE_FONCTION, fonction) &&
           aet_finding_within(picks, n, ATTENTE_NOMBRE, s->nombre) &&
           aet_finding_within(picks, n, ATTENTE_POSTURE, s->posture) &&
           aet_finding_within(picks, n, ATTENTE_PALIER, s->palier);
}

/* Whether it is picked with any of its functions. */
static bool any_within(const struct finding_pick *picks, size_t n, const struct stands *s)
{
    size_t j = 0;

    while (j < s->fonctions.n && !within(picks, n, s, s->fonctions.rows[j]))
        j++;
    return j < s->fonctions.n;
}

static bool of_etape(const struct summed *v, const struct compte *x, struct stands *s)
{
    s->fonctions = aet_repa_membres(&v->partage, &x->cle.c[2]);
    return true;
}

static bool of_nombre(const struct summed *v, const struct compte *x, struct stands *s)
{
    s->fonctions = aet_repa_membres(&v->partage, &x->cle.c[0]);
    s->nombre = x->cle.c[2] - 1; /* 0 is not said */
    return s->nombre >= 0;
}

static bool of_posture(const struct summed *v, const struct compte *x, struct stands *s)
{
    static const int32_t none = -1;

    (void)v;
    s->fonctions = (struct membres){ .rows = &none, .n = 1 };
    s->palier = x->cle.c[0];
    s->posture = x->cle.c[2];
    return s->posture >= 0;
}

/* One group for each row of a table, of counts by group and community. */
static void groups(const struct summed *v, const struct finding_request *q, const struct table *t,
                   int32_t dim, aet_stand *stand, struct finding_data *out)
{
    size_t n;
    const struct compte *all = aet_repa_summed_of(v, dim, &n);

    out->groups = aet_arena_alloc(&out->arena, (t->rows + 1) * sizeof *out->groups);
    for (size_t row = 0; row < t->rows; row++) {
        struct groupe g = { .last = INT32_MIN };

        for (size_t i = 0; i < n; i++) {
            struct stands s = { .nombre = -1, .posture = -1, .palier = -1 };

            if (all[i].cle.c[0] == (int32_t)row && stand(v, &all[i], &s) &&
                any_within(q->among, q->among_n, &s))
                add(&g, &all[i], any_within(q->what, q->what_n, &s));
        }
        keep(&g, aet_label(t, row, q->lang), out);
    }
}

/* The share of all interventions that do not say what is measured, as the guard has it. */
static void count_missing(const struct summed *v, const struct finding_request *q, int32_t dim,
                          aet_stand *stand, struct finding_data *out)
{
    int64_t units = 0, missing = 0;
    size_t n;
    const struct compte *all = aet_repa_summed_of(v, dim, &n);

    for (size_t i = 0; i < n; i++) {
        struct stands s = { .nombre = -1, .posture = -1, .palier = -1 };
        bool said = stand(v, &all[i], &s);

        if (!aet_finding_within(q->among, q->among_n, ATTENTE_PALIER, s.palier))
            continue;
        units += all[i].n;
        missing += said ? 0 : all[i].n;
    }
    out->counts[1] = units ? (double)missing / (double)units : 0;
}

void aet_repa_part_interventions(const void *data, const struct finding_request *q,
                                 struct finding_data *out)
{
    const struct summed *v = data;

    groups(v, q, v->b->k->etapes, DIM_ETAPE, of_etape, out);
}

void aet_repa_part_a_strategies(const void *data, const struct finding_request *q,
                                struct finding_data *out)
{
    const struct summed *v = data;

    groups(v, q, v->b->k->fonctions, DIM_NOMBRE, of_nombre, out);
    count_missing(v, q, DIM_NOMBRE, of_nombre, out);
}

void aet_repa_part_postures(const void *data, const struct finding_request *q,
                            struct finding_data *out)
{
    const struct summed *v = data;

    groups(v, q, v->b->k->paliers, DIM_POSTURE, of_posture, out);
    count_missing(v, q, DIM_POSTURE, of_posture, out);
}
