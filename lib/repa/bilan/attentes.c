/* The section that holds the verdicts on what the document leads to expect. Thresholds were written
 * in the table before any data was seen. */
#include "repa/bilan/attentes.h"

#include "repa/bilan/journal.h"

bool aet_repa_attentes_read(struct attentes *a, const struct repa_knowledge *k, struct session *s)
{
    static const char *const nombres[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
    const struct table *t = aet_session_table(s, "attentes");
    struct finding_domain domain = aet_repa_attentes_domain;

    *a = (struct attentes){ .dimensions = {
                                [ATTENTE_FONCTION] = { .name = "fonction", .table = k->fonctions },
                                [ATTENTE_PHASE] = { .name = "phase", .table = k->phases },
                                [ATTENTE_PALIER] = { .name = "palier", .table = k->paliers },
                                [ATTENTE_ETAPE] = { .name = "etape", .table = k->etapes },
                                [ATTENTE_NOMBRE] = { .name = "nombre", .ids = nombres },
                                [ATTENTE_POSTURE] = { .name = "posture", .table = k->postures } } };
    domain.dimensions = a->dimensions;
    domain.dimensions_n = ATTENTE_DIMENSIONS;
    return t && aet_findings_read(&a->findings, t, &domain, &s->voice);
}

void aet_repa_attentes_free(struct attentes *a)
{
    aet_findings_free(&a->findings);
}

enum {
    ATTENTES_ATTENTE,
    ATTENTES_ENONCE,
    ATTENTES_RESULTAT,
    ATTENTES_VALEUR,
    ATTENTES_IC_BAS,
    ATTENTES_IC_HAUT,
    ATTENTES_MESURE,
    ATTENTES_REGLE,
    ATTENTES_NOTE
};
static const struct column columns[] = {
    [ATTENTES_ATTENTE] = { "attente", { "Attente", "Expectation" }, CELL_CODE, true },
    [ATTENTES_ENONCE] = { "enonce", { "Attente", "Expectation" }, CELL_TEXT, false },
    [ATTENTES_RESULTAT] = { "resultat", { "Résultat", "Result" }, CELL_CODE, false },
    [ATTENTES_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [ATTENTES_IC_BAS] = { "ic_bas", { "IC : bas", "CI: low" }, CELL_NUMBER, false },
    [ATTENTES_IC_HAUT] = { "ic_haut", { "IC : haut", "CI: high" }, CELL_NUMBER, false },
    [ATTENTES_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_TEXT, false },
    [ATTENTES_REGLE] = { "regle", { "Règle de décision", "Rule of decision" }, CELL_TEXT, false },
    [ATTENTES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void put_value(struct section *s, int column, struct stat_value v)
{
    aet_row_number_if(s, column, v.defined, v.value);
}

static void put_finding(struct section *s, const struct findings *f, size_t row,
                        const struct finding *x)
{
    enum lang lang = s->report->lang;

    aet_row_begin(s);
    aet_row_text(s, ATTENTES_ATTENTE, aet_cell(f->table, row, 0));
    aet_row_text(s, ATTENTES_ENONCE, aet_label(f->table, row, lang));
    aet_row_coded_words(s, ATTENTES_RESULTAT, aet_finding_verdict_name(x->verdict),
                        aet_finding_verdict_text(x->verdict));
    put_value(s, ATTENTES_VALEUR, x->value);
    put_value(s, ATTENTES_IC_BAS, x->ci.low);
    put_value(s, ATTENTES_IC_HAUT, x->ci.high);
    aet_row_text_if(s, ATTENTES_MESURE, aet_findings_text(f, row, "mesure", "mesure_en", lang));
    aet_row_text_if(s, ATTENTES_REGLE, aet_findings_text(f, row, "decision", "decision_en", lang));
    aet_row_text_if(s, ATTENTES_NOTE, aet_buf_view(&x->note));
    aet_row_end(s);
}

static void attentes(void *sum, struct section *s)
{
    static const struct text limits = {
        "Les seuils sont des conventions d’aet, fixées avant toute donnée; le document ne donne "
        "pas de nombre. Pentes et contrastes : variance corrigée de l’autocorrélation des mois, p "
        "corrigée (Holm) sur celles qui en ont une; les autres, qu’un intervalle juge, valent "
        "chacune seule. Deux ans de journal tranchent rarement une pente. Les valeurs sont des "
        "parts (0,05 : cinq points).",
        "Thresholds are conventions of aet, set before any data; the document gives no number. "
        "Slopes and contrasts: variance corrected for the autocorrelation of months, p corrected "
        "(Holm) over those that have one; the others, which an interval judges, each stand alone. "
        "Two years of journal seldom settle a slope. Values are shares (0.05: five points)."
    };
    const struct summed *v = ((const struct journal *)sum)->v;
    const struct findings *f = &v->b->k->attentes->findings;
    struct finding_run run = { .data = v, .lang = s->report->lang };
    struct finding *found = aet_findings_test(f, &run);

    for (size_t row = 0; row < f->table->rows; row++)
        put_finding(s, f, row, &found[row]);
    aet_section_say(s, limits);
    aet_findings_results_free(f, found);
}

const struct section_kind aet_repa_kind_jou_attentes = {
    .key = "attentes",
    .brief = 17,
    .title = { "Ce que le document laisse attendre", "What the document leads to expect" },
    AET_COLUMNS(columns),
    .fill = attentes,
    .aside = 1U << ATTENTES_MESURE | 1U << ATTENTES_REGLE,
    .mask = { .kind = MASK_WORDS },
};
