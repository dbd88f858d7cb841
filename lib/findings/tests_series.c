/* Tests on series: a slope over time, a contrast of two sides; and on groups of clusters. */
#include "findings/tests.h"

#include "findings/ask.h"
#include "findings/words.h"
#include "stats/quantile.h"

/* Points within the limits of the clause, each side after the other. */
struct series {
    struct slope_point *points;
    size_t n;
};

static bool within(const struct finding_clause *c, const double *sizes)
{
    for (size_t i = 0; i < c->size_n; i++)
        if (!aet_finding_holds(sizes[c->size[i].figure], c->size[i].op, c->size[i].limit))
            return false;
    return true;
}

static void gather(const struct finding_clause *c, const struct finding_data *d, struct series *s)
{
    s->points = aet_reallocarray(s->points, s->n + d->n + 1, sizeof *s->points);
    for (size_t i = 0; i < d->n; i++)
        if (within(c, d->points[i].sizes))
            s->points[s->n++] = d->points[i].at;
}

static void fit(const struct finding_clause *c, const struct finding_run *r, struct series *s,
                struct finding_figure *f)
{
    struct slope slope = aet_slope(s->points, s->n, r->confidence);

    f->value = slope.estimate;
    f->ci = slope.ci;
    f->p = slope.p;
    f->n = s->n;
    aet_finding_count(c, r, f, (double)slope.pairs, NULL);
}

static void ask_series(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f, struct series *s)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, c->by);

    gather(c, &d, s);
    fit(c, r, s, f);
    aet_finding_count(c, r, f, f->guards[aet_finding_guard(r->domain, c->test->guard)], &d);
    aet_finding_data_free(&d);
}

void aet_finding_slope(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f)
{
    struct series s = { NULL, 0 };

    ask_series(c, r, f, &s);
    aet_free(s.points);
}

static struct stat_value divided(struct stat_value v, double by)
{
    return v.defined ? aet_stat_value(v.value / by) : v;
}

/* The slope as a proportion of the median of what was measured. */
void aet_finding_relative(const struct finding_clause *c, const struct finding_run *r,
                          struct finding_figure *f)
{
    struct series s = { NULL, 0 };
    struct stat_value median;
    double *y;

    ask_series(c, r, f, &s);
    y = aet_calloc(s.n + 1, sizeof *y);
    for (size_t i = 0; i < s.n; i++)
        y[i] = s.points[i].y;
    median = aet_quantile(y, s.n, 0.5);
    if (median.defined && median.value > 0) {
        f->value = divided(f->value, median.value);
        f->ci.low = divided(f->ci.low, median.value);
        f->ci.high = divided(f->ci.high, median.value);
    } else {
        if (f->value.defined)
            aet_finding_say_zero(r, f);
        f->value = aet_stat_undefined(STAT_EMPTY);
        f->ci = aet_stat_no_interval(STAT_EMPTY);
    }
    aet_free(y);
    aet_free(s.points);
}

/* x is 1 on the first side and 0 on the other: the slope is then the shift between them. */
void aet_finding_contrast(const struct finding_clause *c, const struct finding_run *r,
                          struct finding_figure *f)
{
    struct series s = { NULL, 0 };

    for (int side = 0; side < 2; side++) {
        struct finding_data d = aet_finding_ask(r, &c->a, &c->sides[side], c->by);

        for (size_t i = 0; i < d.n; i++) {
            d.points[i].at.x = !side;
            d.points[i].at.series = side;
        }
        gather(c, &d, &s);
        aet_finding_count(c, r, f, 0, &d);
        aet_finding_data_free(&d);
    }
    fit(c, r, &s, f);
    aet_free(s.points);
}

/* Wilson's interval of each group, corrected for clusters; the least share is the one shown. */
void aet_finding_each(const struct finding_clause *c, const struct finding_run *r,
                      struct finding_figure *f)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, c->by);

    f->parts = aet_calloc(d.n + 1, sizeof *f->parts);
    for (size_t i = 0; i < d.n; i++) {
        const struct finding_group *g = &d.groups[i];
        struct cluster_share s = aet_cluster_wilson(g->clusters, g->n, r->confidence);

        if (!within(c, g->sizes) || !s.share.defined)
            continue;
        f->parts[f->parts_n++] = (struct finding_part){ g->label, s.share, s.ci };
        if (!f->value.defined || s.share.value < f->value.value) {
            f->value = s.share;
            f->ci = s.ci;
        }
        aet_finding_say_group(r, f, g->label, s.share.value);
    }
    f->n = f->parts_n;
    aet_finding_count(c, r, f, (double)f->parts_n, &d);
    aet_finding_data_free(&d); /* labels are of tables */
}
