/* From counts to the sections of the report (share/schemas/perennite-bilan.json): their order, what
 * it says in short, the groups, the statuses. */
#include "perennite/bilan_report.h"

#include "perennite/bandes.h"
#include "perennite/constats.h"

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

const struct section_kind *const aet_perennite_bilan_sections[] = { &base_kind,
                                                                    &regroupements_kind,
                                                                    &aet_objets_kind,
                                                                    &aet_strategies_kind,
                                                                    &aet_sous_kind,
                                                                    &aet_moyens_kind,
                                                                    &aet_croisement_kind,
                                                                    &statuts_kind,
                                                                    &aet_perennite_bandes_kind,
                                                                    &aet_perennite_constats_kind,
                                                                    NULL };
const struct section_kind *const aet_perennite_constats_sections[] = { &base_kind,
                                                                       &aet_perennite_constats_kind,
                                                                       NULL };

void aet_bilan_note(struct report *r, struct section *s, const char *fr, const char *en)
{
    aet_section_note(r, s, aet_span_z(r->lang == LANG_FR ? fr : en));
}

void aet_bilan_note_count(struct report *r, struct section *s, uint64_t n, const char *fr,
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

void aet_bilan_put_term(struct report *r, struct section *s, const struct table *t, size_t row)
{
    aet_put_text(r, s, aet_cell(t, row, 0));
    aet_put_text(r, s, aet_label(t, row, r->lang));
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
    aet_put_count_if(s, population, (int64_t)population);
    aet_put_share(s, (int64_t)(b->options.tirage ? b->options.tirage->taille : b->plans.n),
                  (int64_t)population);
    if (b->codeurs.n && b->codeurs.list[0].n)
        aet_put_text(r, s, b->codeurs.list[0]);
    else
        aet_put_unknown(s);
    aet_put_count_if(s, !(masque && aet_petit(b, sans_objet)), (int64_t)sans_objet);
    aet_put_count_if(s, !(masque && aet_petit(b, sans_strategie)), (int64_t)sans_strategie);
    aet_put_count_if(s, b->options.tirage, (int64_t)base->sans_mention);
    aet_put_count(s, (int64_t)rejected);
    aet_bilan_note_count(r, s, b->autres, " mention(s) d’autres codeurs, non comptée(s).",
                         " mention(s) of other coders, not counted.");
    aet_bilan_note_count(
        r, s, base->hors_tirage,
        " plan(s) que le procès-verbal n’a pas tiré(s) : sans correction de population finie.",
        " plan(s) that the proces-verbal did not draw: no finite-population correction.");
    if (population && base->plans_differ)
        aet_bilan_note(
            r, s, "Des regroupements ont plusieurs plans : sans correction de population finie.",
            "Some groups have several plans: no finite-population correction.");
    if (masque)
        aet_bilan_note_count(
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
        aet_put_number_if(s, m->shannon[g].defined, m->shannon[g].value);
        unclear += b->groupes[g].niveaux && m->niveau[g] == NO_ROW;
    }
    if (b->options.masquer)
        aet_bilan_note(r, s, "Masqués : ce tableau donnerait de petits comptes.",
                       "Hidden: this table would give small counts away.");
    aet_bilan_note_count(r, s, unclear, " regroupement(s) de plusieurs niveaux.",
                         " group(s) of several levels.");
    aet_free(sorted);
}

static void statuts(const struct somme *b, const struct totaux *t, struct report *r)
{
    struct section *s = aet_report_section(r, &statuts_kind);
    uint64_t none = 0;

    for (size_t i = 0; i < b->strategies; i++) {
        const struct compte *c = &t->par_statut[i * (STATUTS + 1)];

        aet_bilan_put_term(r, s, b->k->strategies, i);
        for (int k = 0; k < STATUTS; k++) {
            aet_put_count_if(s, !c[k].masque, (int64_t)c[k].mentions);
        }
        none += c[STATUT_NONE].mentions;
    }
    if (!aet_petit(b, none))
        aet_bilan_note_count(r, s, none, " mention(s) sans statut.",
                             " mention(s) without a status.");
}

void aet_somme_finish(struct somme *b, struct report *r, uint64_t rejected)
{
    struct base ground = aet_somme_base(b);
    struct mesures m;
    struct totaux t;
    struct constats_donnees d = { b, &m, &t, ground.population };

    aet_mesures(&m, b);
    aet_totaux(&t, b);
    base(b, &ground, r, rejected);
    regroupements(b, &m, r);
    aet_parts_report(b, &t, &ground, r);
    aet_moyens_report(b, &t, r);
    aet_croisement_report(b, &t, r);
    statuts(b, &t, r);
    aet_perennite_bandes_report(b, &m, r);
    aet_perennite_constats_report(&d, r);
    aet_totaux_free(&t);
    aet_mesures_free(&m);
}

void aet_constats_finish(struct somme *b, struct report *r, uint64_t rejected)
{
    struct base ground = aet_somme_base(b);
    struct mesures m;
    struct totaux t;
    struct constats_donnees d = { b, &m, &t, ground.population };

    aet_mesures(&m, b);
    aet_totaux(&t, b);
    base(b, &ground, r, rejected);
    aet_perennite_constats_report(&d, r);
    aet_totaux_free(&t);
    aet_mesures_free(&m);
}
