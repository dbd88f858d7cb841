/*
 * Bootstrap interval of a measure of agreement.
 */
#include "stats/bootstrap.h"

#include "base/alloc.h"
#include "stats/quantile.h"
#include "stats/random.h"

/* A multinomial draw: each pattern takes its binomial part of what is left. */
static void resample(struct random *r, const struct patterns *p, uint64_t units, uint64_t *times)
{
    uint64_t left = units, weight = units;

    for (size_t i = 0; i < p->n; i++) {
        double share = weight > 0 ? (double)p->times[i] / (double)weight : 0.0;

        times[i] = aet_random_binomial(r, left, share);
        left -= times[i];
        weight -= p->times[i];
    }
}

static uint64_t count_units(const struct patterns *p)
{
    uint64_t units = 0;

    for (size_t i = 0; i < p->n; i++)
        units += p->times[i];
    return units;
}

/* Fills values with the measure on each resample where it has one; returns how many. */
static size_t replicate(const struct patterns *p, aet_agree_measure *measure,
                        const struct agree_options *options, uint32_t replicates, uint64_t seed,
                        double *values)
{
    struct patterns draw = *p; /* borrows the rows, has its own counts */
    uint64_t units = count_units(p);
    struct random r;
    size_t n = 0;

    aet_random_init(&r, seed);
    draw.times = aet_calloc(p->n, sizeof *draw.times);
    for (uint32_t i = 0; i < replicates; i++) {
        struct stat_value v;

        resample(&r, p, units, draw.times);
        v = measure(&draw, options);
        if (v.defined)
            values[n++] = v.value;
    }
    aet_free(draw.times);
    return n;
}

static struct stat_interval percentiles(const double *values, size_t n, double level)
{
    double *sorted = aet_sorted_copy(values, n), alpha = (1.0 - level) / 2;
    struct stat_interval ci = aet_stat_interval(aet_sorted_quantile(sorted, n, alpha),
                                                aet_sorted_quantile(sorted, n, 1.0 - alpha));

    aet_free(sorted);
    return ci;
}

struct bootstrap aet_bootstrap(const struct patterns *p, aet_agree_measure *measure,
                               const struct agree_options *options, uint32_t replicates,
                               uint64_t seed, double level)
{
    struct stat_value whole = measure(p, options);
    struct bootstrap b = {aet_stat_no_interval(STAT_ARGUMENT), 0, 0};
    double *values;
    size_t n;

    if (replicates == 0 || !(level > 0.0 && level < 1.0))
        return b;
    if (!whole.defined) {
        b.ci = aet_stat_no_interval(whole.reason);
        return b;
    }
    values = aet_calloc(replicates, sizeof *values);
    n = replicate(p, measure, options, replicates, seed, values);
    b.replicates = replicates;
    b.undefined = (uint32_t)(replicates - n);
    if ((uint64_t)b.undefined * 20 > replicates)
        b.ci = aet_stat_no_interval(STAT_UNSTABLE);
    else
        b.ci = percentiles(values, n, level);
    aet_free(values);
    return b;
}
