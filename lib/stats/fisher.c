/*
 * Fisher's exact test of a 2 × 2 table, with its odds ratios.
 * Holds no distribution: hyper.c does.
 */
#include "stats/fisher.h"

#include "stats/hyper.h"
#include "stats/normal.h"

#include <math.h>

#define TIE_TOLERANCE 1e-7

static double two_sided(const struct hyper *h, uint64_t x)
{
    double limit = h->log_mass[x - h->low] + log1p(TIE_TOLERANCE), p = 0.0;

    for (uint64_t i = 0; i <= h->high - h->low; i++)
        if (h->log_mass[i] <= limit)
            p += exp(h->log_mass[i]);
    return fmin(1.0, p);
}

/* What rises (or, negated, falls) with the odds ratio, and must be brought to a target. */
struct equation {
    const struct hyper *h;
    uint64_t x;
    enum { MEAN, AT_LEAST, AT_MOST } kind;
    double target;
};

/* Below 0 while the odds ratio is too small. */
static double miss(const struct equation *e, double log_odds)
{
    switch (e->kind) {
    case MEAN:
        return aet_hyper_mean(e->h, log_odds) - e->target;
    case AT_LEAST:
        return aet_hyper_at_least(e->h, e->x, log_odds) - e->target;
    case AT_MOST:
    default:
        return e->target - aet_hyper_at_most(e->h, e->x, log_odds);
    }
}

/* Brackets the root of miss by doubling, then bisects to the last digits of a double. */
static struct stat_value solve(const struct equation *e)
{
    double low = -1.0, high = 1.0;

    while (miss(e, low) > 0.0 && low > -700.0)
        low *= 2;
    while (miss(e, high) < 0.0 && high < 700.0)
        high *= 2;
    for (int i = 0; i < 100 && high - low > 1e-15 * fmax(1.0, fabs(low)); i++) {
        double middle = low + (high - low) / 2;

        if (miss(e, middle) < 0.0)
            low = middle;
        else
            high = middle;
    }
    return aet_stat_value(exp(low + (high - low) / 2));
}

static void conditional(struct fisher *f, const struct hyper *h, uint64_t x, double alpha)
{
    struct equation mean = { h, x, MEAN, (double)x };
    struct equation least = { h, x, AT_LEAST, alpha }, most = { h, x, AT_MOST, alpha };

    f->odds = f->ci.low = aet_stat_value(0.0);
    if (x > h->low) {
        f->odds = x < h->high ? solve(&mean) : aet_stat_undefined(STAT_INFINITE);
        f->ci.low = solve(&least);
    }
    f->ci.high = x < h->high ? solve(&most) : aet_stat_undefined(STAT_INFINITE);
}

static void unconditional(struct fisher *f, double a, double b, double c, double d, double alpha)
{
    double z = aet_normal_upper_quantile(alpha), centre, half;

    f->sample_ci = aet_stat_no_interval(STAT_INFINITE);
    if (b * c <= 0.0) {
        f->sample = aet_stat_undefined(STAT_INFINITE);
        return;
    }
    f->sample = aet_stat_value(a * d / (b * c));
    if (a * d <= 0.0)
        return;
    centre = log(a) + log(d) - log(b) - log(c);
    half = z * sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    f->sample_ci = aet_stat_interval(exp(centre - half), exp(centre + half));
}

static struct fisher undefined(enum stat_reason reason)
{
    struct stat_value v = aet_stat_undefined(reason);
    struct stat_interval i = aet_stat_no_interval(reason);

    return (struct fisher){ v, v, i, v, i };
}

struct fisher aet_fisher_test(uint64_t a, uint64_t b, uint64_t c, uint64_t d, double level)
{
    struct fisher f = undefined(STAT_ZERO_MARGIN);
    double alpha = (1.0 - level) / 2;
    struct hyper h;

    if (!(level > 0.0 && level < 1.0))
        return undefined(STAT_ARGUMENT);
    if (a + b + c + d == 0)
        return undefined(STAT_EMPTY);
    if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0) {
        f.p = aet_stat_value(1.0);
        return f;
    }
    aet_hyper_init(&h, a + c, b + d, a + b);
    f.p = aet_stat_value(two_sided(&h, a));
    conditional(&f, &h, a, alpha);
    unconditional(&f, (double)a, (double)b, (double)c, (double)d, alpha);
    aet_hyper_free(&h);
    return f;
}
