/* The section that holds the verdicts on the findings of the document. */
#include "perennite/constats.h"

#include "perennite/sections.h"

bool aet_perennite_constats_read(struct constats *c, const struct perennite_knowledge *k,
                                 struct session *s)
{
    static const char *const bandes[] = { "1-2", "3-4", NULL };
    const struct table *t = aet_session_table(s, "constats");
    struct finding_domain domain = aet_perennite_constats_domain;

    *c = (struct constats){
        .dimensions = { [CONSTAT_OBJET] = { .name = "objet", .table = k->objets },
                        [CONSTAT_STRATEGIE] = { .name = "strategie", .table = k->strategies },
                        [CONSTAT_SOUS_STRATEGIE] = { .name = "sous-strategie", .table = k->sous },
                        [CONSTAT_BANDE] = { .name = "bande",
                                            .ids = bandes,
                                            .of_unit = "bande",
                                            .title = { "niveaux", "levels" } } }
    };
    domain.dimensions = c->dimensions;
    domain.dimensions_n = CONSTAT_DIMENSIONS;
    return t && aet_findings_read(&c->findings, t, &domain, &s->voice);
}

void aet_perennite_constats_free(struct constats *c)
{
    aet_findings_free(&c->findings);
}

enum {
    CONSTATS_CONSTAT,
    CONSTATS_ENONCE,
    CONSTATS_RESULTAT,
    CONSTATS_MESURE,
    CONSTATS_N,
    CONSTATS_VALEUR,
    CONSTATS_IC_BAS,
    CONSTATS_IC_HAUT,
    CONSTATS_P,
    CONSTATS_REGLE,
    CONSTATS_NOTE
};
static const struct column columns[] = {
    [CONSTATS_CONSTAT] = { "constat", { "Constat", "Finding" }, CELL_CODE, true },
    [CONSTATS_ENONCE] = { "enonce",
                          { "Constat du document", "Finding of the document" },
                          CELL_TEXT,
                          false },
    [CONSTATS_RESULTAT] = { "resultat", { "Résultat", "Result" }, CELL_CODE, false },
    [CONSTATS_MESURE] = { "mesure",
                          { "Ce que disent les données", "What the data says" },
                          CELL_TEXT,
                          false },
    [CONSTATS_N] = { "n", { "n", "n" }, CELL_COUNT, true },
    [CONSTATS_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, true },
    [CONSTATS_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, true },
    [CONSTATS_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, true },
    [CONSTATS_P] = { "p", { "p", "p" }, CELL_NUMBER, true },
    [CONSTATS_REGLE] = { "regle", { "Règle de décision", "Rule of decision" }, CELL_TEXT, false },
    [CONSTATS_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void put_stat(struct section *s, int column, struct stat_value v, bool shown)
{
    aet_row_number_if(s, column, v.defined && shown, v.value);
}

static void put_finding(struct section *s, const struct findings *f, size_t row,
                        const struct finding *x)
{
    static const struct text hidden = { "chiffres masqués", "figures hidden" };
    const struct table *t = f->table;
    enum lang lang = s->report->lang;
    bool testable = x->verdict != FINDING_NON_TESTABLE, shown = testable && !x->hidden;

    aet_row_begin(s);
    aet_row_text(s, CONSTATS_CONSTAT, aet_cell(t, row, 0));
    aet_row_text(s, CONSTATS_ENONCE, aet_label(t, row, lang));
    aet_row_coded_words(s, CONSTATS_RESULTAT, aet_finding_verdict_name(x->verdict),
                        aet_finding_verdict_text(x->verdict));
    aet_row_text_if(s, CONSTATS_MESURE, shown ? aet_buf_view(&x->words) : AET_LIT(""));
    aet_row_count_if(s, CONSTATS_N, shown, (int64_t)x->n);
    put_stat(s, CONSTATS_VALEUR, x->value, shown);
    put_stat(s, CONSTATS_IC_BAS, x->ci.low, shown);
    put_stat(s, CONSTATS_IC_HAUT, x->ci.high, shown);
    put_stat(s, CONSTATS_P, x->p, shown);
    aet_row_text_if(s, CONSTATS_REGLE, aet_findings_text(f, row, "decision", "decision_en", lang));
    if (x->hidden)
        aet_row_words(s, CONSTATS_NOTE, hidden);
    else
        aet_row_text_if(s, CONSTATS_NOTE,
                        testable ? aet_buf_view(&x->note)
                                 : aet_findings_text(f, row, "note", "note_en", lang));
    aet_row_end(s);
}

static void constats(void *sum, struct section *s)
{
    static const struct text note = {
        "Règles et seuils sont écrits dans la table constats avant toute donnée (table constats). "
        "Un constat infirmé l’est pour ces données, non pour le document. Holm sur tous les "
        "constats "
        "qu’une p juge; ceux qu’un intervalle juge n’en ont pas : chacun dit seul ce qu’il vaut, à "
        "95 %.",
        "Rules and thresholds were written in table constats before any data (table constats). A "
        "finding that is not borne out is so for this data, not for the document. Holm over all "
        "findings that a p judges; those that an interval judges have none: each says by itself "
        "what "
        "it is worth, at 95%."
    };
    const struct summed *e = sum;
    const struct constats_donnees d = { e->b, e->m, e->t, e->base.population };
    const struct findings *f = &e->b->k->constats->findings;
    struct finding_run run = { .data = &d,
                               .lang = s->report->lang,
                               .population = d.population,
                               .hide_under = (uint64_t)e->b->options.masquer };
    struct finding *found = aet_findings_test(f, &run);

    for (size_t row = 0; row < f->table->rows; row++)
        put_finding(s, f, row, &found[row]);
    aet_section_say(s, note);
    aet_findings_results_free(f, found);
}

const struct section_kind aet_perennite_kind_constats = {
    .key = "constats",
    .brief = 14,
    .title = { "Constats du document, éprouvés", "Findings of the document, tested" },
    AET_COLUMNS(columns),
    .fill = constats,
    .aside = 1U << CONSTATS_REGLE,
    .mask = { .kind = MASK_OWN },
};
