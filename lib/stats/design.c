/*
 * A share in a population whose units were drawn by strata, with the interval that the draw gives.
 * Draws nothing.
 */
#include "stats/design.h"

#include "stats/beta.h"
#include "stats/normal.h"

#include <math.h>

/* Under this share of what independent units would vary, a variance is rounding error. */
static const double nothing = 1e-12;

void aet_design_add(struct design_stratum *s, uint64_t with, uint64_t units)
{
    s->drawn++;
    s->filled += units > 0;
    s->with += with;
    s->units += units;
    s->ww += with * with;
    s->wu += with * units;
    s->uu += units * units;
}

static double weight(const struct design_stratum *s)
{
    return s->population ? (double)s->population / (double)s->drawn : 1.0;
}

/* 1 - n/N. */
static double left(const struct design_stratum *s)
{
    return s->population ? 1.0 - (double)s->drawn / (double)s->population : 1.0;
}

/* Σ (a - mean)(b - mean) over the units, from the sum of products. */
static double centred(uint64_t n, uint64_t ab, uint64_t a, uint64_t b)
{
    return ((double)n * (double)ab - (double)a * (double)b) / (double)n;
}

/* Σ (e - mean of e)² over the units drawn, e = k - p m. */
static double squares(const struct design_stratum *s, double p)
{
    return centred(s->drawn, s->ww, s->with, s->with) -
           2.0 * p * centred(s->drawn, s->wu, s->with, s->units) +
           p * p * centred(s->drawn, s->uu, s->units, s->units);
}

/* What a stratum adds to the variance of Σ w (k - p m). */
static double variance(const struct design_stratum *s, double p)
{
    double n = (double)s->drawn, w = weight(s), e = (double)s->with - p * (double)s->units;

    if (s->drawn == 1)
        return w * w * left(s) * e * e;
    return w * w * left(s) * n / (n - 1.0) * squares(s, p);
}

/* The same of filled units that count one each and vary as p(1-p), by p(1-p): 1 over their number,
 * without strata. */
static double plain(const struct design_stratum *s)
{
    double w = weight(s), all = (double)s->population;

    if (s->population == 0)
        return (double)s->filled;
    return s->population > s->drawn
               ? w * w * (double)s->filled * (all - (double)s->drawn) / (all - 1.0)
               : 0.0;
}

struct sums {
    double with, units, filled, plain;
    uint64_t counted, clusters, df;
};

static enum stat_reason add_up(const struct design_stratum *strata, size_t n, struct sums *x)
{
    *x = (struct sums){ .with = 0.0 };
    for (size_t i = 0; i < n; i++) {
        const struct design_stratum *s = &strata[i];

        if (!s->drawn)
            continue;
        if (s->population ? s->population < s->drawn : n > 1)
            return STAT_POPULATION;
        x->with += weight(s) * (double)s->with;
        x->units += weight(s) * (double)s->units;
        x->filled += weight(s) * (double)s->filled;
        x->plain += plain(s);
        x->counted += s->units;
        x->df += s->filled ? s->filled - 1 : 0;
    }
    return x->units > 0.0 ? STAT_NONE : STAT_EMPTY;
}

static struct stat_interval wilson(double p, double size, double level)
{
    double z = aet_normal_upper_quantile((1.0 - level) / 2.0), z2 = z * z;
    double centre = (p + z2 / (2.0 * size)) / (1.0 + z2 / size);
    double half = z / (1.0 + z2 / size) * sqrt(p * (1.0 - p) / size + z2 / (4.0 * size * size));

    return aet_stat_interval(p > 0.0 ? fmax(0.0, centre - half) : 0.0,
                             p < 1.0 ? fmin(1.0, centre + half) : 1.0);
}

/* A sample of so few strata or clusters knows its own error badly: as if it were smaller. */
static double known_badly(const struct sums *x, double level)
{
    double t = aet_student_two_sided_quantile(1.0 - level, (double)x->counted - 1.0) /
               aet_student_two_sided_quantile(1.0 - level, (double)x->df);

    return t * t;
}

static void put_interval(struct design_share *r, const struct sums *x, double p, double v,
                         double level)
{
    double even = x->plain / (x->filled * x->filled), size;

    r->error = aet_stat_value(sqrt(v));
    if (!(x->plain > 0.0)) {
        r->size = aet_stat_undefined(STAT_INFINITE);
        r->ci = aet_stat_interval(p, p);
        return;
    }
    size = v > nothing * p * (1.0 - p) * even ? p * (1.0 - p) / v : 1.0 / even;
    size *= known_badly(x, level);
    r->size = aet_stat_value(size);
    r->ci = wilson(p, size, level);
}

