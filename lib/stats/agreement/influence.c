/*
 * Standard errors of coefficients of agreement, from how much each unit moves them.
 */
#include "stats/agreement/influence.h"

#include "base/alloc.h"

#include <math.h>

struct powers {
    double n, squares, cubes;
};

static void add(struct powers *s, double times, double influence, bool pairable)
{
    s->n += pairable ? times : 0.0;
    s->squares += times * influence * influence;
    s->cubes += times * influence * influence * influence;
}

static void add_units(struct powers *s, const struct patterns *p, const double *influence)
{
    for (size_t i = 0; i < p->n; i++)
        add(s, (double)p->times[i], influence[i], aet_pattern_size(p, i) >= 2);
}

static void add_bundles(struct powers *s, const struct patterns *p, const struct bundles *b,
                        const double *influence)
{
    for (size_t i = 0; i < b->n; i++) {
        double sum = 0.0;
        bool pairable = false;

        for (size_t k = b->start[i]; k < b->start[i + 1]; k++) {
            sum += (double)b->parts[k].times * influence[b->parts[k].pattern];
            pairable |= aet_pattern_size(p, b->parts[k].pattern) >= 2;
        }
        add(s, (double)b->times[i], sum, pairable);
    }
}

/* Rounding leaves influences of about 1e-17 where there is none. */
static bool none(const struct powers *s)
{
    return !(s->squares * s->n > 1e-24);
}

struct agree_error aet_agree_error(const struct patterns *p, const struct bundles *bundles,
                                   const struct agree_coefficient *c,
                                   const struct agree_options *options)
{
    struct agree_error e = { .se = aet_stat_undefined(STAT_NONE) };
    double *influence = aet_calloc(p->n, sizeof *influence);
    struct powers s = { 0, 0, 0 };

    e.se.reason = aet_agree_influence(p, c, options, influence);
    if (e.se.reason == STAT_NONE) {
        if (bundles)
            add_bundles(&s, p, bundles, influence);
        else
            add_units(&s, p, influence);
        e.n = s.n;
        if (s.n < 2.0)
            e.se = aet_stat_undefined(STAT_TOO_FEW);
        else if (none(&s))
            e.se = aet_stat_undefined(STAT_SAME);
        else {
            e.se = aet_stat_value(sqrt(s.n / (s.n - 1.0) * s.squares));
            e.skew = s.cubes / (6.0 * pow(s.squares, 1.5));
        }
    }
    aet_free(influence);
    return e;
}
