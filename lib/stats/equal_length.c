/*
 * Two sides compared at equal length: the longer of two groups cut at random to the shorter.
 * What a group is expected to show of a draw is in diversity.c.
 */
#include "stats/equal_length.h"

#include "base/alloc.h"
#include "stats/beta.h"
#include "stats/diversity.h"
#include "stats/gamma.h"

#include <math.h>

enum { FACTORIALS = 512 }; /* of groups of so many, and hardly one has more */

/* What one group is expected to show, by number of draws, where asked before; NAN: not yet. */
struct group {
    const uint64_t *counts;
    uint64_t n;
    double shows[DRAWN_MOST + 1];
};

struct sides {
    struct group *of[2];
    size_t n[2], kinds;
    enum drawn what;
    struct factorials factorials;
};

static uint64_t total(const uint64_t *counts, size_t kinds)
{
    uint64_t n = 0;

    for (size_t k = 0; k < kinds; k++)
        n += counts[k];
    return n;
}

static void add(struct sides *s, int side, const uint64_t *counts)
{
    struct group *g = &s->of[side][s->n[side]];

    *g = (struct group){ .counts = counts, .n = total(counts, s->kinds) };
    if (!g->n)
        return;
    for (size_t i = 0; i <= DRAWN_MOST; i++)
        g->shows[i] = NAN;
    s->n[side]++;
}

static double expected(const struct sides *s, const struct group *g, uint64_t drawn)
{
    switch (s->what) {
    case DRAWN_RICHNESS:
        return aet_rarefied_richness(&s->factorials, g->counts, s->kinds, drawn);
    case DRAWN_SHANNON:
        return aet_rarefied_shannon(&s->factorials, g->counts, s->kinds, drawn);
    case DRAWN_SHARE:
        return (double)g->counts[0] / (double)g->n;
    }
    return NAN;
}

static double shows(const struct sides *s, struct group *g, uint64_t drawn)
{
    if (isnan(g->shows[drawn]))
        g->shows[drawn] = expected(s, g, drawn);
    return g->shows[drawn];
}

static size_t length(const struct group *g)
{
    return g->n < DRAWN_MOST ? (size_t)g->n : DRAWN_MOST;
}

/* The groups of one side by length: how many are as long, and what these show whole; how many are
 * as long or longer, and what all of those show of so many draws, where the other side asks for it.
 */
struct by_length {
    double n[DRAWN_MOST + 1], whole[DRAWN_MOST + 1];
    double longer[DRAWN_MOST + 1], cut[DRAWN_MOST + 1];
};

static void count(const struct sides *s, int side, struct by_length *of)
{
    for (size_t i = 0; i < s->n[side]; i++) {
        size_t l = length(&s->of[side][i]);

        of->n[l]++;
        of->whole[l] += shows(s, &s->of[side][i], l);
        for (size_t k = 1; k <= l; k++)
            of->longer[k]++;
    }
}

static void cut(const struct sides *s, int side, const struct by_length *other,
                struct by_length *of)
{
    for (size_t i = 0; i < s->n[side]; i++)
        for (size_t k = 1; k <= length(&s->of[side][i]); k++)
            if (other->n[k] > 0)
                of->cut[k] += shows(s, &s->of[side][i], k);
}

/* What a group shows more than those of the other side, on average: the shorter as they are, the
 * others cut to its length. */
static double against(const struct sides *s, struct group *g, const struct by_length *other,
                      size_t n)
{
    size_t l = length(g);
    double sum = other->longer[l] * shows(s, g, l) - other->cut[l];

    for (size_t k = 1; k < l; k++)
        if (other->n[k] > 0)
            sum += other->n[k] * shows(s, g, k) - other->whole[k];
    return sum / (double)n;
}

/* The kernel, its mean by row and by column; the mean of all. */
static double pairs(const struct sides *s, double *means[2])
{
    struct by_length of[2] = { { .n = { 0 } }, { .n = { 0 } } };
    double all = 0.0;

    for (int side = 0; side < 2; side++)
        count(s, side, &of[side]);
    for (int side = 0; side < 2; side++)
        cut(s, side, &of[!side], &of[side]);
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < s->n[side]; i++)
            means[side][i] = (side ? -1.0 : 1.0) *
                             against(s, &s->of[side][i], &of[!side], s->n[!side]);
    for (size_t i = 0; i < s->n[0]; i++)
        all += means[0][i] / (double)s->n[0];
    return all;
}

/* The variance of the mean of n values. */
static double of_mean(const double *x, size_t n)
{
    double mean = 0.0, squares = 0.0;

    for (size_t i = 0; i < n; i++)
        mean += x[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        squares += (x[i] - mean) * (x[i] - mean);
    return squares / (double)(n - 1) / (double)n;
}

static void infer(struct equal_length *r, double d, double *const means[2], double level)
{
    double a = of_mean(means[0], r->n[0]), b = of_mean(means[1], r->n[1]), v = a + b, df, half;

    if (v < 1e-20) { /* but for rounding */
        r->ci = aet_stat_interval(d, d);
        r->p = fabs(d) < 1e-10
                   ? aet_stat_undefined(STAT_CONSTANT)
                   : aet_stat_value(fmin(1.0, 2.0 * exp(-aet_lchoose(r->n[0] + r->n[1], r->n[0]))));
        return;
    }
    df = v * v / (a * a / (double)(r->n[0] - 1) + b * b / (double)(r->n[1] - 1));
    half = aet_student_two_sided_quantile(1.0 - level, df) * sqrt(v);
    r->ci = aet_stat_interval(d - half, d + half);
    r->p = aet_stat_value(aet_beta_lower(df / (df + d * d / v), df / 2.0, 0.5));
}

static void compare(const struct sides *s, double level, struct equal_length *r)
{
    double *means[2] = { aet_calloc(s->n[0] + 1, sizeof(double)),
                         aet_calloc(s->n[1] + 1, sizeof(double)) };
    double d = pairs(s, means);

    r->difference = aet_stat_coefficient(d);
    if (r->n[0] < 2 || r->n[1] < 2) {
        r->p = aet_stat_undefined(STAT_TOO_FEW);
        r->ci = aet_stat_no_interval(STAT_TOO_FEW);
    } else {
        infer(r, d, means, level);
    }
    aet_free(means[0]);
    aet_free(means[1]);
}

struct equal_length aet_equal_length(const uint64_t *counts, size_t kinds, const int *side,
                                     size_t groups, enum drawn what, double level)
{
    enum stat_reason why = level > 0.0 && level < 1.0 ? STAT_EMPTY : STAT_ARGUMENT;
    struct equal_length r = {
        aet_stat_undefined(why), aet_stat_undefined(why), aet_stat_no_interval(why), { 0, 0 }
    };
    struct sides s = { .kinds = kinds, .what = what };

    s.of[0] = aet_calloc(groups + 1, sizeof *s.of[0]);
    s.of[1] = aet_calloc(groups + 1, sizeof *s.of[1]);
    for (size_t g = 0; g < groups; g++)
        if (side[g] >= 0)
            add(&s, side[g], counts + g * kinds);
    aet_factorials_begin(&s.factorials, what == DRAWN_SHARE ? 0 : FACTORIALS);
    r.n[0] = s.n[0];
    r.n[1] = s.n[1];
    if (why == STAT_EMPTY && r.n[0] && r.n[1])
        compare(&s, level, &r);
    aet_factorials_free(&s.factorials);
    aet_free(s.of[0]);
    aet_free(s.of[1]);
    return r;
}
