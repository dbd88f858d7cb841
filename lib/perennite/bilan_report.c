/* From counts to the sections of the report (design, appendix). */
#include "perennite/bilan.h"

#include "perennite/bandes.h"
#include "perennite/constats.h"
#include "perennite/totaux.h"
#include "stats/contingency.h"
#include "stats/proportion.h"

#define N(columns) (sizeof(columns) / sizeof *(columns))
enum { SMALL = 5 };

static const struct column base_columns[] = {
    { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    { "population", { "Plans dans la population", "Plans in the population" }, CELL_COUNT, false },
    { "fraction",
      { "Fraction de la population", "Fraction of the population" },
      CELL_SHARE,
      false },
    { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    { "sans_objet", { "Mentions sans objet", "Mentions without an object" }, CELL_COUNT, false },
    { "sans_strategie",
      { "Mentions sans stratégie", "Mentions without a strategy" },
      CELL_COUNT,
      false },
    { "plans_sans_mention",
      { "Plans tirés sans mention", "Plans drawn without a mention" },
      CELL_COUNT,
      false },
    { "rejetes", { "Rejetées à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct section_kind base_kind = { "base",       { "En bref", "In short" },
                                               base_columns, N(base_columns),
                                               true,         AET_VIEW_TABLE };

static const struct column regroupements_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "niveau", { "Niveau", "Level" }, CELL_CODE, false },
    { "bande", { "Bande", "Band" }, CELL_CODE, false },
    { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    { "objets", { "Objets", "Objects" }, CELL_COUNT, false },
    { "strategies", { "Stratégies", "Strategies" }, CELL_COUNT, false },
    { "sous_strategies", { "Sous-stratégies", "Sub-strategies" }, CELL_COUNT, false },
    { "shannon", { "Diversité (Shannon)", "Diversity (Shannon)" }, CELL_NUMBER, false },
};
static const struct section_kind regroupements_kind = { "regroupements",
                                                        { "Regroupements", "Groups" },
                                                        regroupements_columns,
                                                        N(regroupements_columns),
                                                        false,
                                                        AET_VIEW_TABLE };

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
static const struct section_kind objets_kind = {
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
static const struct section_kind strategies_kind = { "strategies",
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
static const struct section_kind sous_kind = { "sous_strategies",
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
static const struct section_kind moyens_kind = {
    "moyens",       { "Par quels moyens", "By which means" },
    moyens_columns, N(moyens_columns),
    false,          AET_VIEW_TABLE
};

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
static const struct section_kind croisement_kind = { "croisement",
                                                     { "Quelles stratégies pour quels objets",
                                                       "Which strategies for which objects" },
                                                     croisement_columns,
                                                     N(croisement_columns),
                                                     false,
                                                     { VIEW_HEATMAP, 1, 3, 4, 1 } };

static const struct column statuts_columns[] = {
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    { "libelle", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    { "prevu", { "Prévu", "Planned" }, CELL_COUNT, false },
    { "applique", { "Appliqué", "Applied" }, CELL_COUNT, false },
};
static const struct section_kind statuts_kind = {
    "statuts",       { "Prévu et appliqué", "Planned and applied" },
    statuts_columns, N(statuts_columns),
    false,           { VIEW_BARS, 1, 0, 2, 2 }
};

const struct section_kind *const aet_perennite_bilan_sections[] = {
    &base_kind,   &regroupements_kind, &objets_kind,  &strategies_kind, &sous_kind,
    &moyens_kind, &croisement_kind,    &statuts_kind, &aet_bandes_kind, &aet_constats_kind,
    NULL
};
const struct section_kind *const aet_perennite_constats_sections[] = { &base_kind,
                                                                       &aet_constats_kind, NULL };

static void note(struct report *r, struct section *s, const char *fr, const char *en)
{
    aet_section_note(r, s, aet_span_z(r->lang == LANG_FR ? fr : en));
}

static void note_count(struct report *r, struct section *s, uint64_t n, const char *fr,
                       const char *en)
{
    struct buf text = { 0 };

    if (!n)
        return;
    aet_buf_uint(&text, n);
    aet_buf_str(&text, r->lang == LANG_FR ? fr : en);
    aet_section_note(r, s, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void base(const struct somme *b, const struct base *base, struct report *r,
                 uint64_t rejected)
{
    uint64_t population = b->options.tirage ? b->options.tirage->population : b->options.population;
    bool masque = b->options.masquer > 0;
    struct section *s = aet_report_section(r, &base_kind);
    uint64_t sans_objet = 0, sans_strategie = 0;

    for (size_t g = 0; g < b->regroupements.n; g++) {
        sans_objet += aet_groupe_objet(b, g, b->objets);
        sans_strategie += aet_groupe_strategie(b, g, b->strategies);
    }
    aet_put_count(s, (int64_t)b->mentions);
    aet_put_count(s, (int64_t)b->plans.n);
    aet_put_count(s, (int64_t)b->regroupements.n);
    if (population)
        aet_put_count(s, (int64_t)population);
    else
        aet_put_unknown(s);
    aet_put_share(s, (int64_t)(b->options.tirage ? b->options.tirage->taille : b->plans.n),
                  (int64_t)population);
    if (b->codeurs.n && b->codeurs.list[0].n)
        aet_put_text(r, s, b->codeurs.list[0]);
    else
        aet_put_unknown(s);
    if (masque && aet_petit(b, sans_objet))
        aet_put_unknown(s);
    else
        aet_put_count(s, (int64_t)sans_objet);
    if (masque && aet_petit(b, sans_strategie))
        aet_put_unknown(s);
    else
        aet_put_count(s, (int64_t)sans_strategie);
    if (b->options.tirage)
        aet_put_count(s, (int64_t)base->sans_mention);
    else
        aet_put_unknown(s);
    aet_put_count(s, (int64_t)rejected);
    note_count(r, s, b->autres, " mention(s) d’autres codeurs, non comptée(s).",
               " mention(s) of other coders, not counted.");
    note_count(
        r, s, base->hors_tirage,
        " plan(s) que le procès-verbal n’a pas tiré(s) : sans correction de population finie.",
        " plan(s) that the proces-verbal did not draw: no finite-population correction.");
    if (population && base->plans_differ)
        note(r, s, "Des regroupements ont plusieurs plans : sans correction de population finie.",
             "Some groups have several plans: no finite-population correction.");
    if (masque)
        note_count(
            r, s, (uint64_t)b->options.masquer,
            " : les comptes plus petits sont masqués, et ce qui les donnerait par soustraction.",
            ": smaller counts are hidden, and what would give them away by subtraction.");
}

static void regroupements(const struct somme *b, const struct mesures *m, struct report *r)
{
    struct section *s = aet_report_section(r, &regroupements_kind);
    uint32_t *sorted = aet_names_sorted(&b->regroupements);
    uint64_t unclear = 0;

    for (size_t i = 0; i < m->n && !b->options.masquer; i++) {
        uint32_t g = sorted[i];

        aet_put_text(r, s, b->regroupements.list[g]);
        if (m->niveau[g] == NO_ROW)
            aet_put_unknown(s);
        else
            aet_put_text(r, s, aet_cell(b->k->niveaux, (size_t)m->niveau[g], 0));
        if (m->bande[g] == BANDE_NONE)
            aet_put_unknown(s);
        else
            aet_put_text(r, s, aet_span_z(aet_bande_ids[m->bande[g]]));
        aet_put_count(s, (int64_t)b->groupes[g].mentions);
        aet_put_count(s, (int64_t)m->objets[g]);
        aet_put_count(s, (int64_t)m->strategies[g]);
        aet_put_count(s, (int64_t)m->sous[g]);
        if (m->shannon[g].defined)
            aet_put_number(s, m->shannon[g].value);
        else
            aet_put_unknown(s);
        unclear += b->groupes[g].niveaux && m->niveau[g] == NO_ROW;
    }
    if (b->options.masquer)
        note(r, s, "Masqués : ce tableau donnerait de petits comptes.",
             "Hidden: this table would give small counts away.");
    note_count(r, s, unclear, " regroupement(s) de plusieurs niveaux.",
               " group(s) of several levels.");
    aet_free(sorted);
}

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
    if (ic.low.defined)
        aet_put_number(s, ic.low.value);
    else
        aet_put_unknown(s);
    if (ic.high.defined)
        aet_put_number(s, ic.high.value);
    else
        aet_put_unknown(s);
    if (base->n >= SMALL)
        aet_put_unknown(s);
    else
        aet_put_text(r, s,
                     aet_span_z(r->lang == LANG_FR
                                    ? "moins de 5 regroupements : à lire avec prudence"
                                    : "fewer than 5 groups: read with caution"));
}

static void put_term(struct report *r, struct section *s, const struct table *t, size_t row)
{
    aet_put_text(r, s, aet_cell(t, row, 0));
    aet_put_text(r, s, aet_label(t, row, r->lang));
}

static void note_intervals(struct report *r, struct section *s, const struct base *base)
{
    if (base->population)
        note(r, s, "IC : Wilson, corrigé pour une population finie (les plans sont l’unité).",
             "CI: Wilson, with the finite-population correction (plans are the unit).");
    else
        note(r, s, "IC : Wilson, sans correction de population finie.",
             "CI: Wilson, without finite-population correction.");
}

static void parts(const struct somme *b, const struct totaux *t, const struct base *base,
                  struct report *r)
{
    struct section *s = aet_report_section(r, &objets_kind);

    for (size_t o = 0; o < b->objets; o++) {
        put_term(r, s, b->k->objets, o);
        put_part(r, s, &t->par_objet[o], base);
    }
    note_intervals(r, s, base);
    s = aet_report_section(r, &strategies_kind);
    for (size_t i = 0; i < b->strategies; i++) {
        put_term(r, s, b->k->strategies, i);
        put_part(r, s, &t->par_strategie[i], base);
    }
    note_intervals(r, s, base);
    s = aet_report_section(r, &sous_kind);
    for (size_t k = 0; k < b->sous; k++) {
        put_term(r, s, b->k->sous, k);
        aet_put_text(r, s, aet_cell(b->k->strategies, (size_t)b->k->strategie_of[k], 0));
        put_part(r, s, &t->par_sous[k], base);
    }
    note_intervals(r, s, base);
}

static void moyens(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *s = aet_report_section(r, &moyens_kind);

    for (size_t m = 0; m < b->moyens && !b->options.masquer; m++) {
        if (!t->par_moyen[m].mentions)
            continue;
        put_term(r, s, b->k->moyens, m);
        aet_put_text(r, s, aet_cell(b->k->sous, (size_t)b->k->sous_of[m], 0));
        aet_put_count(s, (int64_t)t->par_moyen[m].mentions);
        aet_put_count(s, (int64_t)t->par_moyen[m].regroupements);
    }
    if (b->options.masquer)
        note(r, s, "Masqués : ce tableau donnerait de petits comptes.",
             "Hidden: this table would give small counts away.");
    else
        note(r, s, "Les moyens que le document nomme et que des mentions emploient.",
             "The means that the document names and that mentions use.");
}

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
    if (c->masque || margin || !residu.defined)
        aet_put_unknown(x);
    else
        aet_put_number(x, residu.value);
}

static void croisement(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *x = aet_report_section(r, &croisement_kind);
    uint64_t *cells = aet_calloc(b->objets * b->strategies + 1, sizeof *cells);
    struct chi2 chi2;
    bool masque = false;

    for (size_t o = 0; o < b->objets; o++)
        for (size_t s = 0; s < b->strategies; s++) {
            put_term(r, x, b->k->objets, o);
            put_term(r, x, b->k->strategies, s);
            put_cell(x, t, o, s);
            cells[o * b->strategies + s] = aet_cellule(t, o, s)->mentions;
            masque |= aet_cellule(t, o, s)->masque;
        }
    note(
        r, x,
        "Résidu ajusté : au-delà de 2 (ou en deçà de −2), la stratégie va avec l’objet plus (ou "
        "moins) que par hasard ; descriptif, car les mentions d’un regroupement ne sont pas "
        "indépendantes.",
        "Adjusted residual: over 2 (or under −2), the strategy goes with the object more (or less) "
        "than by chance; descriptive, as the mentions of a group are not independent.");
    chi2 = aet_chi2_test(cells, b->objets, b->strategies);
    if (chi2.smallest.defined && chi2.smallest.value < SMALL && !masque)
        note(r, x, "Un effectif attendu est sous 5 : les résidus sont approximatifs.",
             "An expected count is under 5: the residuals are approximate.");
    aet_free(cells);
}

static void statuts(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *s = aet_report_section(r, &statuts_kind);
    uint64_t none = 0;

    for (size_t i = 0; i < b->strategies; i++) {
        const struct compte *c = &t->par_statut[i * (STATUTS + 1)];

        put_term(r, s, b->k->strategies, i);
        for (int k = 0; k < STATUTS; k++) {
            if (c[k].masque)
                aet_put_unknown(s);
            else
                aet_put_count(s, (int64_t)c[k].mentions);
        }
        none += c[STATUT_NONE].mentions;
    }
    if (!aet_petit(b, none))
        note_count(r, s, none, " mention(s) sans statut.", " mention(s) without a status.");
}

void aet_somme_finish(struct somme *b, struct report *r, uint64_t rejected)
{
    struct base ground = aet_somme_base(b);
    struct mesures m;
    struct totaux t;
    struct examen x = { b, &m, &t, ground, r->lang };

    aet_mesures(&m, b);
    aet_totaux(&t, b);
    base(b, &ground, r, rejected);
    regroupements(b, &m, r);
    parts(b, &t, &ground, r);
    moyens(b, &t, r);
    croisement(b, &t, r);
    statuts(b, &t, r);
    aet_bandes_report(b, &m, r);
    aet_constats_report(&x, r);
    aet_totaux_free(&t);
    aet_mesures_free(&m);
}

void aet_constats_finish(struct somme *b, struct report *r, uint64_t rejected)
{
    struct base ground = aet_somme_base(b);
    struct mesures m;
    struct totaux t;
    struct examen x = { b, &m, &t, ground, r->lang };

    aet_mesures(&m, b);
    aet_totaux(&t, b);
    base(b, &ground, r, rejected);
    aet_constats_report(&x, r);
    aet_totaux_free(&t);
    aet_mesures_free(&m);
}
