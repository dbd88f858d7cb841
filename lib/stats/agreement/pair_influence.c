/*
 * How much each cell of a table of two coders moves kappa and pi.
 */
#include "stats/agreement/pair_agreement.h"

#include "base/alloc.h"

/* Shares of each code by each coder, or by both the same; and what a code meets by chance among the
   codes of the other coder. One owned block. */
struct shares {
    double *first, *second, *met_first, *met_second;
};

static double weight(const double *weights, size_t codes, size_t i, size_t j)
{
    return weights ? weights[i * codes + j] : (double)(i == j);
}

static void count(struct shares *s, const struct pair_table *t, bool own)
{
    for (size_t i = 0; i < t->codes; i++) {
        for (size_t j = 0; j < t->codes; j++) {
            double share = (double)t->cells[i * t->codes + j] / (double)t->total;

            s->first[i] += share;
            s->second[j] += share;
        }
    }
    for (size_t i = 0; i < t->codes && !own; i++)
        s->first[i] = s->second[i] = (s->first[i] + s->second[i]) / 2.0;
}

static struct shares shares_of(const struct pair_table *t, bool own, const double *weights)
{
    size_t k = t->codes;
    double *block = aet_calloc(4 * k, sizeof *block);
    struct shares s = { block, block + k, block + 2 * k, block + 3 * k };

    count(&s, t, own);
    for (size_t i = 0; i < k; i++) {
        for (size_t j = 0; j < k; j++) {
            s.met_first[i] += weight(weights, k, i, j) * s.second[j];
            s.met_second[i] += weight(weights, k, i, j) * s.first[j];
        }
    }
    return s;
}

void aet_pair_influence(const struct pair_table *t, bool own, const double *weights, double *out)
{
    struct shares s = shares_of(t, own, weights);
    double n = (double)t->total, observed = 0.0, expected = 0.0, beyond;
    size_t k = t->codes;

    for (size_t i = 0; i < k; i++) {
        expected += s.first[i] * s.met_first[i];
        for (size_t j = 0; j < k; j++)
            observed += weight(weights, k, i, j) * (double)t->cells[i * k + j] / n;
    }
    beyond = (1.0 - observed) / (1.0 - expected);
    for (size_t i = 0; i < k; i++) {
        for (size_t j = 0; j < k; j++) {
            double moves = s.met_first[i] + s.met_second[j] - 2.0 * expected;

            out[i * k + j] = (weight(weights, k, i, j) - observed - beyond * moves) /
                             (1.0 - expected) / n;
        }
    }
    aet_free(s.first);
}
