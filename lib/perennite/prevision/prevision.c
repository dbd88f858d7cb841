/* echantillon --prevoir: counting, and what it forecasts. prevision_report.c tells it. */
#include "perennite/prevision/prevision.h"

#include "stats/sample.h"

void aet_perennite_prevision_free(struct prevision *x)
{
    for (size_t i = 0; i < PREVISION_CHAMPS; i++) {
        aet_names_free(&x->champs[i].valeurs);
        aet_free(x->champs[i].lignes);
    }
    aet_free(x->lignes);
    *x = (struct prevision){ 0 };
}

/* Room for a plan in an array of `stride` numbers each; what is new is 0. */
static void *room(void *items, size_t *cap, size_t plans, size_t stride, size_t size)
{
    size_t want = *cap ? *cap : 64;
    char *p;

    if (plans <= *cap)
        return items;
    while (want < plans)
        want += want / 2;
    p = aet_reallocarray(items, want, stride * size);
    memset(p + *cap * stride * size, 0, (want - *cap) * stride * size);
    *cap = want;
    return p;
}

void aet_perennite_prevision_add(struct prevision *x, uint32_t plan, const struct facts *f)
{
    x->lignes = room(x->lignes, &x->cap, (size_t)plan + 1, 1, sizeof *x->lignes);
    x->lignes[plan]++;
    for (size_t i = 0; i < PREVISION_CHAMPS; i++) {
        struct prevision_champ *c = &x->champs[i];
        struct span v = c->field ? aet_span_trim(aet_fact_text(f, c->field)) : AET_LIT("");
        uint32_t id;

        if (c->field)
            c->lignes = room(c->lignes, &c->cap, (size_t)plan + 1, PREVISION_VALEURS,
                             sizeof *c->lignes);
        if (!v.n || c->trop)
            continue;
        id = aet_names_id(&c->valeurs, v);
        c->trop = id >= PREVISION_VALEURS;
        if (!c->trop)
            c->lignes[(size_t)plan * PREVISION_VALEURS + id]++;
    }
}

static struct prevision_strata strata_of(const struct tirage *t)
{
    struct prevision_strata s = { .n = t->strates.n };

    s.all = aet_calloc(s.n + 1, sizeof *s.all);
    s.drawn = aet_calloc(s.n + 1, sizeof *s.drawn);
    for (size_t i = 0; i < s.n; i++) {
        s.all[i].population = t->parts[i].population;
        s.drawn[i] = t->parts[i].taille;
    }
    return s;
}

void aet_perennite_prevision_strata_free(struct prevision_strata *s)
{
    aet_free(s->all);
    aet_free(s->drawn);
}

struct prevision_strata aet_perennite_prevision_plain(const struct prevision *x, bool lines)
{
    const struct tirage *t = x->tirage;
    struct prevision_strata s = strata_of(t);

    for (size_t i = 0; i < t->plans.n; i++)
        aet_design_add(&s.all[t->rows[i].strate], 0, lines ? x->lignes[t->rows[i].plan] : 1);
    return s;
}

struct prevision_strata aet_perennite_prevision_coded(const struct prevision *x,
                                                      const struct prevision_champ *c, size_t value,
                                                      bool lines)
{
    const struct tirage *t = x->tirage;
    struct prevision_strata s = strata_of(t);

    for (size_t i = 0; i < t->plans.n; i++) {
        const uint32_t *of = c->lignes + (size_t)t->rows[i].plan * PREVISION_VALEURS;
        uint64_t units = 0;

        for (size_t v = 0; v < c->valeurs.n; v++)
            units += of[v];
        aet_design_add(&s.all[t->rows[i].strate], lines ? of[value] : of[value] > 0,
                       lines ? units : 1);
    }
    return s;
}

static double widest(const struct prevision_strata *s)
{
    struct design_forecast f = aet_design_forecast_plain(s->all, s->drawn, s->n, 0.5,
                                                         PREVISION_NIVEAU);

    return f.half.defined ? f.half.value : 1.0;
}

/* Whether so many plans, shared among the strata, tell any share to this half-width. */
static bool enough(const struct prevision_strata *s, uint64_t size, double half)
{
    uint64_t *sizes = aet_calloc(s->n + 1, sizeof *sizes);
    struct prevision_strata other = { s->all, aet_calloc(s->n + 1, sizeof *s->drawn), s->n };
    bool ok;

    for (size_t i = 0; i < s->n; i++)
        sizes[i] = s->all[i].population;
    ok = aet_largest_remainder(size, sizes, s->n, other.drawn);
    for (size_t i = 0; i < s->n && ok; i++)
        ok = other.drawn[i] > 0;
    ok = ok && widest(&other) <= half;
    aet_free(other.drawn);
    aet_free(sizes);
    return ok;
}

uint64_t aet_perennite_prevision_size(const struct prevision_strata *s, uint64_t population,
                                      double half)
{
    uint64_t low = 1, high = population;

    while (low < high) {
        uint64_t middle = low + (high - low) / 2;

        if (enough(s, middle, half))
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

double aet_perennite_prevision_effect(const struct prevision_strata *lines,
                                      const struct design_forecast *f)
{
    double drawn = 0.0, all = 0.0, p = f->share.value;

    for (size_t i = 0; i < lines->n; i++) {
        double units = lines->drawn[i] ? (double)lines->all[i].units : 0.0;

        all += units;
        drawn += units * (double)lines->drawn[i] / (double)lines->all[i].population;
    }
    if (!(p > 0.0 && p < 1.0) || !(drawn < all) || !(all > 1.0))
        return 0.0;
    return f->error.value * f->error.value / (p * (1.0 - p) / drawn * (all - drawn) / (all - 1.0));
}
