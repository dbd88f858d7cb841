/* Tests whose unit is a calendar month: a slope over years, or a contrast of two sides. */
#include "repa/epreuve.h"

#include <math.h>

#include "stats/quantile.h"
#include "stats/slope.h"

enum { COORD_MOIS = 0, COORD_FONCTION = 1, AN = 12, SEPTEMBRE = 8 };

/* One month of one side. */
struct mesure {
    int64_t n, minutes, kind; /* kind: minutes of what is looked for */
};

struct series {
    const struct epreuve *e;
    const struct vue *v;
    int32_t first;
    size_t months;
    struct mesure *side[2];     /* the side, and what it is set against (contrast only) */
    int64_t kind, all, missing; /* interventions */
    struct slope_point *points;
    double *y;
    size_t n;
};

/* Whether a group is of the functions, or of the rows, that the test counts. */
static bool is_kind(const struct epreuve *e, const struct cle *c)
{
    int32_t f = c->c[COORD_FONCTION];

    if (e->compte.coord)
        return aet_choix_has(&e->compte, c);
    return e->fonctions && f >= 0 && e->fonctions[f];
}

/* The coordinate whose absence is counted; 0: none. */
static int needed(const struct epreuve *e)
{
    if (e->parmi.coord)
        return e->parmi.coord;
    return e->compte.coord ? e->compte.coord : e->cote.coord;
}

static void gather(struct series *s)
{
    const struct epreuve *e = s->e;
    size_t n;
    const struct compte *x = aet_vue_of(s->v, DIM_TYPE, &n);
    int coord = needed(e);

    for (size_t i = 0; i < n; i++) {
        const struct cle *c = &x[i].cle;
        int side = aet_choix_has(&e->cote, c) ? 0 : 1;
        struct mesure *m;

        if (c->c[COORD_MOIS] < 0)
            continue;
        s->all += x[i].n;
        s->missing += coord && c->c[coord] < 0 ? x[i].n : 0;
        if (!aet_choix_has(&e->parmi, c) || (side && !aet_choix_has(&e->contre, c)))
            continue;
        m = &s->side[side][c->c[COORD_MOIS] - s->first];
        m->n += x[i].n;
        m->minutes += x[i].minutes;
        if (is_kind(e, c)) {
            m->kind += x[i].minutes;
            s->kind += x[i].n;
        }
    }
}

static void add_point(struct series *s, size_t month, double x, double y)
{
    int64_t mois = s->first + (int32_t)month;

    s->points[s->n] = (struct slope_point){ s->e->par_cycle ? (mois - SEPTEMBRE) / AN : mois % AN,
                                            x, y };
    s->y[s->n++] = y;
}

static void shares(struct series *s)
{
    for (size_t m = 0; m < s->months; m++)
        for (int side = 0; side < 2; side++) {
            const struct mesure *x = &s->side[side][m];

            if (x->n < s->e->interventions_mois || !x->n || !x->minutes)
                continue;
            add_point(s, m,
                      s->e->genre == EPREUVE_CONTRASTE ? !side
                                                       : (double)(s->first + (int32_t)m) / AN,
                      (double)x->kind / (double)x->minutes);
        }
}

/* Hours of communities in each month over those that were followed then. */
static void per_community(struct series *s)
{
    size_t n, from = 0, to;
    const struct compte *x = aet_vue_of(s->v, DIM_MILIEU, &n);
    int64_t *followed = aet_calloc(s->months + 1, sizeof *followed);
    struct mesure *m = aet_calloc(s->months + 1, sizeof *m);
    size_t edge = s->e->sans_bords ? 1 : 0;

    for (; from < n; from = to) { /* months of one community come sorted */
        size_t start = from;

        for (to = from; to < n && x[to].cle.c[0] == x[from].cle.c[0]; to++)
            ;
        while (start < to && x[start].cle.c[1] < 0)
            start++;
        if (x[from].cle.c[0] < 0 || start == to)
            continue;
        for (int32_t k = x[start].cle.c[1]; k <= x[to - 1].cle.c[1]; k++)
            followed[k - s->first]++;
        for (; start < to; start++) {
            m[x[start].cle.c[1] - s->first].n += x[start].n;
            m[x[start].cle.c[1] - s->first].minutes += x[start].minutes;
        }
    }
    for (size_t k = edge; k + edge < s->months; k++)
        if (m[k].n >= s->e->interventions_mois && m[k].n && followed[k])
            add_point(s, k, (double)(s->first + (int32_t)k) / AN,
                      (double)m[k].minutes / 60.0 / (double)followed[k]);
    aet_free(followed);
    aet_free(m);
}

static struct stat_value divided(struct stat_value v, double by)
{
    return v.defined ? aet_stat_value(v.value / by) : v;
}

/* Slopes as a proportion of the median of what was measured. */
static bool scale(struct series *s, struct slope *slope)
{
    struct stat_value median = aet_quantile(s->y, s->n, 0.5);

    if (!s->e->mediane)
        return true;
    if (!median.defined || !(median.value > 0))
        return false;
    slope->estimate = divided(slope->estimate, median.value);
    slope->ci.low = divided(slope->ci.low, median.value);
    slope->ci.high = divided(slope->ci.high, median.value);
    return true;
}

static void judge(struct series *s, struct resultat *x)
{
    static const struct text pairs = { "paires de mois comparables", "pairs of comparable months" };
    static const struct text kind = { "interventions de ce type", "interventions of this kind" };
    static const struct text missing = { "interventions sans la donnée voulue",
                                         "interventions without what is needed" };
    static const struct text nil = { "la médiane est nulle", "the median is zero" };
    struct slope slope = aet_slope(s->points, s->n, s->e->confiance);
    bool scaled = scale(s, &slope);

    aet_epreuve_guard(s->v, x, pairs, (int64_t)slope.pairs, s->e->paires);
    if (s->e->variable == PART_HEURES) {
        aet_epreuve_guard(s->v, x, kind, s->kind, s->e->interventions);
        aet_epreuve_share(s->v, x, missing, s->all ? (double)s->missing / (double)s->all : 0,
                          s->e->manquants);
    }
    if (!scaled && slope.pairs)
        aet_buf_str(&x->note, aet_text(nil, s->v->r->lang));
    if (!scaled)
        return;
    x->valeur = slope.estimate;
    x->ic = slope.ci;
    if (!x->note.n)
        x->verdict = aet_epreuve_verdict(s->e, x->valeur, x->ic);
}

void aet_epreuve_mois(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    const struct bilan_repa *b = v->b;
    struct series s = { .e = e, .v = v };

    if (b->first <= b->last) {
        s.first = aet_mois(aet_date_from_days(b->first));
        s.months = (size_t)(aet_mois(aet_date_from_days(b->last)) - s.first) + 1;
    }
    for (int i = 0; i < 2; i++)
        s.side[i] = aet_calloc(s.months + 1, sizeof **s.side);
    s.points = aet_calloc(2 * s.months + 1, sizeof *s.points);
    s.y = aet_calloc(2 * s.months + 1, sizeof *s.y);
    gather(&s);
    if (e->variable == HEURES_PAR_MILIEU)
        per_community(&s);
    else
        shares(&s);
    judge(&s, x);
    for (int i = 0; i < 2; i++)
        aet_free(s.side[i]);
    aet_free(s.points);
    aet_free(s.y);
}
