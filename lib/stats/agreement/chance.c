/*
 * Coefficients of agreement beyond chance of any number of coders, and their derivatives.
 */
#include "stats/agreement/chance.h"

#include "base/alloc.h"

#include <math.h>

/* What is computed once: shares by coder (coders × codes, of CHANCE_OWN only) and pooled, and of
   these the products with the weights, W p: what a code meets by chance. All are owned. */
struct margins {
    const struct patterns *p;
    const double *weights;
    enum chance chance;
    double n, pairable; /* units with a code, with two */
    double *pooled, *own, *met;
    double *by_coder; /* units that each coded */
    double coders;    /* that coded something */
    double sum;       /* of the weights */
    double observed, expected;
};

static double weight(const struct margins *m, size_t k, size_t l)
{
    return m->weights ? m->weights[k * m->p->codes + l] : (double)(k == l);
}

/* Mean weight of agreement over the ordered pairs of codes of pattern i, which has r. */
static double agreement(const struct margins *m, size_t i, double r)
{
    const struct patterns *p = m->p;
    const uint16_t *row = p->rows + i * p->coders;
    double sum = 0.0;

    for (size_t a = 0; a < p->coders; a++)
        for (size_t b = a + 1; row[a] != AET_CODE_MISSING && b < p->coders; b++)
            if (row[b] != AET_CODE_MISSING)
                sum += 2.0 * weight(m, row[a], row[b]);
    return sum / (r * (r - 1.0));
}

static void add_codes(struct margins *m, size_t i, double r)
{
    const struct patterns *p = m->p;
    const uint16_t *row = p->rows + i * p->coders;
    double times = (double)p->times[i];

    for (size_t g = 0; g < p->coders; g++) {
        if (row[g] == AET_CODE_MISSING)
            continue;
        m->pooled[row[g]] += times / r;
        if (m->own) {
            m->own[g * p->codes + row[g]] += times;
            m->by_coder[g] += times;
        }
    }
}

static void count(struct margins *m)
{
    for (size_t i = 0; i < m->p->n; i++) {
        double r = (double)aet_pattern_size(m->p, i), times = (double)m->p->times[i];

        if (!(r > 0.0) || !(times > 0.0))
            continue;
        m->n += times;
        add_codes(m, i, r);
        if (r < 2.0)
            continue;
        m->pairable += times;
        m->observed += times * agreement(m, i, r);
    }
    m->observed /= m->pairable;
    for (size_t k = 0; k < m->p->codes; k++)
        m->pooled[k] /= m->n;
}

/* Shares by coder; what remains pooled is the sum of them over coders. */
static void shares_by_coder(struct margins *m)
{
    size_t codes = m->p->codes;

    for (size_t k = 0; k < codes; k++)
        m->pooled[k] = 0.0;
    for (size_t g = 0; g < m->p->coders; g++) {
        if (!(m->by_coder[g] > 0.0))
            continue;
        m->coders++;
        for (size_t k = 0; k < codes; k++) {
            m->own[g * codes + k] /= m->by_coder[g];
            m->pooled[k] += m->own[g * codes + k];
        }
    }
}

/* Σ_l w_kl of the shares at `of`. */
static double met(const struct margins *m, size_t k, const double *of)
{
    double sum = 0.0;

    if (!m->weights)
        return of[k];
    for (size_t l = 0; l < m->p->codes; l++)
        sum += weight(m, k, l) * of[l];
    return sum;
}

/* Into m->met, of each coder's code: what it meets by chance among the codes of the others. */
static double expected_own(struct margins *m)
{
    size_t codes = m->p->codes;
    double sum = 0.0;

    shares_by_coder(m);
    for (size_t g = 0; g < m->p->coders; g++) {
        for (size_t k = 0; m->by_coder[g] > 0.0 && k < codes; k++) {
            double *at = &m->met[g * codes + k];

            *at = met(m, k, m->pooled) - met(m, k, m->own + g * codes);
            sum += m->own[g * codes + k] * *at;
        }
    }
    return sum / (m->coders * (m->coders - 1.0));
}

static double expected(struct margins *m)
{
    double codes = (double)m->p->codes, sum = 0.0;

    switch (m->chance) {
    case CHANCE_POOLED:
        for (size_t k = 0; k < m->p->codes; k++) {
            m->met[k] = met(m, k, m->pooled);
            sum += m->pooled[k] * m->met[k];
        }
        return sum;
    case CHANCE_OWN:
        return expected_own(m);
    case CHANCE_SPREAD:
        for (size_t k = 0; k < m->p->codes; k++)
            sum += m->pooled[k] * (1.0 - m->pooled[k]);
        return m->sum * sum / (codes * (codes - 1.0));
    case CHANCE_UNIFORM:
        return m->sum / (codes * codes);
    case CHANCE_NONE:
    default:
        return 0.0;
    }
}

