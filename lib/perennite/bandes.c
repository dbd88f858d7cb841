/* The section bandes. */
#include "perennite/sections.h"

#include "stats/cliff.h"
#include "stats/contingency.h"
#include "stats/fisher.h"
#include "stats/holm.h"
#include "stats/mann_whitney.h"
#include "stats/quantile.h"

/* A measure of each group, divided by band; groups of neither band, or without a value, are left
 * out. Owned. */
struct partage {
    double *valeurs[BANDES];
    size_t n[BANDES];
};

/* The value of a group in the one list or, where it is defined, the other. */
static bool valeur_of(const double *valeurs, const struct stat_value *ou_valeurs, size_t g,
                      double *valeur)
{
    if (valeurs)
        *valeur = valeurs[g];
    else if (ou_valeurs && ou_valeurs[g].defined)
        *valeur = ou_valeurs[g].value;
    else
        return false;
    return true;
}

static void partager(struct partage *p, const struct mesures *m, const double *valeurs,
                     const struct stat_value *ou_valeurs)
{
    for (int b = 0; b < BANDES; b++) {
        p->valeurs[b] = aet_calloc(m->n + 1, sizeof *p->valeurs[b]);
        p->n[b] = 0;
    }
    for (size_t g = 0; g < m->n; g++) {
        enum bande b = m->bande[g];
        double valeur;

        if (b != BANDE_NONE && valeur_of(valeurs, ou_valeurs, g, &valeur))
            p->valeurs[b][p->n[b]++] = valeur;
    }
}

static void partage_free(struct partage *p)
{
    for (int b = 0; b < BANDES; b++)
        aet_free(p->valeurs[b]);
}

/* Groups that have a trait, out of those of each band. */
struct porteurs {
    uint64_t avec[BANDES], n[BANDES];
};

/* One row, before Holm's correction. */
struct ligne {
    char id[80];
    struct span libelle;
    uint64_t n[BANDES];
    struct stat_value valeur[BANDES], p, effet;
    struct stat_interval ic;
    const char *test;
    bool de_parts; /* the effect is a difference of shares; otherwise Cliff's delta */
    bool masque;   /* its figures, and of how many groups they are */
};

static struct ligne distribution(const char *id, struct text libelle, const struct mesures *m,
                                 const double *valeurs, const struct stat_value *ou, enum lang lang)
{
    struct ligne l = { .de_parts = false };
    struct partage p;
    struct mann_whitney test;
    struct cliff effet;

    partager(&p, m, valeurs, ou);
    test = aet_mann_whitney(p.valeurs[BANDE_3_4], p.n[BANDE_3_4], p.valeurs[BANDE_1_2],
                            p.n[BANDE_1_2]);
    effet = aet_cliff_delta(p.valeurs[BANDE_3_4], p.n[BANDE_3_4], p.valeurs[BANDE_1_2],
                            p.n[BANDE_1_2], 0.95);
    strncpy(l.id, id, sizeof l.id - 1);
    l.libelle = aet_span_z(aet_text(libelle, lang));
    for (int b = 0; b < BANDES; b++) {
        l.n[b] = p.n[b];
        l.valeur[b] = aet_quantile(p.valeurs[b], p.n[b], 0.5);
    }
    l.test = test.exact ? "mann_whitney_exact" : "mann_whitney";
    l.p = test.p;
    l.effet = effet.delta;
    l.ic = effet.ci;
    partage_free(&p);
    return l;
}

static struct ligne share(const char *genre, const struct table *t, size_t row,
                          const struct porteurs *x, enum lang lang)
{
    struct ligne l = { .test = "fisher", .de_parts = true };
    struct span id = aet_cell(t, row, 0);
    size_t n = strlen(genre);

    memcpy(l.id, genre, n);
    memcpy(l.id + n, id.p, id.n < sizeof l.id - n ? id.n : sizeof l.id - n - 1);
    l.libelle = aet_label(t, row, lang);
    for (int b = 0; b < BANDES; b++) {
        l.n[b] = x->n[b];
        l.valeur[b] = x->n[b] ? aet_stat_value((double)x->avec[b] / (double)x->n[b])
                              : aet_stat_undefined(STAT_EMPTY);
    }
    l.p = aet_stat_undefined(STAT_EMPTY);
    if (x->n[0] && x->n[1])
        l.p = aet_fisher_test(x->avec[1], x->n[1] - x->avec[1], x->avec[0], x->n[0] - x->avec[0],
                              0.95)
                  .p;
    l.effet = aet_share_difference(x->avec[1], x->n[1], x->avec[0], x->n[0]);
    l.ic = aet_newcombe(x->avec[1], x->n[1], x->avec[0], x->n[0], 0.95);
    return l;
}

