/* The sections of --prevoir: how many units it takes to know an agreement, from the codings read,
 * or before there are any. */
#include "accord/accord.h"

#include <math.h>

#include "base/message.h"
#include "stats/agreement/forecast.h"

#define LEVEL 0.95
enum { SIZES = 3, HALVES = 3 };
static const double sizes[SIZES] = { 50, 100, 200 }, halves[HALVES] = { 0.2, 0.1, 0.05 };

#define DEMI_ENUM(P) P##_DEMI_50, P##_DEMI_100, P##_DEMI_200
#define DEMI_COLUMNS(P)                                                                           \
    [P##_DEMI_50] = { "demi_50", { "± avec 50 unités", "± with 50 units" }, CELL_NUMBER, false }, \
    [P##_DEMI_100] = { "demi_100",                                                                \
                       { "± avec 100 unités", "± with 100 units" },                               \
                       CELL_NUMBER,                                                               \
                       false },                                                                   \
    [P##_DEMI_200] = {                                                                            \
        "demi_200", { "± avec 200 unités", "± with 200 units" }, CELL_NUMBER, false               \
    }
#define POUR_ENUM(P) P##_POUR_20, P##_POUR_10, P##_POUR_5
#define POUR_COLUMNS(P)                                                                  \
    [P##_POUR_20] = { "unites_pour_20",                                                  \
                      { "Unités pour ± 0,20", "Units for ± 0.20" },                      \
                      CELL_COUNT,                                                        \
                      false },                                                           \
    [P##_POUR_10] = { "unites_pour_10",                                                  \
                      { "Unités pour ± 0,10", "Units for ± 0.10" },                      \
                      CELL_COUNT,                                                        \
                      false },                                                           \
    [P##_POUR_5] = {                                                                     \
        "unites_pour_5", { "Unités pour ± 0,05", "Units for ± 0.05" }, CELL_COUNT, false \
    }

/* What the codings read tell of those to come: `n` is what was drawn, units or clusters, each of
 * `size` units. */
struct forecast {
    bool known;
    double variance, size, least; /* least: of what is drawn */
};

static struct forecast forecast_of(const struct accord *a, const struct agree_error *e,
                                   uint64_t units)
{
    if (!e->se.defined || !(e->n >= 2.0))
        return (struct forecast){ .known = false };
    return (struct forecast){ true, e->se.value * e->se.value * (e->n - 1.0), (double)units / e->n,
                              a->by_cluster ? ACCORD_CLUSTERS_MIN : 2.0 };
}

static void put_halves(struct section *s, int column, const struct forecast *f)
{
    for (int i = 0; i < SIZES; i++) {
        bool enough = f->known && sizes[i] / f->size >= f->least;
        struct stat_value v = aet_stat_undefined(STAT_TOO_FEW);

        if (enough)
            v = aet_forecast_half(f->variance, sizes[i] / f->size, LEVEL);
        aet_row_number_if(s, column + i, v.defined, v.value);
    }
}

static void put_units(struct section *s, int column, const struct forecast *f)
{
    for (int i = 0; i < HALVES; i++) {
        uint64_t n = f->known ? aet_forecast_units(f->variance, halves[i], LEVEL) : 0;
        double units = ceil(fmax((double)n, f->least) * f->size);

        aet_row_count_if(s, column + i, n > 0, n > 0 ? (int64_t)units : 0);
    }
}

enum {
    PREVISION_CHAMP,
    PREVISION_MESURE,
    PREVISION_VALEUR,
    PREVISION_ERREUR,
    PREVISION_UNITES,
    DEMI_ENUM(PREVISION),
    POUR_ENUM(PREVISION),
    PREVISION_NOTE
};
static const struct column prevision_columns[] = {
    [PREVISION_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [PREVISION_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [PREVISION_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [PREVISION_ERREUR] = { "erreur_type", { "Erreur type", "Standard error" }, CELL_NUMBER, false },
    [PREVISION_UNITES] = { "unites", { "Unités lues", "Units read" }, CELL_COUNT, false },
    DEMI_COLUMNS(PREVISION),
    POUR_COLUMNS(PREVISION),
    [PREVISION_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void measure_row(struct section *s, const struct accord_view *v,
                        const struct accord_measure *m, const struct accord_units *u,
                        const struct agree_options *o)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    struct stat_value value = aet_agree_value(&u->patterns, m->of, o);
    struct agree_error e = aet_agree_error(&u->patterns, u->bundled ? &u->bundles : NULL, m->of, o);
    struct forecast f = forecast_of(v->a, &e, u->pairable);

    aet_row_begin(s);
    aet_row_coded_words(s, PREVISION_CHAMP, c->name, c->title);
    aet_row_coded_words(s, PREVISION_MESURE, m->name, m->title);
    aet_accord_put(s, PREVISION_VALEUR, value);
    aet_accord_put(s, PREVISION_ERREUR, e.se);
    aet_row_count(s, PREVISION_UNITES, (int64_t)u->pairable);
    put_halves(s, PREVISION_DEMI_50, &f);
    put_units(s, PREVISION_POUR_20, &f);
    if (!e.se.defined)
        aet_accord_put_reason(s, PREVISION_NOTE, e.se.reason);
    else
        aet_row_unknown(s, PREVISION_NOTE);
    aet_row_end(s);
}

static void set_rows(struct section *s, const struct accord_view *v)
{
    struct accord_sets sets;
    struct accord_units u;

    aet_accord_sets(v, &sets);
    aet_accord_units_of_sets(v, false, &sets, &u);
    for (size_t m = 0; m < ACCORD_SET_MEASURES; m++) {
        struct agree_options o = aet_accord_agree_sets(&sets, m);

        measure_row(s, v, &aet_accord_set_measures[m], &u, &o);
    }
    aet_accord_units_free(&u);
    aet_accord_sets_free(&sets);
}

static void field(struct section *s, const struct accord_view *v)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    struct agree_options o = aet_accord_agree(v);
    struct accord_units u;
    bool whole;

    if (v->from == v->to)
        return;
    aet_accord_units(v, false, &u);
    whole = !aet_accord_complete(&u.patterns);
    for (size_t i = 0; i < ACCORD_MEASURES; i++)
        if (aet_accord_applies(&aet_accord_measures[i], c, whole))
            measure_row(s, v, &aet_accord_measures[i], &u, &o);
    aet_accord_units_free(&u);
    if (c->presence)
        set_rows(s, v);
}

static void say_clusters(struct section *s, const struct accord *a)
{
    static const struct text clusters = {
        "Par {grappe}, comme l’intervalle ({seuil} au moins, d’autant de {unites} chacun qu’ici en "
        "moyenne) : un {grappe} de plus vaut mieux que plus de {unites} dans les mêmes.",
        "By {grappe}, as the interval ({seuil} at the least, of as many {unites} each as here on "
        "average): one {grappe} more is better than more {unites} in the same."
    };
    const struct accord_grappe *g = a->options.grappe;
    enum lang lang = s->report->lang;
    struct buf note = { 0 };

    aet_words_put(&note, clusters, lang,
                  AET_WORDS(aet_word("grappe", aet_text(g->cluster, lang)),
                            aet_word("unites", aet_text(g->units, lang)),
                            aet_word_uint("seuil", ACCORD_CLUSTERS_MIN)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static void prevision(void *sum, struct section *s)
{
    static const struct text method = {
        "Demi-largeur de l’intervalle « symetrique » à 95 % qu’auraient 50, 100 ou 200 unités, et "
        "combien il en faut pour une demi-largeur donnée, si celles à venir ressemblent à celles "
        "qui sont lues : l’erreur type (Gwet 2014, ch. 5) diminue comme la racine de leur nombre. "
        "Sous une trentaine d’unités lues, cette prévision est elle-même peu sûre.",
        "Half of the 95% interval “symetrique” that 50, 100 or 200 units would have, and how many "
        "it takes for a given half, if those to come are like those read: the standard error (Gwet "
        "2014, ch. 5) goes down as the root of their number. Under some thirty units read, this "
        "forecast is itself unsure."
    };
    const struct accord *a = sum;

    aet_accord_each(a, s, field);
    if (!s->rows)
        return;
    aet_section_say(s, method);
    if (a->by_cluster && a->options.grappe)
        say_clusters(s, a);
}

const struct section_kind aet_kind_accord_prevision = {
    .key = "prevision",
    .led = PREVISION_CHAMP + 1,
    .title = { "Ce qu’il faut d’unités, d’après celles qui sont codées",
               "How many units it takes, by those that are coded" },
    AET_COLUMNS(prevision_columns),
    .fill = prevision,
};

enum {
    CODES_CHAMP,
    CODES_CODE,
    CODES_LIBELLE,
    CODES_UNITES,
    CODES_PART,
    CODES_KAPPA,
    CODES_ERREUR,
    DEMI_ENUM(CODES),
    POUR_ENUM(CODES),
    CODES_NOTE
};
static const struct column codes_columns[] = {
    [CODES_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [CODES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [CODES_UNITES] = { "unites", { "Unités lues", "Units read" }, CELL_COUNT, false },
    [CODES_PART] = { "part", { "Part qui a le code", "Share with the code" }, CELL_SHARE, false },
    [CODES_KAPPA] = { "kappa", { "Kappa", "Kappa" }, CELL_NUMBER, false },
    [CODES_ERREUR] = { "erreur_type", { "Erreur type", "Standard error" }, CELL_NUMBER, false },
    DEMI_COLUMNS(CODES),
    POUR_COLUMNS(CODES),
    [CODES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void code_row(struct section *s, const struct accord_view *v, uint32_t place)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    const struct agree_options o = { .scale = AGREE_NOMINAL };
    struct accord_units u;
    struct agree_error e;
    struct forecast f;
    uint64_t cells[4];

    aet_accord_units_of_code(v, place, &u);
    aet_accord_pooled(&u.patterns, cells);
    e = aet_agree_error(&u.patterns, u.bundled ? &u.bundles : NULL, &aet_agree_kappa, &o);
    f = forecast_of(v->a, &e, u.pairable);
    aet_row_begin(s);
    aet_row_coded_words(s, CODES_CHAMP, c->name, c->title);
    aet_row_text(s, CODES_CODE, aet_accord_id(v, place));
    aet_row_text(s, CODES_LIBELLE, aet_accord_label(v, place, s->report->lang));
    aet_row_count(s, CODES_UNITES, (int64_t)u.pairable);
    aet_row_share(s, CODES_PART, (int64_t)(2 * cells[0] + cells[1] + cells[2]),
                  (int64_t)(2 * (cells[0] + cells[1] + cells[2] + cells[3])));
    aet_accord_put(s, CODES_KAPPA, aet_agree_value(&u.patterns, &aet_agree_kappa, &o));
    aet_accord_put(s, CODES_ERREUR, e.se);
    put_halves(s, CODES_DEMI_50, &f);
    put_units(s, CODES_POUR_20, &f);
    if (!e.se.defined)
        aet_accord_put_reason(s, CODES_NOTE, e.se.reason);
    else
        aet_row_unknown(s, CODES_NOTE);
    aet_row_end(s);
    aet_accord_units_free(&u);
}

static void codes_of(struct section *s, const struct accord_view *v)
{
    for (uint32_t place = 0; v->a->coders.n > 1 && place < v->codes; place++)
        if (v->used[place])
            code_row(s, v, place);
}

static void codes(void *sum, struct section *s)
{
    static const struct text rare = {
        "Le kappa d’un code rare demande le plus d’unités : c’est lui qui décide, si chaque code "
        "doit être connu.",
        "Kappa of a rare code takes the most units: it decides, if each code is to be known."
    };

    aet_accord_each(sum, s, codes_of);
    if (s->rows)
        aet_section_say(s, rare);
}

const struct section_kind aet_kind_accord_prevision_codes = {
    .key = "prevision_codes",
    .led = CODES_CHAMP + 1,
    .title = { "Ce qu’il faut d’unités, code par code", "How many units it takes, code by code" },
    AET_COLUMNS(codes_columns),
    .fill = codes,
};

enum { KAPPA_KAPPA, KAPPA_PART, DEMI_ENUM(KAPPA), POUR_ENUM(KAPPA), KAPPA_AUTRE, KAPPA_TEST };
static const struct column kappa_columns[] = {
    [KAPPA_KAPPA] = { "kappa", { "Kappa attendu", "Kappa expected" }, CELL_NUMBER, false },
    [KAPPA_PART] = { "part", { "Part qui a le code", "Share with the code" }, CELL_SHARE, false },
    DEMI_COLUMNS(KAPPA),
    POUR_COLUMNS(KAPPA),
    [KAPPA_AUTRE] = { "seuil", { "À dépasser", "To be over" }, CELL_NUMBER, false },
    [KAPPA_TEST] = { "unites_test",
                     { "Unités pour le montrer", "Units to show it" },
                     CELL_COUNT,
                     false },
};

static void kappas(void *sum, struct section *s)
{
    static const struct text method = {
        "Avant tout codage : un code, donné ou non par deux personnes à la même part des unités. "
        "Variance de Fleiss, Cohen et Everitt (1969) comme la prend Cantor (1996); unités pour "
        "montrer que kappa dépasse le seuil, par un test unilatéral à 5 %, avec une puissance de "
        "80 %. Un code plus rare que prévu en demande davantage.",
        "Before any coding: a code, given or not by two people to the same share of the units. "
        "Variance of Fleiss, Cohen & Everitt (1969) as Cantor (1996) takes it; units to show that "
        "kappa is over the threshold, by a one-sided test at 5%, with a power of 80%. A code rarer "
        "than expected takes more."
    };
    static const double expected[] = { 0.8, 0.6, 0.4 }, over[] = { 0.6, 0.4, 0.2 };
    static const int64_t percents[] = { 50, 30, 10, 5 };

    (void)sum;
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        for (size_t i = 0; i < sizeof percents / sizeof *percents; i++) {
            double part = (double)percents[i] / 100.0;
            struct forecast f = { true, aet_kappa_variance(expected[k], part, part).value, 1.0,
                                  2.0 };

            aet_row_begin(s);
            aet_row_number_if(s, KAPPA_KAPPA, true, expected[k]);
            aet_row_share(s, KAPPA_PART, percents[i], 100);
            put_halves(s, KAPPA_DEMI_50, &f);
            put_units(s, KAPPA_POUR_20, &f);
            aet_row_number_if(s, KAPPA_AUTRE, true, over[k]);
            aet_row_count(
                s, KAPPA_TEST,
                (int64_t)aet_kappa_test_units(expected[k], over[k], part, part, 0.05, 0.8));
            aet_row_end(s);
        }
    }
    aet_section_say(s, method);
}

const struct section_kind aet_kind_accord_prevision_kappa = {
    .key = "prevision_kappa",
    .title = { "Ce qu’il faut d’unités avant tout codage",
               "How many units it takes before any coding" },
    AET_COLUMNS(kappa_columns),
    .fill = kappas,
    .mask = { .kind = MASK_OPEN },
};
