/* Tests whose unit is an intervention within groups (each step, each function), or a community. */
#include "repa/epreuve.h"

#include "base/fold.h"
#include "report/figure.h"
#include "stats/cluster.h"
#include "stats/proportion.h"

/* One group: its clusters, in the order of the counts. */
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

/* One count into its group; counts come sorted by group, then community. */
static void add(struct groupe *g, const struct compte *x, bool with)
{
    struct cluster *c = cluster_of(g, x->cle.c[1]);

    c->units += (uint64_t)x->n;
    c->with += with ? (uint64_t)x->n : 0;
    g->units += x->n;
    g->with += with ? x->n : 0;
}

static bool counts(const struct epreuve *e, const struct compte *x, bool *with)
{
    if (e->des_strategies) {
        int32_t n = x->cle.c[2];

        *with = n >= 0 && n < 8 && e->strategies[n];
        return n > 0;
    }
    *with = x->cle.c[2] >= 0 && (!e->fonctions || e->fonctions[x->cle.c[2]]);
    return true;
}

static void name_group(const struct vue *v, const struct table *t, size_t row, double share,
                       struct resultat *x)
{
    struct cell c = { .known = true, .u.d = share };

    if (x->note.n)
        aet_buf_str(&x->note, ", ");
    aet_buf_span(&x->note, aet_fold_short(aet_label(t, row, v->r->lang)));
    aet_buf_char(&x->note, ' ');
    aet_figure(&x->note, &c, CELL_SHARE, v->r->lang, "");
}

/* What is found of all groups: the least of them decides. */
struct bilan_groupes {
    int64_t groups, with, units, missing;
    bool all, any; /* confirmed in all, refuted in one */
};

static void judge_group(const struct epreuve *e, const struct vue *v, const struct table *t,
                        size_t row, const struct groupe *g, struct bilan_groupes *b,
                        struct resultat *x)
{
    struct cluster_share s = aet_cluster_wilson(g->clusters, g->n, e->confiance);
    enum verdict verdict;

    if (g->units < e->interventions_groupe || g->known < e->milieux_groupe || !s.share.defined)
        return;
    verdict = aet_epreuve_verdict(e, s.share, s.ci);
    b->groups++;
    b->all &= verdict == CONFIRME;
    b->any |= verdict == INFIRME;
    name_group(v, t, row, s.share.value, x);
    if (!x->valeur.defined || s.share.value < x->valeur.value) {
        x->valeur = s.share;
        x->ic = s.ci;
    }
}

static void each_group(const struct epreuve *e, const struct vue *v, struct bilan_groupes *b,
                       struct resultat *x)
{
    const struct table *t = e->par_fonction ? v->b->k->fonctions : v->b->k->etapes;
    size_t n;
    const struct compte *all = aet_vue_of(v, e->par_fonction ? DIM_NOMBRE : DIM_ETAPE, &n);

    for (size_t row = 0; row < t->rows; row++) {
        struct groupe g = { .last = INT32_MIN };
        bool with;

        if (e->par_fonction && e->fonctions && !e->fonctions[row])
            continue;
        for (size_t i = 0; i < n; i++)
            if (all[i].cle.c[0] == (int32_t)row && counts(e, &all[i], &with))
                add(&g, &all[i], with);
        judge_group(e, v, t, row, &g, b, x);
        b->with += g.with;
        aet_free(g.clusters);
    }
    for (size_t i = 0; i < n; i++) {
        b->units += all[i].n;
        b->missing += e->des_strategies && all[i].cle.c[2] == 0 ? all[i].n : 0;
    }
}

static void chaque(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    static const struct text groups = { "groupes qui comptent", "groups that count" };
    static const struct text kind = { "interventions de ce type", "interventions of this kind" };
    static const struct text missing = { "interventions sans la donnée voulue",
                                         "interventions without what is needed" };
    struct bilan_groupes b = { .all = true };
    struct buf found;

    each_group(e, v, &b, x);
    found = x->note;
    x->note = (struct buf){ 0 };
    aet_epreuve_guard(v, x, groups, b.groups, e->groupes);
    aet_epreuve_guard(v, x, kind, b.with, e->interventions);
    aet_epreuve_share(v, x, missing, b.units ? (double)b.missing / (double)b.units : 0,
                      e->manquants);
    if (!x->note.n)
        x->verdict = b.any ? INFIRME : b.all && b.groups ? CONFIRME : INDETERMINE;
    if (found.n) {
        aet_buf_str(&x->note, x->note.n ? " ; " : "");
        aet_buf_span(&x->note, aet_buf_view(&found));
    }
    aet_buf_free(&found);
}

/* Months of the journal that hold something, counted from its first: how many before each. */
static int64_t *full_months(const struct vue *v, int32_t first, size_t months)
{
    int64_t *before = aet_calloc(months + 2, sizeof *before);
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_TYPE, &n);

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[0] >= 0)
            before[x[i].cle.c[0] - first + 1] = 1;
    for (size_t m = 0; m < months; m++)
        before[m + 1] += before[m];
    return before;
}

static void majorite(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    static const struct text few = { "milieux suivis assez longtemps",
                                     "communities followed long enough" };
    const struct bilan_repa *b = v->b;
    int32_t first = b->first <= b->last ? aet_mois(aet_date_from_days(b->first)) : 0;
    size_t months = b->first <= b->last
                        ? (size_t)(aet_mois(aet_date_from_days(b->last)) - first) + 1
                        : 0;
    int64_t *before = full_months(v, first, months);
    uint64_t all = 0, regular = 0;
    size_t n, to;
    const struct compte *m = aet_vue_of(v, DIM_MILIEU, &n);

    for (size_t from = 0; from < n; from = to) {
        size_t start = from;
        int64_t followed;

        for (to = from; to < n && m[to].cle.c[0] == m[from].cle.c[0]; to++)
            ;
        while (start < to && m[start].cle.c[1] < 0)
            start++;
        if (m[from].cle.c[0] < 0 || start == to)
            continue;
        followed = before[m[to - 1].cle.c[1] - first + 1] - before[m[start].cle.c[1] - first];
        if (followed < e->mois_suivi)
            continue;
        all++;
        regular += (double)(to - start) >= e->presence * (double)followed;
    }
    x->valeur = aet_proportion(regular, all);
    x->ic = aet_wilson(regular, all, AET_POPULATION_UNKNOWN, e->confiance);
    aet_epreuve_guard(v, x, few, (int64_t)all, e->milieux);
    if (!x->note.n) {
        x->verdict = aet_epreuve_verdict(e, x->valeur, x->ic);
        aet_buf_uint(&x->note, regular);
        aet_buf_str(&x->note, v->r->lang == LANG_FR ? " milieux sur " : " communities out of ");
        aet_buf_uint(&x->note, all);
    }
    aet_free(before);
}

void aet_epreuve_groupes(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    if (e->genre == EPREUVE_CHAQUE)
        chaque(e, v, x);
    else
        majorite(e, v, x);
}