static struct porteurs carriers(const struct somme *b, const struct mesures *m, bool objet,
                                size_t row)
{
    struct porteurs x = { { 0 }, { 0 } };

    for (size_t g = 0; g < m->n; g++) {
        enum bande k = m->bande[g];

        if (k == BANDE_NONE)
            continue;
        x.n[k]++;
        x.avec[k] += (objet ? aet_perennite_groupe_objet(b, g, row)
                            : aet_perennite_groupe_strategie(b, g, row)) > 0;
    }
    return x;
}

enum {
    BANDES_INDICATEUR,
    BANDES_LIBELLE,
    BANDES_N_1_2,
    BANDES_N_3_4,
    BANDES_VALEUR_1_2,
    BANDES_VALEUR_3_4,
    BANDES_TEST,
    BANDES_P,
    BANDES_P_HOLM,
    BANDES_EFFET,
    BANDES_EFFET_NOM,
    BANDES_IC_BAS,
    BANDES_IC_HAUT,
    BANDES_NOTE
};
static const struct column columns[] = {
    [BANDES_INDICATEUR] = { "indicateur", { "Indicateur", "Indicator" }, CELL_CODE, true },
    [BANDES_LIBELLE] = { "libelle",
                         { "Indicateur (par regroupement)", "Indicator (by group)" },
                         CELL_TEXT,
                         false },
    [BANDES_N_1_2] = { "n_1_2", { "n, niveaux 1-2", "n, levels 1-2" }, CELL_COUNT, false },
    [BANDES_N_3_4] = { "n_3_4", { "n, niveaux 3-4", "n, levels 3-4" }, CELL_COUNT, false },
    [BANDES_VALEUR_1_2] = { "valeur_1_2", { "Niveaux 1-2", "Levels 1-2" }, CELL_NUMBER, false },
    [BANDES_VALEUR_3_4] = { "valeur_3_4", { "Niveaux 3-4", "Levels 3-4" }, CELL_NUMBER, false },
    [BANDES_TEST] = { "test", { "Test", "Test" }, CELL_CODE, false },
    [BANDES_P] = { "p", { "p", "p" }, CELL_NUMBER, false },
    [BANDES_P_HOLM] = { "p_holm", { "p (Holm)", "p (Holm)" }, CELL_NUMBER, false },
    [BANDES_EFFET] = { "effet", { "Effet", "Effect" }, CELL_NUMBER, false },
    [BANDES_EFFET_NOM] = { "effet_nom",
                           { "Mesure de l’effet", "Effect measure" },
                           CELL_CODE,
                           false },
    [BANDES_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    [BANDES_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    [BANDES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void put_stat(struct section *s, int column, struct stat_value v, bool masque)
{
    aet_row_number_if(s, column, v.defined && !masque, v.value);
}

static void put_note(struct section *s, const struct ligne *l)
{
    static const struct text hidden = { "masqué", "hidden" };
    static const struct text small = {
        "moins de 5 regroupements dans une bande : à lire avec prudence",
        "fewer than 5 groups in a band: read with caution"
    };
    enum stat_reason why = !l->p.defined        ? l->p.reason
                           : !l->ic.low.defined ? l->ic.low.reason
                                                : STAT_NONE;

    if (l->masque)
        aet_row_words(s, BANDES_NOTE, hidden);
    else if (why != STAT_NONE)
        aet_row_words(s, BANDES_NOTE,
                      (struct text){ aet_stat_reason_fr(why), aet_stat_reason_en(why) });
    else if (l->n[0] < 5 || l->n[1] < 5)
        aet_row_words(s, BANDES_NOTE, small);
    else
        aet_row_unknown(s, BANDES_NOTE);
}

static struct text test_name(const char *test)
{
    static const struct {
        const char *code;
        struct text name;
    } tests[] = { { "mann_whitney", { "Mann-Whitney", "Mann-Whitney" } },
                  { "mann_whitney_exact", { "Mann-Whitney exact", "exact Mann-Whitney" } },
                  { "fisher", { "Fisher exact", "Fisher’s exact" } } };
    size_t i = 0;

    while (i + 1 < sizeof tests / sizeof *tests && strcmp(tests[i].code, test) != 0)
        i++;
    return tests[i].name;
}

static void put_effect_name(struct section *s, const struct ligne *l)
{
    static const struct text cliff = { "delta de Cliff", "Cliff’s delta" };
    static const struct text shares = { "écart de parts", "difference of shares" };

    if (l->de_parts)
        aet_row_coded_words(s, BANDES_EFFET_NOM, "ecart_de_parts", shares);
    else
        aet_row_coded_words(s, BANDES_EFFET_NOM, "delta_de_cliff", cliff);
}

static void put_ligne(struct section *s, const struct ligne *l, struct stat_value holm)
{
    aet_row_begin(s);
    aet_row_word(s, BANDES_INDICATEUR, l->id);
    aet_row_text(s, BANDES_LIBELLE, l->libelle);
    aet_row_count_if(s, BANDES_N_1_2, !l->masque, (int64_t)l->n[BANDE_1_2]);
    aet_row_count_if(s, BANDES_N_3_4, !l->masque, (int64_t)l->n[BANDE_3_4]);
    put_stat(s, BANDES_VALEUR_1_2, l->valeur[BANDE_1_2], l->masque);
    put_stat(s, BANDES_VALEUR_3_4, l->valeur[BANDE_3_4], l->masque);
    aet_row_coded_words(s, BANDES_TEST, l->test, test_name(l->test));
    put_stat(s, BANDES_P, l->p, l->masque);
    put_stat(s, BANDES_P_HOLM, holm, l->masque);
    put_stat(s, BANDES_EFFET, l->effet, l->masque);
    put_effect_name(s, l);
    put_stat(s, BANDES_IC_BAS, l->ic.low, l->masque);
    put_stat(s, BANDES_IC_HAUT, l->ic.high, l->masque);
    put_note(s, l);
    aet_row_end(s);
}

static void notes(struct section *s, const struct somme *b, const struct mesures *m)
{
    static const struct text reading = {
        "Valeur : médiane des regroupements, ou part des regroupements qui ont au moins une "
        "mention. "
        "Effet positif : plus haut aux niveaux 3-4. Tests bilatéraux : Mann-Whitney et delta de "
        "Cliff "
        "(intervalle de Feng et Cliff), Fisher exact et écart de parts (intervalle de Newcombe). "
        "Holm sur toutes les lignes. Un plan plus long mentionne plus de choses : lire avec les "
        "deux "
        "premières lignes; les constats comparent à longueur égale.",
        "Value: median of the groups, or share of the groups with at least one mention. Positive "
        "effect: higher at levels 3-4. Two-sided tests: Mann-Whitney and Cliff’s delta (Feng and "
        "Cliff’s interval), Fisher’s exact and difference of shares (Newcombe’s interval). Holm "
        "over "
        "all rows. A longer plan mentions more things: read with the first two rows; findings are "
        "compared at equal length."
    };
    static const struct text one = { "regroupement écarté : sans niveau, ou de plus d’une bande.",
                                     "group left out: without a level, or of more than one band." };
    static const struct text many = {
        "regroupements écartés : sans niveau, ou de plus d’une bande.",
        "groups left out: without a level, or of more than one band."
    };
    int64_t out = 0;

    for (size_t g = 0; g < m->n; g++)
        out += m->bande[g] == BANDE_NONE;
    aet_section_say(s, reading);
    if (!aet_perennite_petit(b, (uint64_t)out))
        aet_section_say_count(s, out, one, many);
}

/* Whether the groups behind a row are so few, in a band, beside it or against those of the others,
 * that their number says who they are. */
static bool few(const struct somme *b, const struct ligne *l, const uint64_t n[BANDES])
{
    uint64_t out = b->unites.n - n[BANDE_1_2] - n[BANDE_3_4];
    bool any = aet_perennite_petit(b, out);

    for (int k = 0; k < BANDES; k++)
        any |= aet_perennite_petite_part(b, l->n[k], n[k]);
    return any;
}

enum { FIRST_ROWS = 6 };

/* How long plans are: what most rows below grow with. */
static void lengths(const struct somme *b, struct ligne l[2], const struct text names[2],
                    const struct mesures *m, enum lang lang)
{
    double *mentions = aet_calloc(m->n + 1, sizeof *mentions);
    double *by_plan = aet_calloc(m->n + 1, sizeof *by_plan);

    for (size_t g = 0; g < m->n; g++) {
        mentions[g] = (double)b->groupes[g].mentions;
        by_plan[g] = mentions[g]; /* a unit is a plan */
    }
    l[0] = distribution("mentions", names[0], m, mentions, NULL, lang);
    l[1] = distribution("mentions_par_plan", names[1], m, by_plan, NULL, lang);
    for (int i = 0; i < 2; i++) /* a median may be the count of one group */
        for (int k = 0; k < BANDES; k++)
            l[i].masque |= l[i].valeur[k].defined &&
                           aet_perennite_petit(b, (uint64_t)l[i].valeur[k].value);
    aet_free(mentions);
    aet_free(by_plan);
}

static void bandes(void *sum, struct section *s)
{
    static const struct text names[] = {
        { "Nombre de mentions", "Number of mentions" },
        { "Mentions par plan", "Mentions by plan" },
        { "Nombre d’objets", "Number of objects" },
        { "Nombre de stratégies", "Number of strategies" },
        { "Nombre de sous-stratégies", "Number of sub-strategies" },
        { "Diversité des stratégies (Shannon)", "Diversity of strategies (Shannon)" }
    };
    const struct summed *x = sum;
    const struct somme *b = x->b;
    const struct mesures *m = x->m;
    enum lang lang = s->report->lang;
    size_t n = FIRST_ROWS + b->objets + b->strategies, k = FIRST_ROWS;
    struct ligne *l = aet_calloc(n, sizeof *l);
    struct stat_value *p = aet_calloc(n, sizeof *p);

    lengths(b, l, names, m, lang);
    l[2] = distribution("objets", names[2], m, m->objets, NULL, lang);
    l[3] = distribution("strategies", names[3], m, m->strategies, NULL, lang);
    l[4] = distribution("sous_strategies", names[4], m, m->sous, NULL, lang);
    l[5] = distribution("shannon", names[5], m, NULL, m->shannon, lang);
    for (size_t i = 0; i < b->objets + b->strategies; i++, k++) {
        bool objet = i < b->objets;
        size_t row = objet ? i : i - b->objets;
        struct porteurs those = carriers(b, m, objet, row);

        l[k] = objet ? share("objet:", b->k->objets, row, &those, lang)
                     : share("strategie:", b->k->strategies, row, &those, lang);
        l[k].masque = (objet ? x->t->par_objet : x->t->par_strategie)[row].bandes;
    }
    for (size_t i = 0; i < n; i++) {
        l[i].masque |= few(b, &l[i], l[0].n);
        p[i] = l[i].p;
    }
    aet_holm(p, p, n);
    for (size_t i = 0; i < n; i++)
        put_ligne(s, &l[i], p[i]);
    notes(s, b, m);
    aet_free(l);
    aet_free(p);
}

const struct section_kind aet_perennite_kind_bandes = {
    .key = "bandes",
    .title = { "Niveaux 1-2 et niveaux 3-4, côte à côte",
               "Levels 1-2 and levels 3-4, side by side" },
    AET_COLUMNS(columns),
    .view = { .kind = VIEW_COMPARE,
              .label = BANDES_LIBELLE,
              .from = BANDES_VALEUR_1_2,
              .to = BANDES_VALEUR_3_4 },
    .fill = bandes,
    .mask = { .kind = MASK_OWN },
};
