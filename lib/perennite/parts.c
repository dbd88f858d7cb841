/* The sections of objects, strategies, sub-strategies: how many groups have them, with intervals;
 * and the means. */
#include "perennite/sections.h"

#include "stats/proportion.h"

/* The columns that tell of a part of the groups, in this order. */
#define PART_ENUM(P) P##_MENTIONS, P##_REGROUPEMENTS, P##_PART, P##_IC_BAS, P##_IC_HAUT, P##_NOTE
#define PART_COLUMNS(P)                                                                          \
    [P##_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },              \
    [P##_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false }, \
    [P##_PART] = { "part", { "Part des regroupements", "Share of groups" }, CELL_SHARE, false }, \
    [P##_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_SHARE, false },          \
    [P##_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_SHARE, false },      \
    [P##_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false }

enum { PART_ENUM(PART) }; /* from the first of them */

/* Whom a part is of: rows of a table, counted group by group. */
struct part_of {
    aet_perennite_count *of;
    size_t row;
    const struct compte *all;
};

static uint64_t of_objet(const struct somme *b, size_t g, size_t row, size_t other)
{
    (void)other;
    return aet_perennite_groupe_objet(b, g, row);
}

static uint64_t of_strategie(const struct somme *b, size_t g, size_t row, size_t other)
{
    (void)other;
    return aet_perennite_groupe_strategie(b, g, row);
}

static uint64_t of_sous(const struct somme *b, size_t g, size_t row, size_t other)
{
    (void)other;
    return aet_perennite_groupe_sous(b, g, row);
}

/* Share and interval, weighed by strata. False: they would give a stratum away. */
static bool put_weighed(struct section *s, int first, const struct part_of *p,
                        const struct summed *x)
{
    struct strates_part w = aet_perennite_strates_part(&x->strates, x->b, p->of, NULL, p->row, 0);

    aet_row_number_if(s, first + PART_PART, !w.petite && w.share.share.defined,
                      w.share.share.value);
    aet_row_number_if(s, first + PART_IC_BAS, !w.petite && w.share.ci.low.defined,
                      w.share.ci.low.value);
    aet_row_number_if(s, first + PART_IC_HAUT, !w.petite && w.share.ci.high.defined,
                      w.share.ci.high.value);
    return !w.petite;
}

static bool put_plain(struct section *s, int first, const struct part_of *p,
                      const struct base *base)
{
    struct stat_interval ic = aet_wilson(p->all->regroupements, base->n, base->population, 0.95);

    aet_row_share(s, first + PART_PART, (int64_t)p->all->regroupements, (int64_t)base->n);
    aet_row_number_if(s, first + PART_IC_BAS, ic.low.defined, ic.low.value);
    aet_row_number_if(s, first + PART_IC_HAUT, ic.high.defined, ic.high.value);
    return true;
}

static void put_part(struct section *s, int first, const struct part_of *p, const struct summed *x)
{
    static const struct text hidden = { "masqué", "hidden" };
    static const struct text hidden_share = {
        "part masquée : elle donnerait un petit compte d’une strate",
        "share hidden: it would give a small count of a stratum away"
    };
    static const struct text few = { "moins de 5 regroupements : à lire avec prudence",
                                     "fewer than 5 groups: read with caution" };
    const struct compte *c = p->all;

    aet_row_count_if(s, first + PART_MENTIONS, !c->masque, (int64_t)c->mentions);
    if (c->masque || c->presque) {
        for (int i = PART_REGROUPEMENTS; i <= PART_IC_HAUT; i++)
            aet_row_unknown(s, first + i);
        aet_row_words(s, first + PART_NOTE, hidden);
        return;
    }
    aet_row_count(s, first + PART_REGROUPEMENTS, (int64_t)c->regroupements);
    if (!(x->strates.ponderees ? put_weighed(s, first, p, x) : put_plain(s, first, p, &x->base)))
        aet_row_words(s, first + PART_NOTE, hidden_share);
    else if (x->base.n >= BILAN_PETIT)
        aet_row_unknown(s, first + PART_NOTE);
    else
        aet_row_words(s, first + PART_NOTE, few);
}

static void note_intervals(struct section *s, const struct summed *x)
{
    static const struct text finite = {
        "IC : Wilson, corrigé pour une population finie (les plans sont l’unité).",
        "CI: Wilson, with the finite-population correction (plans are the unit)."
    };
    static const struct text infinite = { "IC : Wilson, sans correction de population finie.",
                                          "CI: Wilson, without finite-population correction." };
    static const struct text weighed = {
        "Part : des plans de la population, pondérée par strate. IC : Wilson sur l’effectif "
        "efficace (Korn et Graubard 1998), d’après la variance du tirage par strates et sa "
        "correction de population finie.",
        "Share: of the plans of the population, weighted by stratum. CI: Wilson on the effective "
        "size (Korn and Graubard 1998), from the variance of the draw by strata with its "
        "finite-population correction."
    };

    aet_section_say(s, x->strates.ponderees ? weighed : x->base.population ? finite : infinite);
}

enum { OBJETS_OBJET, OBJETS_LIBELLE, PART_ENUM(OBJETS) };
static const struct column objets_columns[] = {
    [OBJETS_OBJET] = { "objet", { "Objet", "Object" }, CELL_CODE, true },
    [OBJETS_LIBELLE] = { "libelle", { "Objet", "Object" }, CELL_TEXT, false },
    PART_COLUMNS(OBJETS),
};

static void objets(void *sum, struct section *s)
{
    const struct summed *x = sum;

    for (size_t o = 0; o < x->b->objets; o++) {
        aet_row_begin(s);
        aet_perennite_put_term(s, OBJETS_OBJET, x->b->k->objets, o);
        put_part(s, OBJETS_MENTIONS, &(struct part_of){ of_objet, o, &x->t->par_objet[o] }, x);
        aet_row_end(s);
    }
    note_intervals(s, x);
}

const struct section_kind aet_perennite_kind_objets = {
    .key = "objets",
    .brief = 4,
    .title = { "Ce que les regroupements veulent pérenniser", "What groups mean to sustain" },
    AET_COLUMNS(objets_columns),
    .view = { .kind = VIEW_BARS, .label = OBJETS_LIBELLE, .from = OBJETS_PART, .to = OBJETS_PART },
    .fill = objets,
    .mask = { .kind = MASK_OWN },
};

enum { STRATEGIES_STRATEGIE, STRATEGIES_LIBELLE, PART_ENUM(STRATEGIES) };
static const struct column strategies_columns[] = {
    [STRATEGIES_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    [STRATEGIES_LIBELLE] = { "libelle", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    PART_COLUMNS(STRATEGIES),
};

static void strategies(void *sum, struct section *s)
{
    const struct summed *x = sum;

    for (size_t i = 0; i < x->b->strategies; i++) {
        aet_row_begin(s);
        aet_perennite_put_term(s, STRATEGIES_STRATEGIE, x->b->k->strategies, i);
        put_part(s, STRATEGIES_MENTIONS,
                 &(struct part_of){ of_strategie, i, &x->t->par_strategie[i] }, x);
        aet_row_end(s);
    }
    note_intervals(s, x);
}

const struct section_kind aet_perennite_kind_strategies = {
    .key = "strategies",
    .title = { "Par quelles stratégies", "By which strategies" },
    AET_COLUMNS(strategies_columns),
    .view = { .kind = VIEW_BARS,
              .label = STRATEGIES_LIBELLE,
              .from = STRATEGIES_PART,
              .to = STRATEGIES_PART },
    .fill = strategies,
    .mask = { .kind = MASK_OWN },
};

enum { SOUS_SOUS_STRATEGIE, SOUS_LIBELLE, SOUS_STRATEGIE, PART_ENUM(SOUS) };
static const struct column sous_columns[] = {
    [SOUS_SOUS_STRATEGIE] = { "sous_strategie",
                              { "Sous-stratégie", "Sub-strategy" },
                              CELL_CODE,
                              true },
    [SOUS_LIBELLE] = { "libelle", { "Sous-stratégie", "Sub-strategy" }, CELL_TEXT, false },
    [SOUS_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, false },
    PART_COLUMNS(SOUS),
};

static void sous_strategies(void *sum, struct section *s)
{
    const struct summed *x = sum;
    const struct perennite_knowledge *k = x->b->k;

    for (size_t i = 0; i < x->b->sous; i++) {
        aet_row_begin(s);
        aet_perennite_put_term(s, SOUS_SOUS_STRATEGIE, k->sous, i);
        aet_row_coded(s, SOUS_STRATEGIE, aet_cell(k->strategies, (size_t)k->strategie_of[i], 0),
                      aet_label(k->strategies, (size_t)k->strategie_of[i], s->report->lang));
        put_part(s, SOUS_MENTIONS, &(struct part_of){ of_sous, i, &x->t->par_sous[i] }, x);
        aet_row_end(s);
    }
    note_intervals(s, x);
}

const struct section_kind aet_perennite_kind_sous = {
    .key = "sous_strategies",
    .title = { "Par quelles sous-stratégies", "By which sub-strategies" },
    AET_COLUMNS(sous_columns),
    .view = { .kind = VIEW_BARS, .label = SOUS_LIBELLE, .from = SOUS_PART, .to = SOUS_PART },
    .fill = sous_strategies,
    .mask = { .kind = MASK_OWN },
};

enum { MOYENS_MOYEN, MOYENS_LIBELLE, MOYENS_SOUS_STRATEGIE, MOYENS_MENTIONS, MOYENS_REGROUPEMENTS };
static const struct column moyens_columns[] = {
    [MOYENS_MOYEN] = { "moyen", { "Moyen", "Means" }, CELL_CODE, true },
    [MOYENS_LIBELLE] = { "libelle", { "Moyen", "Means" }, CELL_TEXT, false },
    [MOYENS_SOUS_STRATEGIE] = { "sous_strategie",
                                { "Sous-stratégie", "Sub-strategy" },
                                CELL_CODE,
                                false },
    [MOYENS_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    [MOYENS_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
};

static void moyens(void *sum, struct section *s)
{
    static const struct text named = {
        "Les moyens que le document nomme et que des mentions emploient.",
        "The means that the document names and that mentions use."
    };
    const struct summed *x = sum;
    const struct perennite_knowledge *k = x->b->k;
    bool masque = x->b->options.masquer > 0;

    for (size_t m = 0; m < x->b->moyens && !masque; m++) {
        const struct compte *c = &x->t->par_moyen[m];

        if (!c->mentions)
            continue;
        aet_row_begin(s);
        aet_perennite_put_term(s, MOYENS_MOYEN, k->moyens, m);
        aet_row_coded(s, MOYENS_SOUS_STRATEGIE, aet_cell(k->sous, (size_t)k->sous_of[m], 0),
                      aet_label(k->sous, (size_t)k->sous_of[m], s->report->lang));
        aet_row_count(s, MOYENS_MENTIONS, (int64_t)c->mentions);
        aet_row_count(s, MOYENS_REGROUPEMENTS, (int64_t)c->regroupements);
        aet_row_end(s);
    }
    aet_section_say(s, masque ? aet_perennite_masque : named);
}

const struct section_kind aet_perennite_kind_moyens = {
    .key = "moyens",
    .title = { "Par quels moyens", "By which means" },
    AET_COLUMNS(moyens_columns),
    .fill = moyens,
    .mask = { .kind = MASK_OWN },
};
