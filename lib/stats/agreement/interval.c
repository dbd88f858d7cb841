/*
 * Which interval a coefficient gets.
 */
#include "stats/agreement/interval.h"

#include "stats/beta.h"
#include "stats/proportion.h"

#include <math.h>

/* Units that two coders or more coded: all of them, those that have two codes, and those whose
   codes are one. */
struct tally {
    uint64_t units, of_two, unanimous;
};

static struct tally tally_of(const struct patterns *p)
{
    struct tally t = { 0, 0, 0 };

    for (size_t i = 0; i < p->n; i++) {
        size_t codes = aet_pattern_size(p, i);

        if (codes < 2)
            continue;
        t.units += p->times[i];
        t.of_two += codes == 2 ? p->times[i] : 0;
        if (aet_codes_agree(p->rows + i * p->coders, p->coders))
            t.unanimous += p->times[i];
    }
    return t;
}

static uint64_t bundles_of(const struct bundles *b)
{
    uint64_t n = 0;

    for (size_t i = 0; i < b->n; i++)
        n += b->times[i];
    return n;
}

struct stat_interval aet_agree_interval(struct stat_value v, const struct agree_error *e,
                                        enum agree_method method, double level)
{
    double half, left = 1.0 - v.value;

    if (!v.defined || !e->se.defined)
        return aet_stat_no_interval(v.defined ? e->se.reason : v.reason);
    half = e->se.value * aet_student_two_sided_quantile(1.0 - level, e->n - 1.0);
    if (method == AGREE_SYMMETRIC)
        return aet_stat_interval(fmax(v.value - half, -1.0), fmin(v.value + half, 1.0));
    if (!(left > 0.0))
        return aet_stat_no_interval(STAT_UNANIMOUS);
    return aet_stat_interval(fmax(1.0 - left * exp(half / left), -1.0),
                             1.0 - left * exp(-half / left));
}

static void analytic(const struct patterns *p, const struct agree_coefficient *const *list,
                     size_t n, const struct agree_options *options, enum agree_method method,
                     const struct bootstrap_options *how, struct bootstrap *out)
{
    for (size_t m = 0; m < n; m++) {
        struct agree_error e = aet_agree_error(p, how->bundles, list[m], options);
        struct stat_value v = aet_agree_value(p, list[m], options);

        out[m] = (struct bootstrap){ aet_agree_interval(v, &e, method, how->level), 0, 0 };
    }
}

void aet_agree_intervals(const struct patterns *p, const struct agree_coefficient *const *list,
                         size_t n, const struct agree_options *options, enum agree_method method,
                         const struct bootstrap_options *how, struct bootstrap *out)
{
    const struct tally t = tally_of(p);
    struct bootstrap_options draws = *how;
    bool agreed = t.units > 0 && t.unanimous == t.units;
    bool drawn = method == AGREE_PERCENTILES || method == AGREE_BCA;

    draws.corrected = method == AGREE_BCA;
    if (drawn)
        aet_bootstrap(p, list, n, options, &draws, out);
    else
        analytic(p, list, n, options, method, how, out);
    for (size_t m = 0; m < n && (how->replicates > 0 || !drawn); m++) {
        if (!aet_agree_value(p, list[m], options).defined)
            continue;
        if (list[m]->family != AGREE_ALL_CODERS || list[m]->chance != CHANCE_NONE) {
            if (agreed)
                out[m].ci = aet_stat_no_interval(STAT_UNANIMOUS);
        } else if (agreed && how->bundles) {
            uint64_t bundles = bundles_of(how->bundles);

            out[m].ci = aet_wilson(bundles, bundles, AET_POPULATION_UNKNOWN, how->level);
        } else if (agreed || (!how->bundles && t.of_two == t.units)) {
            out[m].ci = aet_wilson(t.unanimous, t.units, AET_POPULATION_UNKNOWN, how->level);
        }
    }
}
