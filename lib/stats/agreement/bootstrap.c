/*
 * Bootstrap intervals of coefficients of agreement.
 */
#include "stats/agreement/bootstrap.h"

#include "base/alloc.h"
#include "stats/normal.h"
#include "stats/quantile.h"
#include "stats/random.h"

#include <math.h>
#include <string.h>

static uint64_t sum_of(const uint64_t *times, size_t n)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += times[i];
    return sum;
}

/* A multinomial draw of as many as there were: each takes its binomial part of what is left. */
static void draw(struct random *r, const uint64_t *times, size_t n, uint64_t *drawn)
{
    uint64_t left = sum_of(times, n), weight = left;

    for (size_t i = 0; i < n; i++) {
        double share = weight > 0 ? (double)times[i] / (double)weight : 0.0;

        drawn[i] = aet_random_binomial(r, left, share);
        left -= drawn[i];
        weight -= times[i];
    }
}

/* What the bundles that were drawn hold of each pattern. */
static void unpack(const struct bundles *b, const uint64_t *drawn, size_t patterns, uint64_t *times)
{
    memset(times, 0, patterns * sizeof *times);
    for (size_t i = 0; i < b->n; i++)
        for (size_t k = b->start[i]; drawn[i] > 0 && k < b->start[i + 1]; k++)
            times[b->parts[k].pattern] += drawn[i] * b->parts[k].times;
}

/* Adds the value of each coefficient on one resample, where it has one; those of number m start
   at m × replicates. */
static void evaluate(const struct patterns *resample, const struct agree_coefficient *const *list,
                     size_t n, const struct agree_options *options, uint32_t replicates,
                     double *values, size_t *found)
{
    for (size_t m = 0; m < n; m++) {
        struct stat_value v = aet_agree_value(resample, list[m], options);

        if (v.defined)
            values[m * replicates + found[m]++] = v.value;
    }
}

static void replicate(const struct patterns *p, const struct agree_coefficient *const *list,
                      size_t n, const struct agree_options *options,
                      const struct bootstrap_options *how, double *values, size_t *found)
{
    const struct bundles *b = how->bundles;
    struct patterns resample = *p; /* borrows the rows, has its own counts */
    uint64_t *drawn = b ? aet_calloc(b->n, sizeof *drawn) : NULL;
    struct random r;

    aet_random_init(&r, how->seed);
    resample.times = aet_calloc(p->n, sizeof *resample.times);
    for (uint32_t i = 0; i < how->replicates; i++) {
        if (b) {
            draw(&r, b->times, b->n, drawn);
            unpack(b, drawn, p->n, resample.times);
        } else {
            draw(&r, p->times, p->n, resample.times);
        }
        evaluate(&resample, list, n, options, how->replicates, values, found);
    }
    aet_free(drawn);
    aet_free(resample.times);
}

static struct stat_interval percentiles(const double *values, size_t n, double level)
{
    double *sorted = aet_sorted_copy(values, n), alpha = (1.0 - level) / 2;
    struct stat_interval ci = aet_stat_interval(aet_sorted_quantile(sorted, n, alpha),
                                                aet_sorted_quantile(sorted, n, 1.0 - alpha));

    aet_free(sorted);
    return ci;
}

/* The same at the levels that correct for bias and skew: Φ(z0 + (z0 + z) / (1 - a (z0 + z))). */
static struct stat_interval corrected(const double *values, size_t n, double whole, double skew,
                                      double level)
{
    double *sorted = aet_sorted_copy(values, n), share = 0.5 / (double)n, bounds[2];
    double z = aet_normal_upper_quantile((1.0 - level) / 2.0), z0;

    for (size_t i = 0; i < n; i++)
        share += (double)(values[i] < whole) / (double)n +
                 (double)(values[i] == whole) / 2.0 / (double)n;
    share = fmin(share, 1.0 - 0.5 / (double)n);
    z0 = -aet_normal_upper_quantile(share);
    for (int side = 0; side < 2; side++) {
        double at = z0 + (side ? z : -z), under = 1.0 - skew * at;
        double p = under > 0.0 ? aet_normal_upper(-z0 - at / under) : (double)side;

        bounds[side] = aet_sorted_quantile(sorted, n, p);
    }
    aet_free(sorted);
    return aet_stat_interval(bounds[0], bounds[1]);
}

static struct bootstrap conclude(struct stat_value whole, const struct agree_error *error,
                                 const double *values, size_t n,
                                 const struct bootstrap_options *how)
{
    struct bootstrap b = { aet_stat_no_interval(whole.reason), 0, 0 };

    if (!whole.defined)
        return b;
    b.replicates = how->replicates;
    b.undefined = (uint32_t)(how->replicates - n);
    if ((uint64_t)b.undefined * 20 > how->replicates)
        b.ci = aet_stat_no_interval(STAT_UNSTABLE);
    else if (!how->corrected)
        b.ci = percentiles(values, n, how->level);
    else if (!error->se.defined)
        b.ci = aet_stat_no_interval(error->se.reason);
    else
        b.ci = corrected(values, n, whole.value, error->skew, how->level);
    return b;
}

/* Why nothing can be drawn, or STAT_NONE. */
static enum stat_reason fault(const struct patterns *p, const struct bootstrap_options *how)
{
    const struct bundles *b = how->bundles;

    if (how->replicates == 0 || !(how->level > 0.0 && how->level < 1.0))
        return STAT_ARGUMENT;
    if (p->n > 0 && (b ? sum_of(b->times, b->n) : sum_of(p->times, p->n)) < 2)
        return STAT_TOO_FEW;
    return STAT_NONE;
}

void aet_bootstrap(const struct patterns *p, const struct agree_coefficient *const *list, size_t n,
                   const struct agree_options *options, const struct bootstrap_options *how,
                   struct bootstrap *out)
{
    double *values;
    size_t *found;

    if (fault(p, how) != STAT_NONE) {
        for (size_t m = 0; m < n; m++)
            out[m] = (struct bootstrap){ aet_stat_no_interval(fault(p, how)), 0, 0 };
        return;
    }
    values = aet_calloc(n * how->replicates, sizeof *values);
    found = aet_calloc(n, sizeof *found);
    replicate(p, list, n, options, how, values, found);
    for (size_t m = 0; m < n; m++) {
        struct agree_error e = { .skew = 0.0 };

        if (how->corrected)
            e = aet_agree_error(p, how->bundles, list[m], options);
        out[m] = conclude(aet_agree_value(p, list[m], options), &e, values + m * how->replicates,
                          found[m], how);
    }
    aet_free(values);
    aet_free(found);
}