static double sum_of_weights(const struct margins *m)
{
    double sum = 0.0;

    if (!m->weights)
        return (double)m->p->codes;
    for (size_t i = 0; i < m->p->codes * m->p->codes; i++)
        sum += m->weights[i];
    return sum;
}

/* Whether all the codes that were given agree in full, whoever gave them. */
static bool constant(const struct margins *m)
{
    const struct patterns *p = m->p;
    uint16_t seen = AET_CODE_MISSING;

    for (size_t i = 0; i < p->n * p->coders; i++) {
        if (p->rows[i] == AET_CODE_MISSING || p->times[i / p->coders] == 0)
            continue;
        if (seen == AET_CODE_MISSING)
            seen = p->rows[i];
        else if (weight(m, seen, p->rows[i]) < 1.0)
            return false;
    }
    return true;
}

static enum stat_reason fault(const struct margins *m)
{
    enum stat_reason reason = aet_patterns_fault(m->p);
    bool margins = m->chance == CHANCE_POOLED || m->chance == CHANCE_OWN;
    bool two = m->chance == CHANCE_SPREAD || m->chance == CHANCE_UNIFORM;

    if (reason != STAT_NONE)
        return reason;
    return (margins && constant(m)) || (two && m->p->codes < 2) ? STAT_CONSTANT : STAT_NONE;
}

static void margins_free(struct margins *m)
{
    aet_free(m->pooled);
    aet_free(m->own);
    aet_free(m->met);
    aet_free(m->by_coder);
}

/* False, with the reason and nothing to free, when there is no value. */
static bool margins(struct margins *m, const struct patterns *p, enum chance chance,
                    const double *weights, enum stat_reason *reason)
{
    size_t coders = chance == CHANCE_OWN ? p->coders : 1;

    *m = (struct margins){ .p = p, .weights = weights, .chance = chance };
    *reason = fault(m);
    if (*reason != STAT_NONE)
        return false;
    m->pooled = aet_calloc(p->codes, sizeof *m->pooled);
    m->met = aet_calloc(coders * p->codes, sizeof *m->met);
    if (chance == CHANCE_OWN) {
        m->own = aet_calloc(coders * p->codes, sizeof *m->own);
        m->by_coder = aet_calloc(coders, sizeof *m->by_coder);
    }
    m->sum = sum_of_weights(m);
    count(m);
    m->expected = expected(m);
    if (m->expected < 1.0)
        return true;
    *reason = STAT_CONSTANT;
    margins_free(m);
    return false;
}

struct stat_value aet_chance_value(const struct patterns *p, enum chance chance,
                                   const double *weights)
{
    enum stat_reason reason;
    struct margins m;
    double value;

    if (!margins(&m, p, chance, weights, &reason))
        return aet_stat_undefined(reason);
    value = (m.observed - m.expected) / (1.0 - m.expected);
    margins_free(&m);
    return chance == CHANCE_NONE ? aet_stat_value(value) : aet_stat_coefficient(value);
}

/* How much one unit more of pattern i, which has r codes, moves what chance expects. */
static double moves_expected(const struct margins *m, size_t i, double r)
{
    const struct patterns *p = m->p;
    const uint16_t *row = p->rows + i * p->coders;
    double codes = (double)p->codes, sum = 0.0;

    for (size_t g = 0; g < p->coders; g++) {
        if (row[g] == AET_CODE_MISSING)
            continue;
        if (m->chance == CHANCE_POOLED)
            sum += 2.0 * (m->met[row[g]] - m->expected) / r / m->n;
        else if (m->chance == CHANCE_SPREAD)
            sum += -2.0 * m->pooled[row[g]] / r;
        else if (m->chance == CHANCE_OWN) {
            const double *own = m->own + g * p->codes, *met = m->met + g * p->codes;
            double mean = 0.0;

            for (size_t k = 0; k < p->codes; k++)
                mean += own[k] * met[k];
            sum += 2.0 * (met[row[g]] - mean) / m->by_coder[g] / (m->coders * (m->coders - 1.0));
        }
    }
    if (m->chance != CHANCE_SPREAD)
        return sum;
    for (size_t k = 0; k < p->codes; k++)
        sum += 2.0 * m->pooled[k] * m->pooled[k];
    return m->sum / (codes * (codes - 1.0)) * sum / m->n;
}

enum stat_reason aet_chance_influence(const struct patterns *p, enum chance chance,
                                      const double *weights, double *out)
{
    enum stat_reason reason;
    struct margins m;
    double beyond;

    if (!margins(&m, p, chance, weights, &reason))
        return reason;
    beyond = (1.0 - m.observed) / (1.0 - m.expected);
    for (size_t i = 0; i < p->n; i++) {
        double r = (double)aet_pattern_size(p, i);
        double moves = r >= 2.0 ? (agreement(&m, i, r) - m.observed) / m.pairable : 0.0;

        if (r > 0.0)
            moves -= beyond * moves_expected(&m, i, r);
        out[i] = moves / (1.0 - m.expected);
    }
    margins_free(&m);
    return STAT_NONE;
}
