/* Tests that set units of one side against units of another: Cliff and Mann-Whitney, Fisher. */
#include "findings/tests.h"

#include "findings/ask.h"
#include "findings/words.h"
#include "stats/cliff.h"
#include "stats/contingency.h"
#include "stats/fisher.h"
#include "stats/mann_whitney.h"
#include "stats/proportion.h"

/* Which side each unit is of: 0, 1, or -1. Units that have no place are counted. */
struct placed {
    const struct finding_clause *c;
    const struct finding_measure *measure;
    struct finding_data data;
    uint64_t nowhere;
};

static int side_of(const struct placed *p, size_t unit)
{
    struct finding_value v = p->data.values[unit];
    int32_t row = v.den > 0 ? (int32_t)v.num : -1;

    if (aet_finding_picks(&p->c->sides[0], row))
        return 0;
    return aet_finding_picks(&p->c->sides[1], row) ? 1 : -1;
}

static struct placed place(const struct finding_clause *c, const struct finding_run *r)
{
    const struct finding_domain *d = r->domain;
    const char *name = d->dimensions[c->sides[0].dimension].of_unit;
    struct placed p = { .c = c };

    for (size_t i = 0; i < d->measures_n; i++)
        if (strcmp(d->measures[i].name, name) == 0)
            p.measure = &d->measures[i];
    p.data = aet_finding_ask(r, &(struct finding_operand){ .measure = p.measure }, NULL, 0);
    for (size_t u = 0; u < p.data.n; u++)
        p.nowhere += !(p.data.values[u].den > 0);
    return p;
}

static bool small(const struct finding_run *r, uint64_t n)
{
    return n > 0 && n < r->hide_under;
}

static void count_least(const struct finding_clause *c, const struct finding_run *r,
                        struct finding_figure *f, const uint64_t n[2])
{
    f->n = n[0] + n[1];
    aet_finding_count(c, r, f, (double)(n[0] < n[1] ? n[0] : n[1]), NULL);
}

void aet_finding_cliff(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, 0);
    struct placed p = place(c, r);
    double *x[2] = { aet_calloc(d.n + 1, sizeof **x), aet_calloc(d.n + 1, sizeof **x) };
    uint64_t n[2] = { 0, 0 };
    struct cliff effect;

    for (size_t u = 0; u < d.n; u++) {
        int side = side_of(&p, u);

        if (side >= 0 && d.values[u].den > 0)
            x[side][n[side]++] = d.values[u].num / d.values[u].den;
    }
    effect = aet_cliff_delta(x[0], n[0], x[1], n[1], r->confidence);
    f->value = effect.delta;
    f->ci = effect.ci;
    f->p = aet_mann_whitney(x[0], n[0], x[1], n[1]).p;
    f->hidden = small(r, n[0]) || small(r, n[1]);
    count_least(c, r, f, n);
    aet_finding_say_cliff(r, f, c->sides, n);
    aet_finding_say_left_out(r, f, p.measure, p.nowhere);
    aet_free(x[0]);
    aet_free(x[1]);
    aet_finding_data_free(&p.data);
    aet_finding_data_free(&d);
}

/* What a side has more than the other where the longer of two units is cut to the shorter. */
void aet_finding_equal_length(const struct finding_clause *c, const struct finding_run *r,
                              struct finding_figure *f)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, 0);
    struct placed p = place(c, r);
    int *side = aet_calloc(d.n + 1, sizeof *side);
    struct equal_length e;
    uint64_t n[2];

    for (size_t u = 0; u < d.n; u++)
        side[u] = side_of(&p, u);
    e = aet_equal_length(d.tallies, d.kinds, side, d.n, c->a.measure->drawn, r->confidence);
    f->value = e.difference;
    f->ci = e.ci;
    f->p = e.p;
    for (int i = 0; i < 2; i++)
        n[i] = e.n[i];
    f->hidden = d.hidden || small(r, n[0]) || small(r, n[1]);
    count_least(c, r, f, n);
    aet_finding_say_equal_length(r, f, &c->a, n);
    aet_finding_say_left_out(r, f, p.measure, p.nowhere);
    aet_free(side);
    aet_finding_data_free(&p.data);
    aet_finding_data_free(&d);
}

/* Units of each side, those that reach the limit, those that `parmi` leaves out. */
struct tally {
    uint64_t with[2], n[2], out[FINDING_LIMITS];
};

static struct tally tally(const struct finding_clause *c, const struct finding_run *r,
                          const struct placed *p)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, 0);
    struct finding_limits limits = aet_finding_limits(r, c);
    struct tally t = { { 0, 0 }, { 0, 0 }, { 0 } };

    for (size_t u = 0; u < d.n; u++) {
        int side = side_of(p, u), missed = aet_finding_missed(&limits, c, u);

        if (side < 0 || (missed < 0 && !(d.values[u].den > 0)))
            continue;
        if (missed >= 0) {
            t.out[missed]++;
            continue;
        }
        t.n[side]++;
        t.with[side] += aet_finding_reaches(&c->a, d.values[u]);
    }
    aet_finding_limits_free(&limits, c);
    aet_finding_data_free(&d);
    return t;
}

/* The part is the share of the first side, by itself. */
static void compare(const struct finding_clause *c, const struct finding_run *r,
                    const struct tally *t, struct finding_figure *f)
{
    const uint64_t *k = t->with, *n = t->n;
    int i = aet_finding_first_side(c->sides); /* p is then the same to the last bit */

    f->value = aet_share_difference(k[0], n[0], k[1], n[1]);
    f->ci = aet_newcombe(k[0], n[0], k[1], n[1], r->confidence);
    f->p = aet_fisher_test(k[i], n[i] - k[i], k[!i], n[!i] - k[!i], r->confidence).p;
    f->parts = aet_calloc(1, sizeof *f->parts);
    f->parts_n = 1;
    f->parts[0].value = aet_proportion(k[0], n[0]);
    f->parts[0].ci = aet_wilson(k[0], n[0], AET_POPULATION_UNKNOWN, r->confidence);
    for (int side = 0; side < 2; side++)
        f->hidden = f->hidden || small(r, k[side]) || small(r, n[side] - k[side]);
}

void aet_finding_fisher(const struct finding_clause *c, const struct finding_run *r,
                        struct finding_figure *f)
{
    struct placed p = place(c, r);
    struct tally t = tally(c, r, &p);

    compare(c, r, &t, f);
    count_least(c, r, f, t.n);
    aet_finding_say_fisher(r, f, c->sides, t.with, t.n);
    aet_finding_say_left_out(r, f, p.measure, p.nowhere);
    for (size_t i = 0; i < c->among_n; i++)
        aet_finding_say_left_out(r, f, c->among[i].measure, t.out[i]);
    aet_finding_data_free(&p.data);
}
