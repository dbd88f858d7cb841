/* The section of strategies by objects: counts, shares, adjusted residuals. */
#include "perennite/sections.h"

#include "stats/contingency.h"

enum {
    CROISEMENT_OBJET,
    CROISEMENT_LIBELLE_OBJET,
    CROISEMENT_STRATEGIE,
    CROISEMENT_LIBELLE_STRATEGIE,
    CROISEMENT_MENTIONS,
    CROISEMENT_REGROUPEMENTS,
    CROISEMENT_PART_OBJET,
    CROISEMENT_IC_BAS,
    CROISEMENT_IC_HAUT,
    CROISEMENT_RESIDU
};
static const struct column croisement_columns[] = {
    [CROISEMENT_OBJET] = { "objet", { "Objet", "Object" }, CELL_CODE, true },
    [CROISEMENT_LIBELLE_OBJET] = { "libelle_objet", { "Objet", "Object" }, CELL_TEXT, false },
    [CROISEMENT_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    [CROISEMENT_LIBELLE_STRATEGIE] = { "libelle_strategie",
                                       { "Stratégie", "Strategy" },
                                       CELL_TEXT,
                                       false },
    [CROISEMENT_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    [CROISEMENT_REGROUPEMENTS] = { "regroupements",
                                   { "Regroupements", "Groups" },
                                   CELL_COUNT,
                                   false },
    [CROISEMENT_PART_OBJET] = { "part_objet",
                                { "Part de l’objet", "Share of the object" },
                                CELL_SHARE,
                                false },
    [CROISEMENT_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_SHARE, false },
    [CROISEMENT_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_SHARE, false },
    [CROISEMENT_RESIDU] = { "residu",
                            { "Résidu ajusté", "Adjusted residual" },
                            CELL_NUMBER,
                            false },
};

/* Mentions of an object whose strategy is known: what shares, residuals and findings are of. */
static uint64_t known(const struct totaux *t, size_t o)
{
    return t->par_objet[o].mentions - aet_perennite_cellule(t, o, t->strategies)->mentions;
}

static struct stat_value residual(const struct totaux *t, size_t o, size_t s)
{
    uint64_t column = 0;

    for (size_t i = 0; i < t->objets; i++)
        column += aet_perennite_cellule(t, i, s)->mentions;
    return aet_adjusted_residual(aet_perennite_cellule(t, o, s)->mentions, known(t, o), column,
                                 t->croisees);
}

static uint64_t of_cell(const struct somme *b, size_t g, size_t o, size_t s)
{
    return aet_perennite_groupe_cell(b, g, o, s);
}

/* Of an object: those whose strategy is known. */
static uint64_t of_objet(const struct somme *b, size_t g, size_t o, size_t s)
{
    (void)s;
    return aet_perennite_groupe_objet(b, g, o) - aet_perennite_groupe_cell(b, g, o, b->strategies);
}

static struct strates_part share_of(const struct summed *e, size_t o, size_t s)
{
    return aet_perennite_strates_part(&e->strates, e->b, of_cell, of_objet, o, s);
}

/* Whether the shares of an object are hidden. Weighed by strata they hold what each stratum has,
 * and all but one of them give the last away: all go when one does. */
static bool hides_shares(const struct summed *e, size_t o)
{
    uint64_t rest = aet_perennite_cellule(e->t, o, e->t->strategies)->mentions;
    bool any = e->t->par_objet[o].masque || aet_perennite_petit(e->b, rest);

    if (e->b->options.masquer && e->strates.ponderees)
        for (size_t s = 0; s < e->b->strategies; s++)
            any |= aet_perennite_cellule(e->t, o, s)->masque || share_of(e, o, s).petite;
    return any;
}

/* The strategy’s share of the object’s mentions, plans being clusters of them. Under --masquer no
 * interval: how much plans differ would tell how many mentions each has. */
static void put_share(struct section *x, const struct summed *e, size_t o, size_t s, bool shown)
{
    struct design_share d = share_of(e, o, s).share;
    bool precise = shown && !e->b->options.masquer;

    aet_row_number_if(x, CROISEMENT_PART_OBJET, shown && d.share.defined, d.share.value);
    aet_row_number_if(x, CROISEMENT_IC_BAS, precise && d.ci.low.defined, d.ci.low.value);
    aet_row_number_if(x, CROISEMENT_IC_HAUT, precise && d.ci.high.defined, d.ci.high.value);
}

static void put_cell(struct section *x, const struct summed *e, size_t o, size_t s, bool hides)
{
    const struct totaux *t = e->t;
    const struct compte *c = aet_perennite_cellule(t, o, s);
    struct stat_value residu = residual(t, o, s);
    bool margin = t->par_objet[o].masque || t->par_strategie[s].masque || t->restes;

    aet_row_count_if(x, CROISEMENT_MENTIONS, !c->masque, (int64_t)c->mentions);
    aet_row_count_if(x, CROISEMENT_REGROUPEMENTS, !c->masque && !c->presque,
                     (int64_t)c->regroupements);
    put_share(x, e, o, s, !c->masque && !hides);
    aet_row_number_if(x, CROISEMENT_RESIDU, !c->masque && !margin && residu.defined, residu.value);
}

static void say_left_out(struct section *x, const struct somme *b, const struct totaux *t)
{
    static const struct text one = { "mention d’un objet laissée de côté : sans stratégie connue.",
                                     "mention of an object left out: without a known strategy." };
    static const struct text many = {
        "mentions d’un objet laissées de côté : sans stratégie connue.",
        "mentions of an object left out: without a known strategy."
    };
    int64_t out = 0;
    bool small = false;

    for (size_t o = 0; o < t->objets; o++) {
        uint64_t rest = aet_perennite_cellule(t, o, t->strategies)->mentions;

        small |= aet_perennite_petit(b, rest);
        out += (int64_t)rest;
    }
    if (!small)
        aet_section_say_count(x, out, one, many);
}

static void say_shares(struct section *x, const struct summed *e)
{
    static const struct text clusters = {
        "IC de la part : les mentions d’un regroupement se ressemblent; variance linéarisée d’un "
        "rapport, les regroupements étant les grappes (corrigée quand la population est connue), "
        "et Wilson sur l’effectif efficace.",
        "CI of the share: mentions of a group are alike; linearised variance of a ratio, groups "
        "being the clusters (corrected when the population is known), and Wilson on the effective "
        "size."
    };
    static const struct text weighed = {
        "Part pondérée par strate; son IC : les mentions d’un plan se ressemblent; variance "
        "linéarisée d’un rapport, par strate, les plans étant les grappes, avec la correction de "
        "population finie, et Wilson sur l’effectif efficace.",
        "Share weighted by stratum; its CI: the mentions of a plan are alike; linearised variance "
        "of a ratio, by stratum, plans being the clusters, with the finite-population correction, "
        "and Wilson on the effective size."
    };
    static const struct text hidden = {
        "Les parts d’un objet sont toutes masquées dès que l’une donnerait un petit compte d’une "
        "strate; les IC le sont toujours.",
        "All shares of an object are hidden as soon as one would give a small count of a stratum "
        "away; CIs always are."
    };

    if (e->strates.ponderees && e->b->options.masquer)
        aet_section_say(x, hidden);
    else if (!e->b->options.masquer)
        aet_section_say(x, e->strates.ponderees ? weighed : clusters);
}

static void croisement(void *sum, struct section *x)
{
    static const struct text reading = {
        "Parts et résidus : parmi les mentions dont l’objet et la stratégie sont connus. Résidu "
        "ajusté : au-delà de 2 (ou en deçà de −2), la stratégie va avec l’objet plus (ou "
        "moins) que par hasard; descriptif, car les mentions d’un regroupement ne sont pas "
        "indépendantes.",
        "Shares and residuals: among the mentions whose object and strategy are known. "
        "Adjusted residual: over 2 (or under −2), the strategy goes with the object more (or less) "
        "than by chance; descriptive, as the mentions of a group are not independent."
    };
    static const struct text rough = {
        "Un effectif attendu est sous 5 : les résidus sont approximatifs.",
        "An expected count is under 5: the residuals are approximate."
    };
    const struct summed *e = sum;
    const struct somme *b = e->b;
    const struct totaux *t = e->t;
    uint64_t *cells = aet_calloc(b->objets * b->strategies + 1, sizeof *cells);
    struct chi2 chi2;
    bool masque = false;

    for (size_t o = 0; o < b->objets; o++) {
        bool hides = hides_shares(e, o);

        for (size_t s = 0; s < b->strategies; s++) {
            aet_row_begin(x);
            aet_perennite_put_term(x, CROISEMENT_OBJET, b->k->objets, o);
            aet_perennite_put_term(x, CROISEMENT_STRATEGIE, b->k->strategies, s);
            put_cell(x, e, o, s, hides);
            aet_row_end(x);
            cells[o * b->strategies + s] = aet_perennite_cellule(t, o, s)->mentions;
            masque |= aet_perennite_cellule(t, o, s)->masque;
        }
    }
    say_shares(x, e);
    aet_section_say(x, reading);
    say_left_out(x, b, t);
    chi2 = aet_chi2_test(cells, b->objets, b->strategies);
    if (chi2.smallest.defined && chi2.smallest.value < BILAN_PETIT && !masque)
        aet_section_say(x, rough);
    aet_free(cells);
}

const struct section_kind aet_perennite_kind_croisement = {
    .key = "croisement",
    .led = CROISEMENT_LIBELLE_OBJET + 1,
    .title = { "Quelles stratégies pour quels objets", "Which strategies for which objects" },
    AET_COLUMNS(croisement_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = CROISEMENT_LIBELLE_OBJET,
              .across = CROISEMENT_LIBELLE_STRATEGIE,
              .from = CROISEMENT_MENTIONS,
              .to = CROISEMENT_MENTIONS },
    .fill = croisement,
    .mask = { .kind = MASK_OWN },
};
