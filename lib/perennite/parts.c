/* The sections of objects, strategies, sub-strategies: how many groups have them, with intervals;
 * and the means. */
#include "perennite/bilan_report.h"

#include "stats/proportion.h"

#define PART_COLUMNS                                                                    \
    { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },                      \
        { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },          \
        { "part", { "Part des regroupements", "Share of groups" }, CELL_SHARE, false }, \
        { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_SHARE, false },            \
        { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_SHARE, false },         \
    {                                                                                   \
        "note", { "Note", "Note" }, CELL_TEXT, false                                    \
    }

static const struct column objets_columns[] = {
    { "objet", { "Objet", "Object" }, CELL_CODE, true },
    { "libelle", { "Objet", "Object" }, CELL_TEXT, false },
    PART_COLUMNS,
};
const struct section_kind aet_objets_kind = {
    "objets",
    { "Ce que les regroupements veulent pérenniser", "What groups mean to sustain" },
    objets_columns,
    N(objets_columns),
    false,
    { VIEW_BARS, 1, 0, 4, 1 }
};

static const struct column strategies_columns[] = {
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    { "libelle", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    PART_COLUMNS,
};
const struct section_kind aet_strategies_kind = { "strategies",
                                                  { "Par quelles stratégies",
                                                    "By which strategies" },
                                                  strategies_columns,
                                                  N(strategies_columns),
                                                  false,
                                                  { VIEW_BARS, 1, 0, 4, 1 } };

static const struct column sous_columns[] = {
    { "sous_strategie", { "Sous-stratégie", "Sub-strategy" }, CELL_CODE, true },
    { "libelle", { "Sous-stratégie", "Sub-strategy" }, CELL_TEXT, false },
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, false },
    PART_COLUMNS,
};
const struct section_kind aet_sous_kind = { "sous_strategies",
                                            { "Par quelles sous-stratégies",
                                              "By which sub-strategies" },
                                            sous_columns,
                                            N(sous_columns),
                                            false,
                                            { VIEW_BARS, 1, 0, 5, 1 } };

static const struct column moyens_columns[] = {
    { "moyen", { "Moyen", "Means" }, CELL_CODE, true },
    { "libelle", { "Moyen", "Means" }, CELL_TEXT, false },
    { "sous_strategie", { "Sous-stratégie", "Sub-strategy" }, CELL_CODE, false },
    { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
};
const struct section_kind aet_moyens_kind = {
    "moyens",       { "Par quels moyens", "By which means" },
    moyens_columns, N(moyens_columns),
    false,          AET_VIEW_TABLE
};

/* mentions regroupements part ic_bas ic_haut note */
static void put_part(struct report *r, struct section *s, const struct compte *c,
                     const struct base *base)
{
    struct stat_interval ic = aet_wilson(c->regroupements, base->n, base->population, 0.95);

    if (c->masque) {
        for (int i = 0; i < 5; i++)
            aet_put_unknown(s);
        aet_put_text(r, s, aet_span_z(r->lang == LANG_FR ? "masqué" : "hidden"));
        return;
    }
    aet_put_count(s, (int64_t)c->mentions);
    aet_put_count(s, (int64_t)c->regroupements);
    aet_put_share(s, (int64_t)c->regroupements, (int64_t)base->n);
    aet_put_number_if(s, ic.low.defined, ic.low.value);
    aet_put_number_if(s, ic.high.defined, ic.high.value);
    if (base->n >= BILAN_PETIT)
        aet_put_unknown(s);
    else
        aet_put_text(r, s,
                     aet_span_z(r->lang == LANG_FR
                                    ? "moins de 5 regroupements : à lire avec prudence"
                                    : "fewer than 5 groups: read with caution"));
}

static void note_intervals(struct report *r, struct section *s, const struct base *base)
{
    if (base->population)
        aet_bilan_note(r, s,
                       "IC : Wilson, corrigé pour une population finie (les plans sont l’unité).",
                       "CI: Wilson, with the finite-population correction (plans are the unit).");
    else
        aet_bilan_note(r, s, "IC : Wilson, sans correction de population finie.",
                       "CI: Wilson, without finite-population correction.");
}

void aet_parts_report(const struct somme *b, const struct totaux *t, const struct base *base,
                      struct report *r)
{
    struct section *s = aet_report_section(r, &aet_objets_kind);

    for (size_t o = 0; o < b->objets; o++) {
        aet_bilan_put_term(r, s, b->k->objets, o);
        put_part(r, s, &t->par_objet[o], base);
    }
    note_intervals(r, s, base);
    s = aet_report_section(r, &aet_strategies_kind);
    for (size_t i = 0; i < b->strategies; i++) {
        aet_bilan_put_term(r, s, b->k->strategies, i);
        put_part(r, s, &t->par_strategie[i], base);
    }
    note_intervals(r, s, base);
    s = aet_report_section(r, &aet_sous_kind);
    for (size_t k = 0; k < b->sous; k++) {
        aet_bilan_put_term(r, s, b->k->sous, k);
        aet_put_text(r, s, aet_cell(b->k->strategies, (size_t)b->k->strategie_of[k], 0));
        put_part(r, s, &t->par_sous[k], base);
    }
    note_intervals(r, s, base);
}

void aet_moyens_report(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *s = aet_report_section(r, &aet_moyens_kind);

    for (size_t m = 0; m < b->moyens && !b->options.masquer; m++) {
        if (!t->par_moyen[m].mentions)
            continue;
        aet_bilan_put_term(r, s, b->k->moyens, m);
        aet_put_text(r, s, aet_cell(b->k->sous, (size_t)b->k->sous_of[m], 0));
        aet_put_count(s, (int64_t)t->par_moyen[m].mentions);
        aet_put_count(s, (int64_t)t->par_moyen[m].regroupements);
    }
    if (b->options.masquer)
        aet_bilan_note(r, s, "Masqués : ce tableau donnerait de petits comptes.",
                       "Hidden: this table would give small counts away.");
    else
        aet_bilan_note(r, s, "Les moyens que le document nomme et que des mentions emploient.",
                       "The means that the document names and that mentions use.");
}
