/* What the document leads to expect, tested by the rules that table `attentes` holds: thresholds
 * were written there before any data was seen. README of the tables says what each key means. */
#include "repa/bilan.h"

#include <math.h>
#include <stdlib.h>

#include "base/fold.h"
#include "repa/epreuve.h"

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
const struct section_kind aet_attentes_kind = {
    "attentes", { "Ce que le document laisse attendre", "What the document leads to expect" },
    columns,    9,
    false,      AET_VIEW_TABLE
};

static struct span column(const struct table *t, size_t row, const char *fr, const char *en,
                          enum lang lang)
{
    struct span cell = aet_cell(t, row, aet_column(t, lang == LANG_EN ? en : fr));

    return cell.n ? cell : aet_cell(t, row, aet_column(t, fr));
}

static void put_value(struct section *s, struct stat_value v)
{
    aet_put_number_if(s, v.defined, v.value);
}

static void put(const struct vue *v, struct section *s, const struct table *t, size_t row,
                const struct resultat *x)
{
    static const char *const names[] = { "indetermine", "confirme", "infirme" };

    aet_put_text(v->r, s, aet_cell(t, row, 0));
    aet_put_text(v->r, s, aet_label(t, row, v->r->lang));
    aet_put_text(v->r, s, aet_span_z(names[x->verdict]));
    put_value(s, x->valeur);
    put_value(s, x->ic.low);
    put_value(s, x->ic.high);
    aet_put_text(v->r, s, column(t, row, "mesure", "mesure_en", v->r->lang));
    aet_put_text(v->r, s, column(t, row, "regle", "regle_en", v->r->lang));
    aet_put_text_if(v->r, s, aet_buf_view(&x->note));
}

bool aet_attentes(const struct vue *v, struct session *s)
{
    static const struct text wrong = {
        "table attentes, « {valeur} » : seuil illisible près de « {autre} »",
        "table attentes, “{valeur}”: unreadable threshold near “{autre}”"
    };
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
    const struct table *t = aet_session_table(s, "attentes");
    struct section *sec;
    bool ok = t != NULL;

    if (!t)
        return false;
    sec = aet_report_section(v->r, &aet_attentes_kind);
    for (size_t row = 0; ok && row < t->rows; row++) {
        struct resultat x = { .verdict = INDETERMINE };
        struct epreuve e;
        struct span at;

        ok = aet_epreuve_read(&e, v->b->k, t, row, &at);
        if (!ok) {
            char *id = aet_span_dup(aet_cell(t, row, 0)), *near = aet_span_dup(at);

            aet_complain(&s->voice, wrong, id, near);
            aet_free(id);
            aet_free(near);
        } else {
            aet_epreuve(&e, v, &x);
            put(v, sec, t, row, &x);
        }
        aet_buf_free(&x.note);
        aet_epreuve_free(&e);
    }
    aet_section_note(v->r, sec, aet_span_z(aet_text(limits, v->r->lang)));
    return ok;
}
