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

/* What one count stands for, by dimension: of a row's group, or -1 where it is not said. */
struct stands {
    int32_t fonction, nombre;
};

static bool within(const struct finding_pick *picks, size_t n, struct stands x)
{
    return aet_finding_within(picks, n, ATTENTE_FONCTION, x.fonction) &&
           aet_finding_within(picks, n, ATTENTE_NOMBRE, x.nombre);
}

/* Whether any of the functions that stand at a coordinate is picked. */
static bool any_within(const struct finding_pick *picks, size_t n, struct membres m, int32_t nombre)
{
    size_t j = 0;

    while (j < m.n && !within(picks, n, (struct stands){ m.rows[j], nombre }))
        j++;
    return j < m.n;
}

/* One group for each row of a table, of counts by group, community, and functions (DIM_ETAPE) or
 * number of strategies (DIM_NOMBRE; 0 is not said, and does not count). */
static void groups(const struct summed *v, const struct finding_request *q, const struct table *t,
                   int32_t dim, struct finding_data *out)
{
    size_t n;
    const struct compte *all = aet_repa_summed_of(v, dim, &n);

    out->groups = aet_arena_alloc(&out->arena, (t->rows + 1) * sizeof *out->groups);
    for (size_t row = 0; row < t->rows; row++) {
        struct groupe g = { .last = INT32_MIN };

        for (size_t i = 0; i < n; i++) {
            bool counts = dim == DIM_NOMBRE;
            struct membres m = aet_repa_membres(&v->partage, &all[i].cle.c[counts ? 0 : 2]);
            int32_t nombre = counts ? all[i].cle.c[2] - 1 : -1;

            if (all[i].cle.c[0] != (int32_t)row || (counts && nombre < 0) ||
                !any_within(q->among, q->among_n, m, nombre))
                continue;
            add(&g, &all[i], any_within(q->what, q->what_n, m, nombre));
        }
        keep(&g, aet_label(t, row, q->lang), out);
    }
}

void aet_repa_part_interventions(const void *data, const struct finding_request *q,
                                 struct finding_data *out)
{
    const struct summed *v = data;

    groups(v, q, v->b->k->etapes, DIM_ETAPE, out);
}

void aet_repa_part_a_strategies(const void *data, const struct finding_request *q,
                                struct finding_data *out)
{
    const struct summed *v = data;
    int64_t units = 0, missing = 0;
    size_t n;
    const struct compte *all = aet_repa_summed_of(v, DIM_NOMBRE, &n);

    groups(v, q, v->b->k->fonctions, DIM_NOMBRE, out);
    for (size_t i = 0; i < n; i++) {
        units += all[i].n;
        missing += all[i].cle.c[2] == 0 ? all[i].n : 0;
    }
    out->counts[1] = units ? (double)missing / (double)units : 0;
}
