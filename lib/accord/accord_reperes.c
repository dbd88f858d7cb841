/* The section `reperes`: how strong the agreement on a field is, in the words of Landis and Koch,
 * by the standard error of each coefficient. */
#include "accord/accord.h"

#include "stats/agreement/benchmark.h"

enum {
    REPERES_CHAMP,
    REPERES_MESURE,
    REPERES_VALEUR,
    REPERES_ERREUR,
    REPERES_REPERE,
    REPERES_PROBABILITE
};
static const struct column columns[] = {
    [REPERES_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [REPERES_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [REPERES_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [REPERES_ERREUR] = { "erreur_type", { "Erreur type", "Standard error" }, CELL_NUMBER, false },
    [REPERES_REPERE] = { "repere", { "Repère", "Benchmark" }, CELL_CODE, false },
    [REPERES_PROBABILITE] = { "probabilite",
                              { "Probabilité d’y être ou mieux", "Probability of it or better" },
                              CELL_NUMBER,
                              false },
};

static const struct {
    const char *code;
    struct text title;
} levels[] = {
    [BENCHMARK_POOR] = { "nul", { "nul", "poor" } },
    [BENCHMARK_SLIGHT] = { "faible", { "faible", "slight" } },
    [BENCHMARK_FAIR] = { "passable", { "passable", "fair" } },
    [BENCHMARK_MODERATE] = { "modere", { "modéré", "moderate" } },
    [BENCHMARK_SUBSTANTIAL] = { "fort", { "fort", "substantial" } },
    [BENCHMARK_ALMOST_PERFECT] = { "presque-parfait", { "presque parfait", "almost perfect" } },
};

static void row(struct section *s, const struct accord_view *v, const struct accord_measure *m,
                double value, double se)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    enum benchmark level = aet_benchmark(value, se);

    aet_row_begin(s);
    aet_row_coded_words(s, REPERES_CHAMP, c->name, c->title);
    aet_row_coded_words(s, REPERES_MESURE, m->name, m->title);
    aet_row_number_if(s, REPERES_VALEUR, true, value);
    aet_row_number_if(s, REPERES_ERREUR, true, se);
    aet_row_coded_words(s, REPERES_REPERE, levels[level].code, levels[level].title);
    aet_row_number_if(s, REPERES_PROBABILITE, true, aet_benchmark_probability(value, se, level));
    aet_row_end(s);
}

static void field(struct section *s, const struct accord_view *v)
{
    struct agree_options o = aet_accord_agree(v);
    struct accord_units u;
    bool whole;

    aet_accord_units(v, false, &u);
    whole = !aet_accord_complete(&u.patterns);
    for (size_t i = 0; i < ACCORD_MEASURES; i++) {
        const struct accord_measure *m = &aet_accord_measures[i];
        struct stat_value value = aet_agree_value(&u.patterns, m->of, &o);
        struct agree_error e;

        if (m->of == &aet_agree_share || !value.defined ||
            !aet_accord_applies(m, &v->a->options.champs[v->champ], whole))
            continue;
        e = aet_agree_error(&u.patterns, u.bundled ? &u.bundles : NULL, m->of, &o);
        if (e.se.defined)
            row(s, v, m, value.value, e.se.value);
    }
    aet_accord_units_free(&u);
}

static void reperes(void *sum, struct section *s)
{
    static const struct text scale = {
        "Repères de Landis et Koch (1977), arbitraires : le plus haut que la mesure atteint avec "
        "une "
        "probabilité de 0,95, d’après son erreur type (Gwet 2014, ch. 6). Sans erreur type, pas de "
        "ligne.",
        "Benchmarks of Landis & Koch (1977), which are arbitrary: the highest that the measure "
        "reaches with a probability of .95, by its standard error (Gwet 2014, ch. 6). Without a "
        "standard error there is no row."
    };
    const struct accord *a = sum;

    if (a->options.replicates == 0)
        return;
    aet_accord_each(a, s, field);
    aet_section_say(s, scale);
}

const struct section_kind aet_kind_accord_reperes = {
    .key = "reperes",
    .title = { "Force de l’accord", "Strength of agreement" },
    AET_COLUMNS(columns),
    .fill = reperes,
    .mask = { .kind = MASK_OPEN },
};
