/* Strata: which group is of which, and what they count. strates_report.c tells them. */
#include "perennite/strates.h"

static void by_draw(struct strates *x, const struct somme *b)
{
    const struct tirage *t = b->options.tirage;

    x->n = t->strates.n;
    x->list = aet_calloc(x->n, sizeof *x->list);
    x->of = aet_calloc(b->unites.n + 1, sizeof *x->of);
    for (size_t i = 0; i < x->n; i++)
        x->list[i] = (struct strate){ t->parts[i].population, t->parts[i].taille, 0 };
    for (size_t p = 0; p < b->plans.n; p++) {
        uint32_t i = aet_perennite_tirage_strate(t, b->plans.list[p]);

        x->list[i].rencontres++;
        x->of[b->plan_groupe[p]] = i;
    }
}

void aet_perennite_strates(struct strates *x, const struct somme *b, const struct base *base)
{
    *x = (struct strates){ .toute = { base->population, base->n, b->unites.n } };
    if (!b->options.tirage || !b->options.tirage->par_strate)
        return;
    by_draw(x, b);
    x->ponderees = !base->plans_differ;
}

void aet_perennite_strates_free(struct strates *x)
{
    aet_free(x->list);
    aet_free(x->of);
    *x = (struct strates){ 0 };
}

/* The strata that shares are weighed by, or all plans as one. */
struct weighed {
    const struct strate *list;
    size_t n;
    const uint32_t *of; /* by group; NULL: all are of the only one */
    struct design_stratum *strata;
};

static struct weighed weigh(const struct strates *x)
{
    struct weighed w = { .list = x->ponderees ? x->list : &x->toute,
                         .n = x->ponderees ? x->n : 1,
                         .of = x->ponderees ? x->of : NULL };

    w.strata = aet_calloc(w.n, sizeof *w.strata);
    for (size_t i = 0; i < w.n; i++)
        w.strata[i].population = w.list[i].population;
    return w;
}

/* A share of plans is among those that what was seen leaves possible. */
static void keep_possible(struct design_share *s, const struct design_stratum *strata, size_t n)
{
    double all = 0.0, drawn = 0.0, with = 0.0;

    for (size_t i = 0; i < n; i++) {
        all += strata[i].drawn ? (double)strata[i].population : 0.0;
        drawn += (double)strata[i].drawn;
        with += (double)strata[i].with;
    }
    if (!s->ci.low.defined || !(all > 0.0))
        return;
    if (s->ci.low.value < with / all)
        s->ci.low.value = with / all;
    if (s->ci.high.value > (all - drawn + with) / all)
        s->ci.high.value = (all - drawn + with) / all;
}

struct strates_part aet_perennite_strates_part(const struct strates *x, const struct somme *b,
                                               aet_perennite_count *with,
                                               aet_perennite_count *units, size_t row, size_t other)
{
    struct weighed w = weigh(x);
    struct strates_part p = { .petite = false };

    for (size_t g = 0; g < b->unites.n; g++) {
        uint64_t n = with(b, g, row, other);

        aet_design_add(&w.strata[w.of ? w.of[g] : 0], units ? n : n > 0,
                       units ? units(b, g, row, other) : 1);
    }
    for (size_t i = 0; i < w.n; i++)
        for (uint64_t k = w.list[i].rencontres; k < w.list[i].tires; k++)
            aet_design_add(&w.strata[i], 0, !units);
    p.share = aet_design_share(w.strata, w.n, 0.95);
    if (!units)
        keep_possible(&p.share, w.strata, w.n);
    for (size_t i = 0; i < w.n; i++)
        p.petite |= aet_perennite_petite_part(b, w.strata[i].with, w.strata[i].units);
    p.petite &= x->ponderees;
    aet_free(w.strata);
    return p;
}
