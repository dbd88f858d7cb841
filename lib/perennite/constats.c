/* The section that holds the verdicts on the findings of the document. */
#include "perennite/constats.h"

static const struct column columns[] = {
    { "constat", { "Constat", "Finding" }, CELL_CODE, true },
    { "enonce", { "Constat du document", "Finding of the document" }, CELL_TEXT, false },
    { "resultat", { "Résultat", "Result" }, CELL_CODE, false },
    { "mesure", { "Ce que disent les données", "What the data says" }, CELL_TEXT, false },
    { "n", { "n", "n" }, CELL_COUNT, true },
    { "valeur", { "Valeur", "Value" }, CELL_NUMBER, true },
    { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, true },
    { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, true },
    { "p", { "p", "p" }, CELL_NUMBER, true },
    { "regle", { "Règle de décision", "Rule of decision" }, CELL_TEXT, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};
const struct section_kind aet_perennite_constats_kind = {
    "constats", { "Constats du document, éprouvés", "Findings of the document, tested" },
    columns,    sizeof columns / sizeof *columns,
    false,      AET_VIEW_TABLE
};

bool aet_perennite_constats_read(struct constats *c, const struct savoir *k, struct session *s)
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

static void put_stat(struct section *s, struct stat_value v, bool shown)
{
    aet_put_number_if(s, v.defined && shown, v.value);
}

static void put_finding(struct report *r, struct section *s, const struct findings *f, size_t row,
                        const struct finding *x)
{
    const struct table *t = f->table;
    bool testable = x->verdict != FINDING_NON_TESTABLE, shown = testable && !x->hidden;

    aet_put_text(r, s, aet_cell(t, row, 0));
    aet_put_text(r, s, aet_label(t, row, r->lang));
    aet_put_text(r, s, aet_span_z(aet_finding_verdict_name(x->verdict)));
    aet_put_text_if(r, s, shown ? aet_buf_view(&x->words) : AET_LIT(""));
    aet_put_count_if(s, shown, (int64_t)x->n);
    put_stat(s, x->value, shown);
    put_stat(s, x->ci.low, shown);
    put_stat(s, x->ci.high, shown);
    put_stat(s, x->p, shown);
    aet_put_text_if(r, s, aet_findings_text(f, row, "decision", "decision_en", r->lang));
    if (x->hidden)
        aet_put_text(r, s, aet_span_z(r->lang == LANG_FR ? "chiffres masqués" : "figures hidden"));
    else
        aet_put_text_if(
            r, s, testable ? aet_buf_view(&x->note) : aet_cell(t, row, aet_column(t, "note")));
}

void aet_perennite_constats_report(const struct constats_donnees *d, struct report *r)
{
    static const struct text note = {
        "Règles et seuils sont écrits dans la table constats avant toute donnée (table constats). "
        "Un constat infirmé l’est pour ces données, non pour le document.",
        "Rules and thresholds were written in table constats before any data (table constats). A "
        "finding that is not borne out is so for this data, not for the document."
    };
    const struct findings *f = &d->b->k->constats->findings;
    struct finding_run run = { .data = d,
                               .lang = r->lang,
                               .population = d->population,
                               .hide_under = (uint64_t)d->b->options.masquer };
    struct section *s = aet_report_section(r, &aet_perennite_constats_kind);
    struct finding *found = aet_findings_test(f, &run);

    for (size_t row = 0; row < f->table->rows; row++)
        put_finding(r, s, f, row, &found[row]);
    aet_section_note(r, s, aet_span_z(aet_text(note, r->lang)));
    aet_findings_results_free(f, found);
}
