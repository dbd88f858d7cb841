/*
 * How often intervals of coefficients of agreement hold the true value: samples drawn from a known
 * population, by method. README tells what it gave. Usage: couverture SAMPLES SEED RESAMPLES,
 * or, of units that come in clusters whose agreement varies: couverture SAMPLES SEED RESAMPLES
 * grappes. Without resamples the analytic ones only.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/agreement/interval.h"
#include "stats/random.h"

enum { METHODS = 4, COEFFICIENTS = 6, CODERS_MAX = 3 };

static const char *const method_names[METHODS] = { "log", "symetrique", "centiles", "bca" };
static const struct agree_coefficient *const list[COEFFICIENTS] = {
    &aet_agree_kappa, &aet_agree_pi,    &aet_agree_fleiss,
    &aet_agree_ac1,   &aet_agree_pabak, &aet_agree_alpha
};
static const char *const names[COEFFICIENTS] = { "kappa", "pi", "fleiss", "ac1", "pabak", "alpha" };

/* A unit is alike to all coders with a probability `agree`, its code drawn by the prevalences;
 * otherwise each draws for himself. Then kappa, pi and alpha are `agree`. */
struct world {
    size_t codes, coders, units, clusters;
    double prevalence, agree, icc;
};

static double share_of(const struct world *w, size_t k)
{
    return k == 0 ? w->prevalence : (1.0 - w->prevalence) / (double)(w->codes - 1);
}

static double truth(const struct world *w, const struct agree_coefficient *c)
{
    double same = 0.0, spread = 0.0, k = (double)w->codes, observed;

    for (size_t i = 0; i < w->codes; i++) {
        same += share_of(w, i) * share_of(w, i);
        spread += share_of(w, i) * (1.0 - share_of(w, i)) / (k - 1.0);
    }
    observed = w->agree + (1.0 - w->agree) * same;
    if (c->chance == CHANCE_SPREAD)
        return (observed - spread) / (1.0 - spread);
    if (c->chance == CHANCE_UNIFORM)
        return (observed - 1.0 / k) / (1.0 - 1.0 / k);
    return w->agree;
}

static uint16_t code(struct random *r, const struct world *w)
{
    double u = aet_random_uniform(r);
    size_t k = 0;

    for (; k + 1 < w->codes && u >= share_of(w, k); k++)
        u -= share_of(w, k);
    return (uint16_t)k;
}

/* Gamma by Marsaglia & Tsang (2000), a >= 1 or boosted; from it, a Beta. */
static double gamma_of(struct random *r, double a)
{
    double d = (a < 1.0 ? a + 1.0 : a) - 1.0 / 3.0, c = 1.0 / sqrt(9.0 * d);

    for (;;) {
        double x = sqrt(-2.0 * log(1.0 - aet_random_uniform(r))) *
                   cos(6.283185307179586 * aet_random_uniform(r));
        double v = pow(1.0 + c * x, 3.0), u = 1.0 - aet_random_uniform(r);

        if (v > 0.0 && log(u) < x * x / 2.0 + d - d * v + d * log(v))
            return d * v * (a < 1.0 ? pow(1.0 - aet_random_uniform(r), 1.0 / a) : 1.0);
    }
}

/* The agreement of one cluster: mean `agree`, correlation of its units icc. */
static double agree_of(struct random *r, const struct world *w)
{
    double m = 1.0 / w->icc - 1.0, x;

    if (!(w->icc > 0.0))
        return w->agree;
    x = gamma_of(r, w->agree * m);
    return x / (x + gamma_of(r, (1.0 - w->agree) * m));
}

static void unit(struct random *r, const struct world *w, double agree, uint16_t *row)
{
    bool alike = aet_random_uniform(r) < agree;

    for (size_t c = 0; c < w->coders; c++)
        row[c] = alike && c > 0 ? row[0] : code(r, w);
}

/* Clusters are unequal, of two to eight parts in five of the mean by turns. */
static size_t size_of(const struct world *w, size_t cluster)
{
    return w->units / w->clusters * (2 + 2 * (cluster % 4)) / 5;
}

static void sample(struct random *r, const struct world *w, struct patterns *p, struct bundles *b)
{
    uint16_t *rows = calloc(w->units * w->coders, sizeof *rows);
    size_t n = 0;

    aet_patterns_init(p, w->coders, w->codes);
    aet_bundles_init(b);
    for (size_t c = 0; c < (w->clusters ? w->clusters : 1); c++) {
        size_t end = w->clusters ? n + size_of(w, c) : w->units;
        double agree = agree_of(r, w);

        for (; n < end && n < w->units; n++) {
            unit(r, w, agree, rows + n * w->coders);
            aet_patterns_add(p, rows + n * w->coders, 1);
        }
    }
    aet_patterns_finish(p);
    for (size_t c = 0, i = 0; c < w->clusters; c++) {
        for (size_t end = i + size_of(w, c); i < end && i < n; i++)
            aet_bundles_add(b, p, rows + i * w->coders, 1);
        aet_bundles_close(b);
    }
    aet_bundles_finish(b);
    free(rows);
}

