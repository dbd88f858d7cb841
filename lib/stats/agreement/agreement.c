/*
 * Agreement of two coders or more, with missing codes: Fleiss' kappa, AC1, and means over pairs.
 * Krippendorff's alpha is in alpha.c, intervals in bootstrap.c.
 */
#include "stats/agreement/agreement.h"

#include "base/alloc.h"

/* Ordered pairs of equal codes in pattern i. */
static size_t equal_pairs(const struct patterns *p, size_t i)
{
    const uint16_t *row = p->rows + i * p->coders;
    size_t equal = 0;

    for (size_t a = 0; a < p->coders; a++)
        for (size_t b = 0; b < p->coders; b++)
            equal += a != b && row[a] != AET_CODE_MISSING && row[a] == row[b];
    return equal;
}

static double observed_share(const struct patterns *p)
{
    double sum = 0.0;

    for (size_t i = 0; i < p->n; i++) {
        double r = (double)aet_pattern_size(p, i);

        if (r >= 2.0)
            sum += (double)p->times[i] * (double)equal_pairs(p, i) / (r * (r - 1.0));
    }
    return sum / (double)aet_patterns_pairable(p);
}

/* p_k for each code: owned by the caller, p->codes entries. */
static double *code_shares(const struct patterns *p)
{
    double *shares = aet_calloc(p->codes, sizeof *shares);
    uint64_t units = 0;

    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;
        size_t r = aet_pattern_size(p, i);

        units += r > 0 ? p->times[i] : 0;
        for (size_t c = 0; c < p->coders; c++)
            if (row[c] != AET_CODE_MISSING)
                shares[row[c]] += (double)p->times[i] / (double)r;
    }
    for (size_t k = 0; k < p->codes; k++)
        shares[k] /= (double)units;
    return shares;
}

/* Whether a single code was ever given. */
static bool constant(const struct patterns *p)
{
    uint16_t seen = AET_CODE_MISSING;

    for (size_t i = 0; i < p->n * p->coders; i++) {
        if (p->rows[i] == AET_CODE_MISSING || p->times[i / p->coders] == 0)
            continue;
        if (seen != AET_CODE_MISSING && seen != p->rows[i])
            return false;
        seen = p->rows[i];
    }
    return true;
}

struct stat_value aet_agree_share(const struct patterns *p, const struct agree_options *options)
{
    enum stat_reason reason = aet_patterns_fault(p);

    (void)options;
    return reason == STAT_NONE ? aet_stat_value(observed_share(p)) : aet_stat_undefined(reason);
}

static struct stat_value beyond_chance(const struct patterns *p, double expected)
{
    return aet_stat_coefficient((observed_share(p) - expected) / (1.0 - expected));
}

struct stat_value aet_agree_fleiss(const struct patterns *p, const struct agree_options *options)
{
    enum stat_reason reason = aet_patterns_fault(p);
    double *shares, expected = 0.0;

    (void)options;
    if (reason == STAT_NONE && constant(p))
        reason = STAT_CONSTANT;
    if (reason != STAT_NONE)
        return aet_stat_undefined(reason);
    shares = code_shares(p);
    for (size_t k = 0; k < p->codes; k++)
        expected += shares[k] * shares[k];
    aet_free(shares);
    return beyond_chance(p, expected);
}

struct stat_value aet_agree_ac1(const struct patterns *p, const struct agree_options *options)
{
    enum stat_reason reason = aet_patterns_fault(p);
    double *shares, expected = 0.0;

    (void)options;
    if (reason == STAT_NONE && p->codes < 2)
        reason = STAT_CONSTANT;
    if (reason != STAT_NONE)
        return aet_stat_undefined(reason);
    shares = code_shares(p);
    for (size_t k = 0; k < p->codes; k++)
        expected += shares[k] * (1.0 - shares[k]) / (double)(p->codes - 1);
    aet_free(shares);
    return beyond_chance(p, expected);
}

struct stat_value aet_agree_pabak(const struct patterns *p, const struct agree_options *options)
{
    enum stat_reason reason = aet_patterns_fault(p);

    (void)options;
    if (reason == STAT_NONE && p->codes < 2)
        reason = STAT_CONSTANT;
    if (reason != STAT_NONE)
        return aet_stat_undefined(reason);
    return beyond_chance(p, 1.0 / (double)p->codes);
}

typedef struct stat_value pair_measure(const struct pair_table *t, const struct agree_options *o);

static struct stat_value kappa_of(const struct pair_table *t, const struct agree_options *o)
{
    (void)o;
    return aet_pair_kappa(t);
}

/* The numbers weigh on scales of numbers, ranks on one of ranks. */
static struct stat_value weighted_of(const struct pair_table *t, const struct agree_options *o)
{
    bool numbers = o->scale == AGREE_INTERVAL || o->scale == AGREE_RATIO;

    return aet_pair_kappa_weighted(t, o->weights, numbers ? o->values : NULL);
}

static struct stat_value pi_of(const struct pair_table *t, const struct agree_options *o)
{
    (void)o;
    return aet_pair_pi(t);
}

static struct stat_value one_pair(const struct patterns *p, size_t a, size_t b,
                                  pair_measure *measure, const struct agree_options *o)
{
    struct pair_table t;
    struct stat_value v;

    if (!aet_pair_init(&t, p->codes))
        return aet_stat_undefined(STAT_TOO_MANY);
    aet_patterns_pair(p, a, b, &t);
    v = t.total > 0 ? measure(&t, o) : aet_stat_undefined(STAT_NO_OVERLAP);
    aet_pair_free(&t);
    return v;
}

static struct stat_value mean_over_pairs(const struct patterns *p, pair_measure *measure,
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
            struct stat_value v = one_pair(p, a, b, measure, o);

            sum += v.value;
            pairs += v.defined;
            if (!v.defined && reason == STAT_NO_OVERLAP)
                reason = v.reason;
        }
    }
    return pairs > 0 ? aet_stat_coefficient(sum / (double)pairs) : aet_stat_undefined(reason);
}

struct stat_value aet_agree_kappa(const struct patterns *p, const struct agree_options *options)
{
    return mean_over_pairs(p, kappa_of, options);
}

struct stat_value aet_agree_kappa_weighted(const struct patterns *p,
                                           const struct agree_options *options)
{
    return mean_over_pairs(p, weighted_of, options);
}

struct stat_value aet_agree_pi(const struct patterns *p, const struct agree_options *options)
{
    return mean_over_pairs(p, pi_of, options);
}
