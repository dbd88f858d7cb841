/* The section that holds the verdicts on what the document leads to expect. Thresholds were written
 * in the table before any data was seen. */
#include "repa/attentes.h"

static const struct column columns[] = {
    { "attente", { "Attente", "Expectation" }, CELL_CODE, true },
    { "enonce", { "Attente", "Expectation" }, CELL_TEXT, false },
    { "resultat", { "Résultat", "Result" }, CELL_CODE, false },
    { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    { "ic_bas", { "IC : bas", "CI: low" }, CELL_NUMBER, false },
    { "ic_haut", { "IC : haut", "CI: high" }, CELL_NUMBER, false },
    { "mesure", { "Mesure", "Measure" }, CELL_TEXT, false },
    { "regle", { "Règle de décision", "Rule of decision" }, CELL_TEXT, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};
const struct section_kind aet_repa_attentes_kind = {
    "attentes", { "Ce que le document laisse attendre", "What the document leads to expect" },
    columns,    sizeof columns / sizeof *columns,
    false,      AET_VIEW_TABLE
};

bool aet_repa_attentes_read(struct attentes *a, const struct savoir *k, struct session *s)
{
    static const char *const nombres[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
    const struct table *t = aet_session_table(s, "attentes");
    struct finding_domain domain = aet_repa_attentes_domain;

    *a = (struct attentes){ .dimensions = {
                                [ATTENTE_FONCTION] = { .name = "fonction", .table = k->fonctions },
                                [ATTENTE_PHASE] = { .name = "phase", .table = k->phases },
                                [ATTENTE_PALIER] = { .name = "palier", .table = k->paliers },
                                [ATTENTE_ETAPE] = { .name = "etape", .table = k->etapes },
                                [ATTENTE_NOMBRE] = { .name = "nombre", .ids = nombres } } };
    domain.dimensions = a->dimensions;
    domain.dimensions_n = ATTENTE_DIMENSIONS;
    return t && aet_findings_read(&a->findings, t, &domain, &s->voice);
}

void aet_repa_attentes_free(struct attentes *a)
{
    aet_findings_free(&a->findings);
}

static void put_value(struct section *s, struct stat_value v)
{
    aet_put_number_if(s, v.defined, v.value);
}

static void put_finding(struct report *r, struct section *s, const struct findings *f, size_t row,
                        const struct finding *x)
{
    aet_put_text(r, s, aet_cell(f->table, row, 0));
    aet_put_text(r, s, aet_label(f->table, row, r->lang));
    aet_put_text(r, s, aet_span_z(aet_finding_verdict_name(x->verdict)));
    put_value(s, x->value);
    put_value(s, x->ci.low);
    put_value(s, x->ci.high);
    aet_put_text_if(r, s, aet_findings_text(f, row, "mesure", "mesure_en", r->lang));
    aet_put_text_if(r, s, aet_findings_text(f, row, "decision", "decision_en", r->lang));
    aet_put_text_if(r, s, aet_buf_view(&x->note));
}

void aet_repa_attentes_report(const struct attentes *a, const struct vue *v)
{
    static const struct text limits = {
        "Les seuils sont des conventions d’aet, fixées avant toute donnée ; le document ne donne "
        "pas "
        "de nombre. Les mois sont pris pour indépendants (aucune correction de l’autocorrélation) "
        "; "
        "chaque attente est jugée seule (aucune correction de leur nombre). Deux ans de journal "
        "tranchent rarement une pente. Les valeurs sont des parts (0,05 : cinq points).",
        "Thresholds are conventions of aet, set before any data; the document gives no number. "
        "Months "
        "are taken as independent (no correction for autocorrelation); each expectation is judged "
        "alone (no correction for their number). Two years of journal seldom settle a slope. "
        "Values "
        "are shares (0.05: five points)."
    };
    struct finding_run run = { .data = v, .lang = v->r->lang };
    struct section *s = aet_report_section(v->r, &aet_repa_attentes_kind);
    struct finding *found = aet_findings_test(&a->findings, &run);

    for (size_t row = 0; row < a->findings.table->rows; row++)
        put_finding(v->r, s, &a->findings, row, &found[row]);
    aet_section_note(v->r, s, aet_span_z(aet_text(limits, v->r->lang)));
    aet_findings_results_free(&a->findings, found);
}