struct tally {
    double given, held, low, width;
};

static void note(struct tally *t, struct stat_interval ci, double true_value)
{
    if (!ci.low.defined)
        return;
    t->given++;
    t->held += ci.low.value <= true_value && true_value <= ci.high.value;
    t->low += true_value < ci.low.value;
    t->width += ci.high.value - ci.low.value;
}

static void print(const struct world *w, const char *method, size_t c, const struct tally *t,
                  double samples)
{
    printf("%zu,%zu,%zu,%zu,%g,%g,%g,%s,%s,%.3f,%.3f,%.3f,%.3f\n", w->units, w->clusters, w->codes,
           w->coders, w->prevalence, w->agree, w->icc, names[c], method, t->held / t->given,
           t->low / t->given, t->width / t->given, t->given / samples);
}

/* Of one population, by method; clustered: each method twice, by units and by clusters. */
static void run(const struct world *w, unsigned samples, uint64_t seed, uint32_t resamples)
{
    struct tally t[2][METHODS][COEFFICIENTS] = { { { { 0, 0, 0, 0 } } } };
    struct agree_options o = { .scale = AGREE_NOMINAL, .weights = AGREE_QUADRATIC, .values = NULL };
    struct bootstrap out[COEFFICIENTS];
    struct random r;

    aet_random_init(&r, seed);
    for (unsigned s = 0; s < samples; s++) {
        struct patterns p;
        struct bundles b;

        sample(&r, w, &p, &b);
        for (int by = 0; by < (w->clusters ? 2 : 1); by++)
            for (int m = 0; m < (resamples ? METHODS : 2); m++) {
                struct bootstrap_options how = { by ? &b : NULL, resamples, s, 0.95, false };

                aet_agree_intervals(&p, list, COEFFICIENTS, &o, (enum agree_method)m, &how, out);
                for (size_t c = 0; c < COEFFICIENTS; c++)
                    note(&t[by][m][c], out[c].ci, truth(w, list[c]));
            }
        aet_patterns_free(&p);
        aet_bundles_free(&b);
    }
    for (int by = 0; by < (w->clusters ? 2 : 1); by++)
        for (int m = 0; m < (resamples ? METHODS : 2); m++)
            for (size_t c = 0; c < COEFFICIENTS; c++) {
                char method[32];

                snprintf(method, sizeof method, "%s%s", method_names[m], by ? "/grappe" : "");
                print(w, method, c, &t[by][m][c], samples);
            }
    fflush(stdout);
}

static void units_alone(unsigned samples, uint64_t seed, uint32_t resamples)
{
    static const size_t units[] = { 20, 50, 100, 200 };
    static const double prevalences[] = { 0.1, 0.5 }, agrees[] = { 0.5, 0.8 };

    for (size_t n = 0; n < 4; n++)
        for (size_t codes = 2; codes <= 4; codes += 2)
            for (size_t coders = 2; coders <= CODERS_MAX; coders++)
                for (int p = 0; p < 2; p++)
                    for (int a = 0; a < 2; a++) {
                        struct world w = { codes,          coders,    units[n], 0,
                                           prevalences[p], agrees[a], 0.0 };

                        run(&w, samples, seed, resamples);
                    }
}

static void clusters(unsigned samples, uint64_t seed, uint32_t resamples)
{
    static const size_t counts[] = { 3, 4, 5, 6, 8, 10, 20, 40 };
    static const double iccs[] = { 0.0, 0.1, 0.3 };

    for (size_t n = 0; n < 8; n++)
        for (int i = 0; i < 3; i++)
            for (size_t size = 5; size <= 20; size += 15) {
                struct world w = { 2, 2, counts[n] * size, counts[n], 0.5, 0.7, iccs[i] };

                run(&w, samples, seed, resamples);
            }
}

int main(int argc, char **argv)
{
    unsigned samples = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    uint32_t resamples = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : 1000;

    puts("unites,grappes,codes,codeurs,prevalence,accord,icc,coefficient,methode,couverture,"
         "au_dessus,largeur,donnes");
    if (argc > 4 && strcmp(argv[4], "grappes") == 0)
        clusters(samples, seed, resamples);
    else
        units_alone(samples, seed, resamples);
    return EXIT_SUCCESS;
}
