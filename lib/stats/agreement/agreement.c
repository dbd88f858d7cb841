/*
 * Coefficients of agreement of two coders or more, with missing codes. Those of all coders at once
 * are chance.c's, Krippendorff's alpha is alpha.c's; means over pairs are made here.
 */
#include "stats/agreement/agreement.h"

#include "base/alloc.h"
#include "stats/agreement/alpha.h"

#include <string.h>

const struct agree_coefficient aet_agree_share = { AGREE_ALL_CODERS, CHANCE_NONE, false };
const struct agree_coefficient aet_agree_fleiss = { AGREE_ALL_CODERS, CHANCE_POOLED, false };
const struct agree_coefficient aet_agree_fleiss_weighted = { AGREE_ALL_CODERS, CHANCE_POOLED,
                                                             true };
const struct agree_coefficient aet_agree_ac1 = { AGREE_ALL_CODERS, CHANCE_SPREAD, false };
const struct agree_coefficient aet_agree_ac2 = { AGREE_ALL_CODERS, CHANCE_SPREAD, true };
const struct agree_coefficient aet_agree_pabak = { AGREE_ALL_CODERS, CHANCE_UNIFORM, false };
const struct agree_coefficient aet_agree_pabak_weighted = { AGREE_ALL_CODERS, CHANCE_UNIFORM,
                                                            true };
const struct agree_coefficient aet_agree_conger = { AGREE_ALL_CODERS, CHANCE_OWN, false };
const struct agree_coefficient aet_agree_conger_weighted = { AGREE_ALL_CODERS, CHANCE_OWN, true };
const struct agree_coefficient aet_agree_kappa = { AGREE_BY_PAIRS, CHANCE_OWN, false };
const struct agree_coefficient aet_agree_kappa_weighted = { AGREE_BY_PAIRS, CHANCE_OWN, true };
const struct agree_coefficient aet_agree_pi = { AGREE_BY_PAIRS, CHANCE_POOLED, false };
const struct agree_coefficient aet_agree_pi_weighted = { AGREE_BY_PAIRS, CHANCE_POOLED, true };
const struct agree_coefficient aet_agree_alpha = { AGREE_ALPHA, CHANCE_POOLED, false };

/* The numbers weigh on scales of numbers, ranks on one of ranks. */
static const double *numbers(const struct agree_options *o)
{
    return o->scale == AGREE_INTERVAL || o->scale == AGREE_RATIO ? o->values : NULL;
}

static struct stat_value of_pair(const struct pair_table *t, const struct agree_coefficient *c,
                                 const struct agree_options *o)
{
    if (c->chance == CHANCE_OWN)
        return c->weighted ? aet_pair_kappa_weighted(t, o->weights, numbers(o)) : aet_pair_kappa(t);
    return c->weighted ? aet_pair_pi_weighted(t, o->weights, numbers(o)) : aet_pair_pi(t);
}

static struct stat_value one_pair(const struct patterns *p, size_t a, size_t b,
                                  const struct agree_coefficient *c, const struct agree_options *o)
{
    struct pair_table t;
    struct stat_value v;

    if (!aet_pair_init(&t, p->codes))
        return aet_stat_undefined(STAT_TOO_MANY);
    aet_patterns_pair(p, a, b, &t);
    v = t.total > 0 ? of_pair(&t, c, o) : aet_stat_undefined(STAT_NO_OVERLAP);
    aet_pair_free(&t);
    return v;
}

static struct stat_value mean_over_pairs(const struct patterns *p,
                                         const struct agree_coefficient *c,
                                         const struct agree_options *o)
{
    enum stat_reason reason = aet_patterns_fault(p);
    double sum = 0.0;
    size_t pairs = 0;

    if (reason != STAT_NONE)
        return aet_stat_undefined(reason);
    reason = STAT_NO_OVERLAP;
    for (size_t a = 0; a < p->coders; a++) {
        for (size_t b = a + 1; b < p->coders; b++) {
            struct stat_value v = one_pair(p, a, b, c, o);

            sum += v.value;
            pairs += v.defined;
            if (!v.defined && reason == STAT_NO_OVERLAP)
                reason = v.reason;
        }
    }
    return pairs > 0 ? aet_stat_coefficient(sum / (double)pairs) : aet_stat_undefined(reason);
}

struct stat_value aet_agree_value(const struct patterns *p, const struct agree_coefficient *c,
                                  const struct agree_options *options)
{
    struct stat_value v;
    double *weights;

    if (c->family == AGREE_ALPHA)
        return aet_alpha_value(p, options);
    if (c->family == AGREE_BY_PAIRS)
        return mean_over_pairs(p, c, options);
    if (!c->weighted)
        return aet_chance_value(p, c->chance, NULL);
    if (p->codes > AET_PAIR_CODES_MAX)
        return aet_stat_undefined(STAT_TOO_MANY);
    weights = aet_agree_weights_new(p->codes, options->weights, numbers(options));
    v = aet_chance_value(p, c->chance, weights);
    aet_free(weights);
    return v;
}

/* Adds to out what the pair a, b has of it. */
static void add_pair(const struct patterns *p, size_t a, size_t b, const double *cells, double *out)
{
    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;

        if (row[a] != AET_CODE_MISSING && row[b] != AET_CODE_MISSING)
            out[i] += cells[row[a] * p->codes + row[b]];
    }
}

/* What one pair of coders adds, where its coefficient has a value. */
static bool move_pair(const struct patterns *p, size_t a, size_t b,
                      const struct agree_coefficient *c, const struct agree_options *o,
                      const double *weights, double *cells, double *out)
{
    struct pair_table t;
    bool some;

    if (!aet_pair_init(&t, p->codes))
        return false;
    aet_patterns_pair(p, a, b, &t);
    some = t.total > 0 && of_pair(&t, c, o).defined;
    if (some) {
        aet_pair_influence(&t, c->chance == CHANCE_OWN, weights, cells);
        add_pair(p, a, b, cells, out);
    }
    aet_pair_free(&t);
    return some;
}

static void move_pairs(const struct patterns *p, const struct agree_coefficient *c,
                       const struct agree_options *o, double *out)
{
    double *cells = aet_calloc(p->codes * p->codes, sizeof *cells);
    double *weights = c->weighted ? aet_agree_weights_new(p->codes, o->weights, numbers(o)) : NULL;
    size_t pairs = 0;

    memset(out, 0, p->n * sizeof *out);
    for (size_t a = 0; a < p->coders; a++)
        for (size_t b = a + 1; b < p->coders; b++)
            pairs += move_pair(p, a, b, c, o, weights, cells, out);
    for (size_t i = 0; i < p->n; i++)
        out[i] /= (double)pairs;
    aet_free(weights);
    aet_free(cells);
}

enum stat_reason aet_agree_influence(const struct patterns *p, const struct agree_coefficient *c,
                                     const struct agree_options *options, double *out)
{
    struct stat_value v = aet_agree_value(p, c, options);
    double *weights = NULL;
    enum stat_reason reason;

    if (!v.defined)
        return v.reason;
    if (c->family == AGREE_ALPHA)
        return aet_alpha_influence(p, options, out);
    if (c->family == AGREE_BY_PAIRS) {
        move_pairs(p, c, options, out);
        return STAT_NONE;
    }
    if (c->weighted)
        weights = aet_agree_weights_new(p->codes, options->weights, numbers(options));
    reason = aet_chance_influence(p, c->chance, weights, out);
    aet_free(weights);
    return reason;
}
