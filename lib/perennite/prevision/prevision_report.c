/* The sections of echantillon --prevoir. */
#include "perennite/prevision/prevision.h"

#include "base/message.h"
#include "base/real.h"
#include "perennite/resume/resume.h"
#include "report/figure.h"

enum { SHARES = 3 };
static const double shares[SHARES] = { 0.5, 0.2, 0.05 };

#define DEMI_ENUM(P) P##_DEMI_50, P##_DEMI_20, P##_DEMI_5
#define DEMI_COLUMNS(P)                                                                           \
    [P##_DEMI_50] = { "demi_50",                                                                  \
                      { "± pour une part de 50 %", "± for a share of 50%" },                      \
                      CELL_SHARE,                                                                 \
                      false },                                                                    \
    [P##_DEMI_20] = { "demi_20", { "± pour 20 ou 80 %", "± for 20 or 80%" }, CELL_SHARE, false }, \
    [P##_DEMI_5] = { "demi_5", { "± pour 5 ou 95 %", "± for 5 or 95%" }, CELL_SHARE, false }

static void put_halves(struct section *s, int column, const struct prevision_strata *strata)
{
    for (int i = 0; i < SHARES; i++) {
        struct design_forecast f = aet_design_forecast_plain(strata->all, strata->drawn, strata->n,
                                                             shares[i], PREVISION_NIVEAU);

        aet_row_number_if(s, column + i, f.half.defined, f.half.value);
    }
}

/* A half-width as people read it: 9.5 points. */
static struct span points(struct buf *to, double half, enum lang lang)
{
    struct cell c = { .put = true, .known = true };

    c.u.d = aet_real_steady(half * 100.0);
    aet_buf_clear(to);
    aet_figure_in(to, &c, CELL_NUMBER, 1, lang, "");
    return aet_buf_view(to);
}

static struct span percent(struct buf *to, double share, enum lang lang)
{
    struct cell c = { .put = true, .known = true };

    c.u.d = share;
    aet_buf_clear(to);
    aet_figure(to, &c, CELL_SHARE, lang, "");
    return aet_buf_view(to);
}

static void say(struct section *s, struct text words, const struct word *values)
{
    struct buf text = { 0 };

    aet_words_put(&text, words, s->report->lang, values);
    aet_section_note(s, aet_buf_view(&text));
    aet_buf_free(&text);
}

enum {
    PREVISION_POPULATION,
    PREVISION_TAILLE,
    PREVISION_FRACTION,
    DEMI_ENUM(PREVISION),
    PREVISION_PLANS_10,
    PREVISION_PLANS_5,
    PREVISION_LIGNES,
    PREVISION_DEMI_LIGNES
};
static const struct column prevision_columns[] = {
    [PREVISION_POPULATION] = { "population",
                               { "Plans dans la population", "Plans in the population" },
                               CELL_COUNT,
                               false },
    [PREVISION_TAILLE] = { "taille", { "Plans à tirer", "Plans to draw" }, CELL_COUNT, false },
    [PREVISION_FRACTION] = { "fraction_obtenue",
                             { "Fraction obtenue", "Fraction obtained" },
                             CELL_SHARE,
                             false },
    DEMI_COLUMNS(PREVISION),
    [PREVISION_PLANS_10] = { "plans_pour_10",
                             { "Plans pour ± 10 points", "Plans for ± 10 points" },
                             CELL_COUNT,
                             false },
    [PREVISION_PLANS_5] = { "plans_pour_5",
                            { "Plans pour ± 5 points", "Plans for ± 5 points" },
                            CELL_COUNT,
                            false },
    [PREVISION_LIGNES] = { "lignes", { "Lignes lues", "Lines read" }, CELL_COUNT, false },
    [PREVISION_DEMI_LIGNES] = { "demi_lignes",
                                { "± d’une part de lignes, au pire",
                                  "± of a share of lines, at worst" },
                                CELL_SHARE,
                                false },
};

static void notes(struct section *s)
{
    static const struct text method = {
        "Demi-largeur de l’intervalle de Wilson à 95 % que le bilan calculera, d’après la variance "
        "du "
        "tirage (Cochran 1977, 5.3 et 6.11), avec la correction de population finie. Cela suppose "
        "que "
        "tous les plans sont lus ici, et que tous ceux qui seront tirés seront codés.",
        "Half of the 95% Wilson interval that bilan will compute, from the variance of the draw "
        "(Cochran 1977, 5.3 and 6.11), with the finite-population correction. This takes all plans "
        "to "
        "be read here, and all that will be drawn to be coded."
    };

    aet_section_say(s, method);
}

static void prevision(void *sum, struct section *s)
{
    const struct prevision *x = sum;
    const struct tirage *t = x->tirage;
    struct prevision_strata plans = aet_perennite_prevision_plain(x, false),
                            lines = aet_perennite_prevision_plain(x, true);
    struct design_forecast f = aet_design_forecast_plain(lines.all, lines.drawn, lines.n, 0.5,
                                                         PREVISION_NIVEAU);
    uint64_t n = 0;

    for (size_t i = 0; i < lines.n; i++)
        n += lines.all[i].units;
    aet_row_begin(s);
    aet_row_count(s, PREVISION_POPULATION, (int64_t)t->population);
    aet_row_count(s, PREVISION_TAILLE, (int64_t)t->taille);
    aet_row_share(s, PREVISION_FRACTION, (int64_t)t->taille, (int64_t)t->population);
    put_halves(s, PREVISION_DEMI_50, &plans);
    aet_row_count_if(s, PREVISION_PLANS_10, t->population,
                     (int64_t)aet_perennite_prevision_size(&plans, t->population, 0.10));
    aet_row_count_if(s, PREVISION_PLANS_5, t->population,
                     (int64_t)aet_perennite_prevision_size(&plans, t->population, 0.05));
    aet_row_count(s, PREVISION_LIGNES, (int64_t)n);
    aet_row_number_if(s, PREVISION_DEMI_LIGNES, n > t->population && f.half.defined, f.half.value);
    aet_row_end(s);
    notes(s);
    aet_perennite_prevision_strata_free(&plans);
    aet_perennite_prevision_strata_free(&lines);
}

const struct section_kind aet_perennite_kind_prevision = {
    .key = "prevision",
    .title = { "Ce que le tirage dira", "What the draw will tell" },
    AET_COLUMNS(prevision_columns),
    .single = true,
    .fill = prevision,
};

enum { STRATES_STRATE, STRATES_POPULATION, STRATES_TAILLE, DEMI_ENUM(STRATES) };
static const struct column strates_columns[] = {
    [STRATES_STRATE] = { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    [STRATES_POPULATION] = { "population", { "Population", "Population" }, CELL_COUNT, false },
    [STRATES_TAILLE] = { "taille", { "À tirer", "To draw" }, CELL_COUNT, false },
    DEMI_COLUMNS(STRATES),
};

static void strates(void *sum, struct section *s)
{
    static const struct text unknown = { "D’une strate sans plan à tirer, rien ne se dira; d’un "
                                         "seul plan sur plusieurs, rien de ce qui "
                                         "varie.",
                                         "Of a stratum without a plan to draw nothing will be "
                                         "told; of a single plan of several, nothing "
                                         "of what varies." };
    const struct prevision *x = sum;
    const struct tirage *t = x->tirage;
    struct prevision_strata plans = aet_perennite_prevision_plain(x, false);
    uint32_t *sorted = aet_names_sorted(&t->strates);
    bool few = false;

    for (size_t i = 0; i < t->strates.n && t->par_strate; i++) {
        struct prevision_strata one = { &plans.all[sorted[i]], &plans.drawn[sorted[i]], 1 };

        aet_row_begin(s);
        aet_row_text_if(s, STRATES_STRATE, t->strates.list[sorted[i]]);
        aet_row_count(s, STRATES_POPULATION, (int64_t)one.all->population);
        aet_row_count(s, STRATES_TAILLE, (int64_t)*one.drawn);
        put_halves(s, STRATES_DEMI_50, &one);
        aet_row_end(s);
        few |= *one.drawn < 2 && *one.drawn < one.all->population;
    }
    if (few)
        aet_section_say(s, unknown);
    aet_free(sorted);
    aet_perennite_prevision_strata_free(&plans);
}

const struct section_kind aet_perennite_kind_prevision_strates = {
    .key = "prevision_strates",
    .if_any = true,
    .title = { "Ce qu’il dira de chaque strate", "What it will tell of each stratum" },
    AET_COLUMNS(strates_columns),
    .fill = strates,
};

enum {
    PARTS_CHAMP,
    PARTS_VALEUR,
    PARTS_PART_PLANS,
    PARTS_DEMI_PLANS,
    PARTS_PART_LIGNES,
    PARTS_DEMI_LIGNES,
    PARTS_EFFET
};
static const struct column parts_columns[] = {
    [PARTS_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [PARTS_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_TEXT, false },
    [PARTS_PART_PLANS] = { "part_plans",
                           { "Part des plans lus", "Share of the plans read" },
                           CELL_SHARE,
                           false },
    [PARTS_DEMI_PLANS] = { "demi_plans", { "±", "±" }, CELL_SHARE, false },
    [PARTS_PART_LIGNES] = { "part_lignes",
                            { "Part des lignes lues", "Share of the lines read" },
                            CELL_SHARE,
                            false },
    [PARTS_DEMI_LIGNES] = { "demi_lignes", { "±", "±" }, CELL_SHARE, false },
    [PARTS_EFFET] = { "effet_grappe", { "Effet de grappe", "Design effect" }, CELL_NUMBER, false },
};

struct worst {
    struct span value;
    double share, half, effect;
};

static void put_value(struct section *s, const struct prevision *x, const struct prevision_champ *c,
                      size_t value, struct worst *worst)
{
    struct prevision_strata plans = aet_perennite_prevision_coded(x, c, value, false),
                            lines = aet_perennite_prevision_coded(x, c, value, true);
    struct design_forecast p = aet_design_forecast(plans.all, plans.drawn, plans.n,
                                                   PREVISION_NIVEAU);
    struct design_forecast l = aet_design_forecast(lines.all, lines.drawn, lines.n,
                                                   PREVISION_NIVEAU);
    double e = l.share.defined ? aet_perennite_prevision_effect(&lines, &l) : 0.0;

    aet_row_begin(s);
    aet_row_word(s, PARTS_CHAMP, c->name);
    aet_row_text(s, PARTS_VALEUR, c->valeurs.list[value]);
    aet_row_number_if(s, PARTS_PART_PLANS, p.share.defined, p.share.value);
    aet_row_number_if(s, PARTS_DEMI_PLANS, p.half.defined, p.half.value);
    aet_row_number_if(s, PARTS_PART_LIGNES, l.share.defined, l.share.value);
    aet_row_number_if(s, PARTS_DEMI_LIGNES, l.half.defined, l.half.value);
    aet_row_number_if(s, PARTS_EFFET, e > 0.0, e);
    aet_row_end(s);
    if (l.half.defined && l.half.value > worst->half)
        *worst = (struct worst){ c->valeurs.list[value], l.share.value, l.half.value, e };
    aet_perennite_prevision_strata_free(&plans);
    aet_perennite_prevision_strata_free(&lines);
}

static void say_worst(struct section *s, const struct prevision_champ *c, const struct worst *w)
{
    static const struct text words = {
        "{champ} : la part de lignes la moins précise sera celle de « {v} » ({part} des lignes "
        "lues), à "
        "± {a} points près. Effet de grappe : {effet}; plus de 1, les lignes d’un plan se "
        "ressemblent.",
        "{champ}: the least precise share of lines will be that of “{v}” ({part} of the lines "
        "read), to "
        "± {a} points. Design effect: {effet}; over 1, the lines of a plan are alike."
    };
    enum lang lang = s->report->lang;
    struct buf part = { 0 }, half = { 0 }, effet = { 0 };

    if (w->half > 0.0)
        say(s, words,
            AET_WORDS(aet_word("champ", c->name), aet_word_span("v", w->value),
                      aet_word_span("part", percent(&part, w->share, lang)),
                      aet_word_span("a", points(&half, w->half, lang)),
                      aet_word_span("effet", points(&effet, w->effect / 100.0, lang))));
    aet_buf_free(&part);
    aet_buf_free(&half);
    aet_buf_free(&effet);
}

static void parts(void *sum, struct section *s)
{
    static const struct text many = {
        "{champ} a plus de {nombre} valeurs : ce ne sont pas des codes, et elles ne sont pas "
        "prévues.",
        "{champ} has more than {nombre} values: they are no codes, and nothing is forecast of them."
    };
    static const struct text read = {
        "D’après les lignes lues, si le tirage portait sur ces plans; une autre année peut "
        "différer.",
        "From the lines read, were these the plans to draw from; another year may differ."
    };
    const struct prevision *x = sum;

    for (size_t i = 0; i < PREVISION_CHAMPS; i++) {
        const struct prevision_champ *c = &x->champs[i];
        uint32_t *sorted = aet_names_sorted(&c->valeurs);
        struct worst worst = { .half = 0.0 };

        for (size_t v = 0; v < c->valeurs.n && !c->trop; v++)
            put_value(s, x, c, sorted[v], &worst);
        if (c->trop)
            say(s, many,
                AET_WORDS(aet_word("champ", c->name), aet_word_uint("nombre", PREVISION_VALEURS)));
        else
            say_worst(s, c, &worst);
        aet_free(sorted);
    }
    if (s->rows)
        aet_section_say(s, read);
}

const struct section_kind aet_perennite_kind_prevision_parts = {
    .key = "prevision_parts",
    .if_any = true,
    .title = { "Ce qu’il dira de parts comme celles-ci",
               "What it will tell of shares such as these" },
    AET_COLUMNS(parts_columns),
    .fill = parts,
};

const struct section_kind *const aet_perennite_prevision_sections[] = {
    &aet_perennite_kind_resume_prevision, &aet_perennite_kind_prevision,
    &aet_perennite_kind_prevision_strates, &aet_perennite_kind_prevision_parts, NULL
};