static struct design_share without(struct design_share r, enum stat_reason why)
{
    r.error = r.size = aet_stat_undefined(why);
    r.ci = aet_stat_no_interval(why);
    return r;
}

struct design_share aet_design_share(const struct design_stratum *strata, size_t n, double level)
{
    struct design_share r = { .share = aet_stat_undefined(STAT_EMPTY) };
    struct sums x;
    enum stat_reason why = add_up(strata, n, &x);
    double p, v = 0.0;

    if (why != STAT_NONE) {
        r.share = aet_stat_undefined(why);
        return without(r, why);
    }
    p = x.with / x.units;
    r.share = aet_stat_value(p);
    r.df = x.df;
    if (!(level > 0.0 && level < 1.0))
        return without(r, STAT_ARGUMENT);
    if (!x.df && x.plain > 0.0)
        return without(r, STAT_TOO_FEW);
    for (size_t i = 0; i < n; i++)
        v += strata[i].drawn ? variance(&strata[i], p) : 0.0;
    v = fmax(0.0, v) / (x.units * x.units);
    put_interval(&r, &x, p, v, level);
    return r;
}

/* What a stratum adds to the sums of a draw of n, S² being given; `plain` is the variance. */
static void expect(struct sums *x, const struct design_stratum *all, uint64_t n, double spread)
{
    double N = (double)all->population, drawn = (double)n;

    x->with += (double)all->with;
    x->units += (double)all->units;
    x->filled += drawn;
    x->plain += N * N * (1.0 - drawn / N) / drawn * spread;
    x->counted += (uint64_t)llround((double)all->units * drawn / N);
    x->df += n - 1;
}

/* From the variance in `plain` to the interval. */
static struct design_forecast forecast(const struct sums *x, double p, double level)
{
    struct design_forecast r = { .share = aet_stat_value(p) };
    double v = x->plain / (x->units * x->units);
    struct stat_interval ci;

    r.error = aet_stat_value(sqrt(v));
    r.half = aet_stat_value(0.0);
    if (!(level > 0.0 && level < 1.0))
        r.half = aet_stat_undefined(STAT_ARGUMENT);
    else if (v > 0.0 && (!x->df || x->counted < 2))
        r.half = aet_stat_undefined(STAT_TOO_FEW);
    if (!r.half.defined || !(v > 0.0))
        return r;
    ci = wilson(p, p * (1.0 - p) / v * known_badly(x, level), level);
    r.half = aet_stat_value((ci.high.value - ci.low.value) / 2.0);
    return r;
}

static struct design_forecast no_forecast(enum stat_reason why)
{
    return (struct design_forecast){ aet_stat_undefined(why), aet_stat_undefined(why),
                                     aet_stat_undefined(why) };
}

/* The share there is of what is drawn from. */
static enum stat_reason known_share(const struct design_stratum *all, const uint64_t *drawn,
                                    size_t n, double *p)
{
    double with = 0.0, units = 0.0;

    for (size_t i = 0; i < n; i++) {
        if (drawn[i] > all[i].population)
            return STAT_POPULATION;
        with += drawn[i] ? (double)all[i].with : 0.0;
        units += drawn[i] ? (double)all[i].units : 0.0;
    }
    *p = units > 0.0 ? with / units : 0.0;
    return units > 0.0 ? STAT_NONE : STAT_EMPTY;
}

struct design_forecast aet_design_forecast(const struct design_stratum *all, const uint64_t *drawn,
                                           size_t n, double level)
{
    struct sums x = { .with = 0.0 };
    double p;
    enum stat_reason why = known_share(all, drawn, n, &p);

    if (why != STAT_NONE)
        return no_forecast(why);
    for (size_t i = 0; i < n; i++)
        if (drawn[i])
            expect(&x, &all[i], drawn[i],
                   all[i].population > 1
                       ? fmax(0.0, squares(&all[i], p)) / ((double)all[i].population - 1.0)
                       : 0.0);
    return forecast(&x, p, level);
}

struct design_forecast aet_design_forecast_plain(const struct design_stratum *all,
                                                 const uint64_t *drawn, size_t n, double p,
                                                 double level)
{
    struct sums x = { .with = 0.0 };
    double known;
    enum stat_reason why = known_share(all, drawn, n, &known);

    if (why == STAT_NONE && !(p > 0.0 && p < 1.0))
        why = STAT_ARGUMENT;
    if (why != STAT_NONE)
        return no_forecast(why);
    for (size_t i = 0; i < n; i++)
        if (drawn[i])
            expect(&x, &all[i], drawn[i],
                   all[i].population > 1
                       ? p * (1.0 - p) * (double)all[i].uu / ((double)all[i].population - 1.0)
                       : 0.0);
    return forecast(&x, p, level);
}
