/* From counts to the sections of the report: their order, what it says in short, the groups, the
 * statuses. */
#include "base/message.h"
#include "perennite/sections.h"
#include "perennite/resume/resume.h"

enum {
    BASE_MENTIONS,
    BASE_PLANS,
    BASE_REGROUPEMENTS,
    BASE_POPULATION,
    BASE_FRACTION,
    BASE_CODEUR,
    BASE_SANS_OBJET,
    BASE_SANS_STRATEGIE,
    BASE_PLANS_SANS_MENTION,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    [BASE_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    [BASE_PLANS] = { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    [BASE_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    [BASE_POPULATION] = { "population",
                          { "Plans dans la population", "Plans in the population" },
                          CELL_COUNT,
                          false },
    [BASE_FRACTION] = { "fraction",
                        { "Fraction de la population", "Fraction of the population" },
                        CELL_SHARE,
                        false },
    [BASE_CODEUR] = { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    [BASE_SANS_OBJET] = { "sans_objet",
                          { "Mentions sans objet", "Mentions without an object" },
                          CELL_COUNT,
                          false },
    [BASE_SANS_STRATEGIE] = { "sans_strategie",
                              { "Mentions sans stratégie", "Mentions without a strategy" },
                              CELL_COUNT,
                              false },
    [BASE_PLANS_SANS_MENTION] = { "plans_sans_mention",
                                  { "Plans tirés sans mention", "Plans drawn without a mention" },
                                  CELL_COUNT,
                                  false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetées à la lecture"),
};

/* How many, unless --masquer hides so few. */
static void put_rest(struct section *s, int column, const struct somme *b, uint64_t n)
{
    aet_row_count_if(s, column, !(b->options.masquer > 0 && aet_perennite_petit(b, n)), (int64_t)n);
}

static void base_notes(struct section *s, const struct summed *x, uint64_t population)
{
    static const struct text others[] = {
        { "mention d’autres codeurs, non comptée.", "mention of other coders, not counted." },
        { "mentions d’autres codeurs, non comptées.", "mentions of other coders, not counted." }
    };
    static const struct text undrawn[] = {
        { "mention écartée : le procès-verbal n’a pas tiré son plan.",
          "mention left out: the proces-verbal did not draw its plan." },
        { "mentions écartées : le procès-verbal n’a pas tiré leur plan.",
          "mentions left out: the proces-verbal did not draw their plan." }
    };
    static const struct text several = {
        "Des plans ont plusieurs années : sans correction de population finie.",
        "Some plans have several years: no finite-population correction."
    };
    static const struct text again = {
        "Des regroupements sont vus plus d’une fois (trajectoires) : ce qui est compté par "
        "regroupement l’est par plan d’un regroupement et par année. Ceux d’un même regroupement "
        "se "
        "ressemblent : les intervalles et les p, qui les tiennent pour indépendants, sont trop "
        "sûrs.",
        "Some groups are seen more than once (trajectoires): what is counted by group is counted "
        "by "
        "plan of a group and year. Those of one group are alike: intervals and p, which hold them "
        "to be independent, are too sure."
    };
    static const struct text hidden = {
        "Les comptes de moins de {nombre} sont masqués, avec ce qui les donnerait par "
        "soustraction.",
        "Counts under {nombre} are hidden, with what would give them away by subtraction."
    };
    struct buf text = { 0 };

    if (!aet_perennite_petit(x->b, x->b->autres))
        aet_section_say_count(s, (int64_t)x->b->autres, others[0], others[1]);
    if (!aet_perennite_petit(x->b, x->b->hors_mentions))
        aet_section_say_count(s, (int64_t)x->b->hors_mentions, undrawn[0], undrawn[1]);
    if (x->b->unites.n > x->b->regroupements.n)
        aet_section_say(s, again);
    if (population && x->base.plans_differ)
        aet_section_say(s, several);
    if (x->b->options.masquer <= 0)
        return;
    aet_words_put(&text, hidden, s->report->lang,
                  AET_WORDS(aet_word_int("nombre", x->b->options.masquer)));
    aet_section_note(s, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void base(void *sum, struct section *s)
{
    const struct summed *x = sum;
    const struct somme *b = x->b;
    const struct tirage *drawn = b->options.tirage;
    uint64_t population = drawn ? drawn->population : b->options.population;
    uint64_t sans_objet = 0, sans_strategie = 0;

    for (size_t g = 0; g < b->unites.n; g++) {
        sans_objet += aet_perennite_groupe_objet(b, g, b->objets);
        sans_strategie += aet_perennite_groupe_strategie(b, g, b->strategies);
    }
    aet_row_begin(s);
    aet_row_count(s, BASE_MENTIONS, (int64_t)b->mentions);
    aet_row_count(s, BASE_PLANS, (int64_t)b->plans.n);
    aet_row_count(s, BASE_REGROUPEMENTS, (int64_t)b->regroupements.n);
    aet_row_count_if(s, BASE_POPULATION, population, (int64_t)population);
    aet_row_share(s, BASE_FRACTION, (int64_t)(drawn ? drawn->taille : b->plans.n),
                  (int64_t)population);
    aet_row_text_if(s, BASE_CODEUR, b->codeurs.n ? b->codeurs.list[0] : AET_LIT(""));
    put_rest(s, BASE_SANS_OBJET, b, sans_objet);
    put_rest(s, BASE_SANS_STRATEGIE, b, sans_strategie);
    aet_row_count_if(s, BASE_PLANS_SANS_MENTION, drawn, (int64_t)x->base.sans_mention);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
    base_notes(s, x, population);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_OWN },
};

enum {
    REGROUPEMENTS_REGROUPEMENT,
    REGROUPEMENTS_PLAN,
    REGROUPEMENTS_ANNEE,
    REGROUPEMENTS_NIVEAU,
    REGROUPEMENTS_BANDE,
    REGROUPEMENTS_MENTIONS,
    REGROUPEMENTS_OBJETS,
    REGROUPEMENTS_STRATEGIES,
    REGROUPEMENTS_SOUS_STRATEGIES,
    REGROUPEMENTS_SHANNON
};
static const struct column regroupements_columns[] = {
    [REGROUPEMENTS_REGROUPEMENT] = { "regroupement",
                                     { "Regroupement", "Group" },
                                     CELL_TEXT,
                                     false },
    [REGROUPEMENTS_PLAN] = { "plan", { "Plan", "Plan" }, CELL_TEXT, false },
    [REGROUPEMENTS_ANNEE] = { "annee", { "Année", "Year" }, CELL_TEXT, false },
    [REGROUPEMENTS_NIVEAU] = { "niveau", { "Niveau", "Level" }, CELL_CODE, false },
    [REGROUPEMENTS_BANDE] = { "bande", { "Bande", "Band" }, CELL_CODE, false },
    [REGROUPEMENTS_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    [REGROUPEMENTS_OBJETS] = { "objets", { "Objets", "Objects" }, CELL_COUNT, false },
    [REGROUPEMENTS_STRATEGIES] = { "strategies",
                                   { "Stratégies", "Strategies" },
                                   CELL_COUNT,
                                   false },
    [REGROUPEMENTS_SOUS_STRATEGIES] = { "sous_strategies",
                                        { "Sous-stratégies", "Sub-strategies" },
                                        CELL_COUNT,
                                        false },
    [REGROUPEMENTS_SHANNON] = { "shannon",
                                { "Diversité (Shannon)", "Diversity (Shannon)" },
                                CELL_NUMBER,
                                false },
};

static void put_bande(struct section *s, const struct perennite_knowledge *k, struct span id)
{
    int32_t row = aet_row_of_id(k->bandes, id);

    aet_row_coded(s, REGROUPEMENTS_BANDE, id,
                  row == NO_ROW ? id : aet_label(k->bandes, (size_t)row, k->lang));
}

static void put_regroupement(struct section *s, const struct somme *b, const struct mesures *m,
                             uint32_t g)
{
    aet_row_begin(s);
    aet_row_text(s, REGROUPEMENTS_REGROUPEMENT, b->regroupements.list[b->groupes[g].regroupement]);
    aet_row_text_if(s, REGROUPEMENTS_PLAN, aet_perennite_groupe_plan(b, g));
    aet_row_text_if(s, REGROUPEMENTS_ANNEE, aet_perennite_groupe_annee(b, g));
    if (m->niveau[g] == NO_ROW)
        aet_row_unknown(s, REGROUPEMENTS_NIVEAU);
    else
        aet_row_text(s, REGROUPEMENTS_NIVEAU, aet_cell(b->k->niveaux, (size_t)m->niveau[g], 0));
    if (m->bande[g] == BANDE_NONE)
        aet_row_unknown(s, REGROUPEMENTS_BANDE);
    else
        put_bande(s, b->k, aet_span_z(aet_perennite_bande_ids[m->bande[g]]));
    aet_row_count(s, REGROUPEMENTS_MENTIONS, (int64_t)b->groupes[g].mentions);
    aet_row_count(s, REGROUPEMENTS_OBJETS, (int64_t)m->objets[g]);
    aet_row_count(s, REGROUPEMENTS_STRATEGIES, (int64_t)m->strategies[g]);
    aet_row_count(s, REGROUPEMENTS_SOUS_STRATEGIES, (int64_t)m->sous[g]);
    aet_row_number_if(s, REGROUPEMENTS_SHANNON, m->shannon[g].defined, m->shannon[g].value);
    aet_row_end(s);
}

static void regroupements(void *sum, struct section *s)
{
    static const struct text several[] = {
        { "plan de plusieurs niveaux.", "plan of several levels." },
        { "plans de plusieurs niveaux.", "plans of several levels." }
    };
    const struct summed *x = sum;
    const struct somme *b = x->b;
    const struct mesures *m = x->m;
    uint32_t *sorted = aet_perennite_ordre(b);
    int64_t unclear = 0;

    for (size_t i = 0; i < m->n && !b->options.masquer; i++) {
        put_regroupement(s, b, m, sorted[i]);
        unclear += b->groupes[sorted[i]].niveaux && m->niveau[sorted[i]] == NO_ROW;
    }
    if (b->options.masquer)
        aet_section_say(s, aet_perennite_masque);
    aet_section_say_count(s, unclear, several[0], several[1]);
    aet_free(sorted);
}

static const struct section_kind regroupements_kind = {
    .key = "regroupements",
    .title = { "Regroupements", "Groups" },
    AET_COLUMNS(regroupements_columns),
    .fill = regroupements,
    .mask = { .kind = MASK_OWN },
};

enum { STATUTS_STRATEGIE, STATUTS_LIBELLE, STATUTS_PREVU, STATUTS_APPLIQUE };
static const struct column statuts_columns[] = {
    [STATUTS_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    [STATUTS_LIBELLE] = { "libelle", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    [STATUTS_PREVU] = { "prevu", { "Prévu", "Planned" }, CELL_COUNT, false },
    [STATUTS_APPLIQUE] = { "applique", { "Appliqué", "Applied" }, CELL_COUNT, false },
};

static void statuts(void *sum, struct section *s)
{
    static const struct text without[] = { { "mention sans statut.", "mention without a status." },
                                           { "mentions sans statut.",
                                             "mentions without a status." } };
    const struct summed *x = sum;
    uint64_t none = 0;
    bool few = false;

    for (size_t i = 0; i < x->b->strategies; i++) {
        const struct compte *c = &x->t->par_statut[i * (STATUTS + 1)];

        aet_row_begin(s);
        aet_perennite_put_term(s, STATUTS_STRATEGIE, x->b->k->strategies, i);
        for (int k = 0; k < STATUTS; k++)
            aet_row_count_if(s, STATUTS_PREVU + k, !c[k].masque, (int64_t)c[k].mentions);
        aet_row_end(s);
        none += c[STATUT_NONE].mentions;
        few |= aet_perennite_petit(x->b, c[STATUT_NONE].mentions);
    }
    if (!few)
        aet_section_say_count(s, (int64_t)none, without[0], without[1]);
}

static const struct section_kind statuts_kind = {
    .key = "statuts",
    .title = { "Prévu et appliqué", "Planned and applied" },
    AET_COLUMNS(statuts_columns),
    .view = { .kind = VIEW_BARS,
              .label = STATUTS_LIBELLE,
              .from = STATUTS_PREVU,
              .to = STATUTS_APPLIQUE },
    .fill = statuts,
    .mask = { .kind = MASK_OWN },
};

const struct section_kind *const aet_perennite_bilan_sections[] = {
    &aet_perennite_kind_resume,
    &base_kind,
    &aet_perennite_kind_constats,
    &aet_perennite_kind_objets,
    &aet_perennite_kind_strategies,
    &aet_perennite_kind_sous,
    &aet_perennite_kind_moyens,
    &aet_perennite_kind_croisement,
    &statuts_kind,
    &aet_perennite_kind_bandes,
    &regroupements_kind,
    &aet_perennite_kind_trajectoires,
    &aet_perennite_kind_strates,
    NULL
};
const struct section_kind *const aet_perennite_constats_sections[] = {
    &aet_perennite_kind_resume, &base_kind, &aet_perennite_kind_constats, NULL
};

void aet_perennite_somme_finish(struct somme *b, struct report *r,
                                const struct section_kind *const *sections)
{
    struct mesures m;
    struct totaux t;
    struct summed x = { .b = b, .m = &m, .t = &t, .lang = r->lang };

    x.base = aet_perennite_somme_base(b);
    aet_perennite_strates(&x.strates, b, &x.base);
    aet_perennite_mesures(&m, b);
    aet_perennite_totaux(&t, b, &m);
    aet_report_fill(r, sections, &x);
    aet_perennite_strates_free(&x.strates);
    aet_perennite_totaux_free(&t);
    aet_perennite_mesures_free(&m);
}
