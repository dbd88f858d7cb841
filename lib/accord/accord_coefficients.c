/* The section `coefficients`: of each field, and of each code of a presence, one coefficient, its
 * interval, how strong that is and by whose scale. The other sections have all measures. */
#include "accord/accord.h"

#include <string.h>

#include "base/fold.h"
#include "base/message.h"

enum {
    COEF_CHAMP,
    COEF_LIBELLE,
    COEF_CODE,
    COEF_CODE_LIBELLE,
    COEF_MESURE,
    COEF_VALEUR,
    COEF_IC_BAS,
    COEF_IC_HAUT,
    COEF_FORCE,
    COEF_PROBABILITE,
    COEF_ECHELLE,
    COEF_UNITES,
    COEF_NOTE
};
static const struct column columns[] = {
    [COEF_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, true },
    [COEF_LIBELLE] = { "libelle", { "Champ", "Field" }, CELL_TEXT, false },
    [COEF_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [COEF_CODE_LIBELLE] = { "code_libelle", { "Code", "Code" }, CELL_CODE, false },
    [COEF_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [COEF_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [COEF_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    [COEF_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    [COEF_FORCE] = { "force", { "Accord", "Agreement" }, CELL_CODE, false },
    [COEF_PROBABILITE] = { "probabilite",
                           { "Probabilité d’y être ou mieux", "Probability of it or better" },
                           CELL_NUMBER,
                           true },
    [COEF_ECHELLE] = { "echelle", { "Selon", "According to" }, CELL_CODE, false },
    [COEF_UNITES] = { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    [COEF_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* All that a row says. */
struct row {
    const struct accord_measure *of;
    struct stat_value value;
    struct agree_error error;
    struct stat_interval ci;
    uint64_t units;
};

/* The coefficient by its name; without one, Cohen's kappa of two coders who coded all the same
 * units, weighted where values have an order, otherwise Krippendorff's alpha. */
static const struct accord_measure *chosen(const struct accord_view *v, bool whole)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    bool ordered = !c->presence && c->scale != AGREE_NOMINAL;
    const char *name = whole ? "alpha" : ordered ? "kappa_pondere" : "kappa";
    size_t i = 0;

    if (v->a->options.mesure)
        name = v->a->options.mesure;
    while (i + 1 < ACCORD_MEASURES && strcmp(aet_accord_measures[i].name, name) != 0)
        i++;
    return &aet_accord_measures[i];
}

/* What x->of is of some units; they are done with. */
static void measure(const struct accord_view *v, struct accord_units *u, struct row *x)
{
    struct agree_options o = aet_accord_agree(v);
    struct bootstrap_options how = aet_accord_draws(v, u);
    struct bootstrap b;

    x->units = u->pairable;
    x->value = aet_stat_undefined(STAT_ARGUMENT);
    x->ci = aet_stat_no_interval(STAT_ARGUMENT);
    if (aet_accord_applies(x->of, &v->a->options.champs[v->champ], true)) {
        x->value = aet_agree_value(&u->patterns, x->of->of, &o);
        x->error = aet_agree_error(&u->patterns, u->bundled ? &u->bundles : NULL, x->of->of, &o);
        aet_agree_intervals(&u->patterns, &x->of->of, 1, &o, v->a->options.method, &how, &b);
        x->ci = b.ci;
    }
    aet_accord_units_free(u);
}

/* A share of agreement has no scale: much of it may be chance. */
static void put_strength(struct section *s, const struct accord_view *v, const struct row *x)
{
    static const struct accord_level whose[] = {
        [BENCHMARK_LANDIS_KOCH] = { "landis-koch",
                                    { "Landis et Koch (1977)", "Landis & Koch (1977)" } },
        [BENCHMARK_KRIPPENDORFF] = { "krippendorff",
                                     { "Krippendorff (2004)", "Krippendorff (2004)" } }
    };
    enum benchmark_scale scale = x->of->of == &aet_agree_alpha ? BENCHMARK_KRIPPENDORFF
                                                               : BENCHMARK_LANDIS_KOCH;
    struct accord_level level;
    double probability;

    if (x->of->of == &aet_agree_share || !x->value.defined || !x->error.se.defined ||
        v->a->options.replicates == 0) {
        aet_row_unknown(s, COEF_FORCE);
        aet_row_unknown(s, COEF_PROBABILITE);
        aet_row_unknown(s, COEF_ECHELLE);
        return;
    }
    level = aet_accord_level(x->value.value, x->error.se.value, scale, &probability);
    aet_row_coded_words(s, COEF_FORCE, level.code, level.title);
    aet_row_number_if(s, COEF_PROBABILITE, true, probability);
    aet_row_coded_words(s, COEF_ECHELLE, whose[scale].code, whose[scale].title);
}

static void put_note(struct section *s, const struct accord_view *v, const struct row *x)
{
    static const struct text none = { "cette mesure demande des valeurs qui ont un ordre",
                                      "this measure asks for values that have an order" };

    if (!aet_accord_applies(x->of, &v->a->options.champs[v->champ], true))
        aet_row_words(s, COEF_NOTE, none);
    else if (!x->value.defined)
        aet_accord_put_reason(s, COEF_NOTE, x->value.reason);
    else if (v->a->options.replicates > 0 && !x->ci.low.defined)
        aet_accord_put_no_interval(s, COEF_NOTE, x->ci.low.reason);
    else
        aet_row_unknown(s, COEF_NOTE);
}

/* The code at `place`; all of the field: NULL. */
static void put_code(struct section *s, const struct accord_view *v, const uint32_t *place)
{
    static const struct text all = { "tous les codes", "all codes" };

    if (place) {
        struct span label = aet_accord_label(v, *place, s->report->lang);

        aet_row_text(s, COEF_CODE, aet_accord_id(v, *place));
        aet_row_coded(s, COEF_CODE_LIBELLE, label, aet_fold_short(label));
        return;
    }
    aet_row_unknown(s, COEF_CODE);
    if (v->a->options.champs[v->champ].presence)
        aet_row_words(s, COEF_CODE_LIBELLE, all);
    else
        aet_row_unknown(s, COEF_CODE_LIBELLE);
}

static void put(struct section *s, const struct accord_view *v, const uint32_t *place,
                const struct row *x)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];

    aet_row_begin(s);
    aet_row_word(s, COEF_CHAMP, c->name);
    aet_row_words(s, COEF_LIBELLE, c->title);
    put_code(s, v, place);
    aet_row_coded_words(s, COEF_MESURE, x->of->name, x->of->title);
    aet_accord_put(s, COEF_VALEUR, x->value);
    aet_accord_put(s, COEF_IC_BAS, x->ci.low);
    aet_accord_put(s, COEF_IC_HAUT, x->ci.high);
    put_strength(s, v, x);
    aet_row_count(s, COEF_UNITES, (int64_t)x->units);
    put_note(s, v, x);
    aet_row_end(s);
}

static void field(struct section *s, const struct accord_view *v)
{
    bool presence = v->a->options.champs[v->champ].presence;
    struct row x = { .of = NULL };
    struct accord_units u;

    aet_accord_units(v, false, &u);
    x.of = chosen(v, !aet_accord_complete(&u.patterns));
    measure(v, &u, &x);
    put(s, v, NULL, &x);
    for (uint32_t place = 0; presence && v->a->coders.n > 1 && place < v->codes; place++) {
        if (!v->used[place])
            continue;
        aet_accord_units_of_code(v, place, &u);
        measure(v, &u, &x);
        put(s, v, &place, &x);
    }
}

static bool any(const struct section *s, size_t column)
{
    for (size_t row = 0; row < s->rows; row++)
        if (s->cells[row * s->kind->n + column].known)
            return true;
    return false;
}

/* Whose the words are, said once where all are of one. */
static void say_scale(struct section *s)
{
    static const struct text words = { "Les mots sont de {echelle}.",
                                       "The words are by {echelle}." };
    struct span scale = { NULL, 0 };
    struct buf note = { 0 };

    for (size_t row = 0; row < s->rows; row++) {
        const struct cell *c = &s->cells[row * s->kind->n + COEF_ECHELLE];

        if (c->known && scale.n && !aet_span_eq(c->shown, scale))
            return;
        scale = c->known ? c->shown : scale;
    }
    aet_section_drop(s, COEF_ECHELLE);
    aet_words_put(&note, words, s->report->lang, AET_WORDS(aet_word_span("echelle", scale)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static void coefficients(void *sum, struct section *s)
{
    static const struct text usual = {
        "Kappa de Cohen quand deux codeurs ont codé les mêmes unités (pondéré quand les valeurs "
        "ont un ordre), sinon alpha de Krippendorff; --mesure en choisit une autre.",
        "Cohen’s kappa where two coders coded the same units (weighted where values have an "
        "order), otherwise Krippendorff’s alpha; --mesure chooses another."
    };
    static const struct text strength = {
        "Le mot est le plus haut que la mesure atteint avec une probabilité de 0,95, d’après son "
        "erreur type (Gwet 2014, ch. 6); ces échelles sont des conventions.",
        "The word is the highest that the measure reaches with a probability of .95, by its "
        "standard error (Gwet 2014, ch. 6); these scales are conventions."
    };
    const struct accord *a = sum;
    bool presence = false;

    for (size_t i = 0; i < a->options.n; i++)
        presence |= a->options.champs[i].presence;
    if (!presence)
        aet_section_drop(s, COEF_CODE_LIBELLE);
    if (presence && a->options.n == 1)
        aet_section_drop(s, COEF_LIBELLE);
    aet_accord_each(a, s, field);
    if (!any(s, COEF_NOTE))
        aet_section_drop(s, COEF_NOTE);
    if (!a->options.mesure)
        aet_section_say(s, usual);
    if (any(s, COEF_FORCE)) {
        aet_section_say(s, strength);
        say_scale(s);
    }
}

/* A measure of few units goes with their number, as in section `global`; codes go, as section
 * `codes` does. */
static bool few_units(struct section *s, int64_t under)
{
    size_t kept = 0, n = s->kind->n;

    for (size_t row = 0; row < s->rows; row++) {
        struct cell *of = s->cells + kept * n;

        if (s->cells[row * n + COEF_CODE].known)
            continue;
        memmove(of, s->cells + row * n, n * sizeof *of);
        kept++;
        if (of[COEF_UNITES].u.i > 0 && of[COEF_UNITES].u.i < under)
            for (int c = COEF_VALEUR; c <= COEF_NOTE; c++)
                of[c].known = false;
    }
    s->rows = kept;
    return false;
}

const struct section_kind aet_kind_accord_coefficients = {
    .key = "coefficients",
    .brief = 20,
    .title = { "Accord par champ", "Agreement by field" },
    AET_COLUMNS(columns),
    .fill = coefficients,
    .mask = { .kind = MASK_OPEN, .also = few_units },
};
