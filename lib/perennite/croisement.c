/* The section of strategies by objects: counts, shares, adjusted residuals. */
#include "perennite/bilan_report.h"

#include "stats/contingency.h"

static const struct column croisement_columns[] = {
    { "objet", { "Objet", "Object" }, CELL_CODE, true },
    { "libelle_objet", { "Objet", "Object" }, CELL_TEXT, false },
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    { "libelle_strategie", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    { "part_objet", { "Part de l’objet", "Share of the object" }, CELL_SHARE, false },
    { "residu", { "Résidu ajusté", "Adjusted residual" }, CELL_NUMBER, false },
};
const struct section_kind aet_croisement_kind = { "croisement",
                                                  { "Quelles stratégies pour quels objets",
                                                    "Which strategies for which objects" },
                                                  croisement_columns,
                                                  N(croisement_columns),
                                                  false,
                                                  { VIEW_HEATMAP, 1, 3, 4, 1 } };

static struct stat_value residual(const struct totaux *t, size_t o, size_t s)
{
    uint64_t row = 0, column = 0;

    for (size_t i = 0; i < t->strategies; i++)
        row += aet_cellule(t, o, i)->mentions;
    for (size_t i = 0; i < t->objets; i++)
        column += aet_cellule(t, i, s)->mentions;
    return aet_adjusted_residual(aet_cellule(t, o, s)->mentions, row, column, t->croisees);
}

static void put_cell(struct section *x, const struct totaux *t, size_t o, size_t s)
{
    const struct compte *c = aet_cellule(t, o, s);
    struct stat_value residu = residual(t, o, s);
    bool margin = t->par_objet[o].masque || t->par_strategie[s].masque;

    if (c->masque) {
        aet_put_unknown(x);
        aet_put_unknown(x);
    } else {
        aet_put_count(x, (int64_t)c->mentions);
        aet_put_count(x, (int64_t)c->regroupements);
    }
    if (c->masque || t->par_objet[o].masque)
        aet_put_unknown(x);
    else
        aet_put_share(x, (int64_t)c->mentions, (int64_t)t->par_objet[o].mentions);
    aet_put_number_if(x, !c->masque && !margin && residu.defined, residu.value);
}

void aet_croisement_report(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *x = aet_report_section(r, &aet_croisement_kind);
    uint64_t *cells = aet_calloc(b->objets * b->strategies + 1, sizeof *cells);
    struct chi2 chi2;
    bool masque = false;

    for (size_t o = 0; o < b->objets; o++)
        for (size_t s = 0; s < b->strategies; s++) {
            aet_bilan_put_term(r, x, b->k->objets, o);
            aet_bilan_put_term(r, x, b->k->strategies, s);
            put_cell(x, t, o, s);
            cells[o * b->strategies + s] = aet_cellule(t, o, s)->mentions;
            masque |= aet_cellule(t, o, s)->masque;
        }
    aet_bilan_note(
        r, x,
        "Résidu ajusté : au-delà de 2 (ou en deçà de −2), la stratégie va avec l’objet plus (ou "
        "moins) que par hasard ; descriptif, car les mentions d’un regroupement ne sont pas "
        "indépendantes.",
        "Adjusted residual: over 2 (or under −2), the strategy goes with the object more (or less) "
        "than by chance; descriptive, as the mentions of a group are not independent.");
    chi2 = aet_chi2_test(cells, b->objets, b->strategies);
    if (chi2.smallest.defined && chi2.smallest.value < BILAN_PETIT && !masque)
        aet_bilan_note(r, x, "Un effectif attendu est sous 5 : les résidus sont approximatifs.",
                       "An expected count is under 5: the residuals are approximate.");
    aet_free(cells);
}
