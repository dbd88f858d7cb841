/*
 * Which interval a measure gets.
 */
#include "stats/agreement/interval.h"

#include "stats/proportion.h"

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

void aet_agree_intervals(const struct patterns *p, aet_agree_measure *const *measures, size_t n,
                         const struct agree_options *options, const struct bootstrap_options *how,
                         struct bootstrap *out)
{
    const struct tally t = tally_of(p);
    bool agreed = t.units > 0 && t.unanimous == t.units;

    aet_bootstrap(p, measures, n, options, how, out);
    for (size_t m = 0; m < n && how->replicates > 0; m++) {
        if (!measures[m](p, options).defined)
            continue;
        if (measures[m] != aet_agree_share) {
            if (agreed)
                out[m].ci = aet_stat_no_interval(STAT_UNANIMOUS);
        } else if (agreed && how->bundles) {
            uint64_t drawn = bundles_of(how->bundles);

            out[m].ci = aet_wilson(drawn, drawn, AET_POPULATION_UNKNOWN, how->level);
        } else if (agreed || (!how->bundles && t.of_two == t.units)) {
            out[m].ci = aet_wilson(t.unanimous, t.units, AET_POPULATION_UNKNOWN, how->level);
        }
    }
}
