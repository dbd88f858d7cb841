/* The section `reperes`: how strong the agreement on a field is, in the words of three scales, by
 * the standard error of each coefficient. */
#include "accord/accord.h"

enum {
    REPERES_CHAMP,
    REPERES_MESURE,
    REPERES_VALEUR,
    REPERES_ERREUR,
    REPERES_REPERE,
    REPERES_PROBABILITE,
    REPERES_ALTMAN,
    REPERES_ALTMAN_PROBABILITE,
    REPERES_FLEISS,
    REPERES_FLEISS_PROBABILITE
};
#define PROBABILITY(NAME)                                                                      \
    {                                                                                          \
        NAME, { "Probabilité d’y être ou mieux", "Probability of it or better" }, CELL_NUMBER, \
            false                                                                              \
    }
static const struct column columns[] = {
    [REPERES_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [REPERES_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [REPERES_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [REPERES_ERREUR] = { "erreur_type", { "Erreur type", "Standard error" }, CELL_NUMBER, false },
    [REPERES_REPERE] = { "repere", { "Landis et Koch", "Landis & Koch" }, CELL_CODE, false },
    [REPERES_PROBABILITE] = PROBABILITY("probabilite"),
    [REPERES_ALTMAN] = { "repere_altman", { "Altman", "Altman" }, CELL_CODE, false },
    [REPERES_ALTMAN_PROBABILITE] = PROBABILITY("probabilite_altman"),
    [REPERES_FLEISS] = { "repere_fleiss", { "Fleiss", "Fleiss" }, CELL_CODE, false },
    [REPERES_FLEISS_PROBABILITE] = PROBABILITY("probabilite_fleiss"),
};

/* By scale, from the lowest level. */
static const struct accord_level levels[BENCHMARK_SCALES][BENCHMARK_LEVELS_MAX] = {
    [BENCHMARK_LANDIS_KOCH] = { { "nul", { "nul", "poor" } },
                                { "faible", { "faible", "slight" } },
                                { "passable", { "passable", "fair" } },
                                { "modere", { "modéré", "moderate" } },
                                { "fort", { "fort", "substantial" } },
                                { "presque-parfait", { "presque parfait", "almost perfect" } } },
    [BENCHMARK_ALTMAN] = { { "mauvais", { "mauvais", "poor" } },
                           { "passable", { "passable", "fair" } },
                           { "modere", { "modéré", "moderate" } },
                           { "bon", { "bon", "good" } },
                           { "tres-bon", { "très bon", "very good" } } },
    [BENCHMARK_FLEISS] = { { "mauvais", { "mauvais", "poor" } },
                           { "moyen-a-bon", { "moyen à bon", "fair to good" } },
                           { "excellent", { "excellent", "excellent" } } },
    [BENCHMARK_KRIPPENDORFF] = { { "insuffisant", { "insuffisant", "insufficient" } },
                                 { "provisoire", { "provisoire", "tentative" } },
                                 { "fiable", { "fiable", "reliable" } } },
};

struct accord_level aet_accord_level(double value, double se, enum benchmark_scale scale,
                                     double *probability)
{
    size_t reached = aet_benchmark(value, se, scale);

    *probability = aet_benchmark_probability(value, se, scale, reached);
    return levels[scale][reached];
}

/* The column of a scale's word, which that of its probability follows. */
static const struct {
    enum benchmark_scale scale;
    int column;
} shown[] = { { BENCHMARK_LANDIS_KOCH, REPERES_REPERE },
              { BENCHMARK_ALTMAN, REPERES_ALTMAN },
              { BENCHMARK_FLEISS, REPERES_FLEISS } };

static void row(struct section *s, const struct accord_view *v, const struct accord_measure *m,
                double value, double se)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];

    aet_row_begin(s);
    aet_row_coded_words(s, REPERES_CHAMP, c->name, c->title);
    aet_row_coded_words(s, REPERES_MESURE, m->name, m->title);
    aet_row_number_if(s, REPERES_VALEUR, true, value);
    aet_row_number_if(s, REPERES_ERREUR, true, se);
    for (size_t k = 0; k < sizeof shown / sizeof *shown; k++) {
        double probability;
        struct accord_level level = aet_accord_level(value, se, shown[k].scale, &probability);

        aet_row_coded_words(s, shown[k].column, level.code, level.title);
        aet_row_number_if(s, shown[k].column + 1, true, probability);
    }
    aet_row_end(s);
}

/* Those of the codes as sets. */
static void sets(struct section *s, const struct accord_view *v)
{
    struct accord_sets sets;
    struct accord_units u;

    aet_accord_sets(v, &sets);
    aet_accord_units_of_sets(v, false, &sets, &u);
    for (size_t i = 0; i < ACCORD_SET_MEASURES; i++) {
        struct agree_options o = aet_accord_agree_sets(&sets, i);
        struct stat_value value = aet_agree_value(&u.patterns, &aet_agree_alpha, &o);
        struct agree_error e = aet_agree_error(&u.patterns, u.bundled ? &u.bundles : NULL,
                                               &aet_agree_alpha, &o);

        if (value.defined && e.se.defined)
            row(s, v, &aet_accord_set_measures[i], value.value, e.se.value);
    }
    aet_accord_units_free(&u);
    aet_accord_sets_free(&sets);
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
    if (v->a->options.champs[v->champ].presence)
        sets(s, v);
}

static void reperes(void *sum, struct section *s)
{
    static const struct text scale = {
        "Repères de Landis et Koch (1977), d’Altman (1991, p. 404) et de Fleiss (1981, p. 218), "
        "arbitraires tous les trois : le plus haut que la mesure atteint avec une probabilité de "
        "0,95, d’après son erreur type (Gwet 2014, ch. 6). Un même mot n’a pas la même borne de "
        "l’un à l’autre. Sans erreur type, pas de ligne.",
        "Benchmarks of Landis & Koch (1977), Altman (1991, p. 404) and Fleiss (1981, p. 218), all "
        "three arbitrary: the highest that the measure reaches with a probability of .95, by its "
        "standard error (Gwet 2014, ch. 6). One word has not the same bounds in each. Without a "
        "standard error there is no row."
    };
    const struct accord *a = sum;

    if (a->options.replicates == 0)
        return;
    aet_accord_each(a, s, field);
    aet_section_say(s, scale);
}

/* What section `global` hides of a measure goes here too. */
static bool few_units(struct section *s, int64_t under)
{
    (void)under;
    for (size_t row = 0; row < s->rows; row++) {
        struct cell *of = s->cells + row * s->kind->n;

        if (!aet_accord_hidden(s->report, of[REPERES_CHAMP].u.s, of[REPERES_MESURE].u.s))
            continue;
        for (int c = REPERES_VALEUR; c <= REPERES_FLEISS_PROBABILITE; c++)
            of[c].known = false;
    }
    return false;
}

const struct section_kind aet_kind_accord_reperes = {
    .key = "reperes",
    .led = REPERES_CHAMP + 1,
    .annex = true,
    .title = { "Force de l’accord", "Strength of agreement" },
    AET_COLUMNS(columns),
    .fill = reperes,
    .mask = { .kind = MASK_OPEN, .also = few_units },
};
