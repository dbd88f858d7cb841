/*
 * Agreement of two coders, from their table: share of agreement and the coefficients of kappa's
 * family. More than two coders, and missing codes, are agreement.c's.
 */
#include "stats/agreement/pair_agreement.h"

#include "base/alloc.h"

/* How often each coder gave each code; one owned block, `second` being its latter half. */
struct usage {
    uint64_t *first, *second;
};

static struct usage usage_of(const struct pair_table *t)
{
    uint64_t *block = aet_calloc(2 * t->codes, sizeof *block);
    struct usage u = { block, block + t->codes };

    for (size_t i = 0; i < t->codes; i++) {
        for (size_t j = 0; j < t->codes; j++) {
            u.first[i] += t->cells[i * t->codes + j];
            u.second[j] += t->cells[i * t->codes + j];
        }
    }
    return u;
}

static uint64_t agreeing(const struct pair_table *t)
{
    uint64_t same = 0;

    for (size_t i = 0; i < t->codes; i++)
        same += t->cells[i * t->codes + i];
    return same;
}

/* Whether all of the table is one cell of the diagonal: then chance agreement is 1, exactly. */
static bool constant(const struct pair_table *t)
{
    for (size_t i = 0; i < t->codes; i++)
        if (t->cells[i * t->codes + i] == t->total)
            return true;
    return false;
}

static struct stat_value beyond_chance(const struct pair_table *t, double expected)
{
    double observed = (double)agreeing(t) / (double)t->total;

    return aet_stat_coefficient((observed - expected) / (1.0 - expected));
}

static enum stat_reason fault(const struct pair_table *t)
{
    if (t->total == 0)
        return STAT_EMPTY;
    return constant(t) ? STAT_CONSTANT : STAT_NONE;
}

struct stat_value aet_pair_agreement(const struct pair_table *t)
{
    if (t->total == 0)
        return aet_stat_undefined(STAT_EMPTY);
    return aet_stat_value((double)agreeing(t) / (double)t->total);
}

struct stat_value aet_pair_kappa(const struct pair_table *t)
{
    double expected = 0.0, n = (double)t->total;
    struct usage u;

    if (fault(t) != STAT_NONE)
        return aet_stat_undefined(fault(t));
    u = usage_of(t);
    for (size_t i = 0; i < t->codes; i++)
        expected += (double)u.first[i] / n * ((double)u.second[i] / n);
    aet_free(u.first);
    return beyond_chance(t, expected);
}

/* 1 - Σ v p_o / Σ v p_e, u being what chance draws from. */
static struct stat_value weighted(const struct pair_table *t, enum agree_weights weights,
                                  const double *values, const struct usage *u)
{
    double observed = 0.0, expected = 0.0, n = (double)t->total;

    for (size_t i = 0; i < t->codes; i++) {
        for (size_t j = 0; j < t->codes; j++) {
            double v = aet_agree_gap(i, j, weights, values);

            observed += v * (double)t->cells[i * t->codes + j];
            expected += v * (double)u->first[i] * ((double)u->second[j] / n);
        }
    }
    if (!(expected > 0))
        return aet_stat_undefined(STAT_CONSTANT);
    return aet_stat_coefficient(1.0 - observed / expected);
}

struct stat_value aet_pair_kappa_weighted(const struct pair_table *t, enum agree_weights weights,
                                          const double *values)
{
    struct stat_value v;
    struct usage u;

    if (fault(t) != STAT_NONE)
        return aet_stat_undefined(fault(t));
    u = usage_of(t);
    v = weighted(t, weights, values, &u);
    aet_free(u.first);
    return v;
}

/* Share of code i over both coders. */
static double pooled(const struct usage *u, size_t i, uint64_t total)
{
    return ((double)u->first[i] + (double)u->second[i]) / (2.0 * (double)total);
}

struct stat_value aet_pair_pi(const struct pair_table *t)
{
    double expected = 0.0;
    struct usage u;

    if (fault(t) != STAT_NONE)
        return aet_stat_undefined(fault(t));
    u = usage_of(t);
    for (size_t i = 0; i < t->codes; i++)
        expected += pooled(&u, i, t->total) * pooled(&u, i, t->total);
    aet_free(u.first);
    return beyond_chance(t, expected);
}

struct stat_value aet_pair_pi_weighted(const struct pair_table *t, enum agree_weights weights,
                                       const double *values)
{
    double observed = 0.0, expected = 0.0;
    struct usage u;

    if (fault(t) != STAT_NONE)
        return aet_stat_undefined(fault(t));
    u = usage_of(t);
    for (size_t i = 0; i < t->codes; i++) {
        for (size_t j = 0; j < t->codes; j++) {
            double v = aet_agree_gap(i, j, weights, values);

            observed += v * (double)t->cells[i * t->codes + j] / (double)t->total;
            expected += v * pooled(&u, i, t->total) * pooled(&u, j, t->total);
        }
    }
    aet_free(u.first);
    if (!(expected > 0))
        return aet_stat_undefined(STAT_CONSTANT);
    return aet_stat_coefficient(1.0 - observed / expected);
}

struct stat_value aet_pair_ac1(const struct pair_table *t)
{
    double expected = 0.0;
    struct usage u;

    if (t->total == 0 || t->codes < 2)
        return aet_stat_undefined(t->total == 0 ? STAT_EMPTY : STAT_CONSTANT);
    u = usage_of(t);
    for (size_t i = 0; i < t->codes; i++)
        expected += pooled(&u, i, t->total) * (1.0 - pooled(&u, i, t->total));
    aet_free(u.first);
    return beyond_chance(t, expected / (double)(t->codes - 1));
}

struct stat_value aet_pair_pabak(const struct pair_table *t)
{
    if (t->total == 0 || t->codes < 2)
        return aet_stat_undefined(t->total == 0 ? STAT_EMPTY : STAT_CONSTANT);
    return beyond_chance(t, 1.0 / (double)t->codes);
}

struct presence aet_presence(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    uint64_t cells[4] = { a, b, c, d };
    struct pair_table t = { 2, cells, a + b + c + d };
    double n = (double)t.total;
    struct stat_value none = aet_stat_undefined(t.total == 0 ? STAT_EMPTY : STAT_UNUSED_CODE);

    if (a + b + c == 0)
        return (struct presence){ none, none, none, none, none, none, none };
    return (struct presence){
        .agreement = aet_pair_agreement(&t),
        .kappa = aet_pair_kappa(&t),
        .prevalence = aet_stat_value(((double)a - (double)d) / n),
        .bias = aet_stat_value(((double)b - (double)c) / n),
        .pabak = aet_pair_pabak(&t),
        .ac1 = aet_pair_ac1(&t),
        .pi = aet_pair_pi(&t),
    };
}
