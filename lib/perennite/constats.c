/* The list of findings, and the section that holds their verdicts. */
#include "perennite/constats.h"

#include <math.h>
#include <stdlib.h>

#include "report/figure.h"
#include "stats/holm.h"

const struct constat aet_constats[] = {
    { "plusieurs-strategies", aet_constat_plusieurs, NULL, NULL, { NULL, NULL } },
    { "strategies-diversifiees", aet_constat_diversifiees, NULL, NULL, { NULL, NULL } },
    { "niveau-nombre-et-diversite", aet_constat_niveau, NULL, NULL, { NULL, NULL } },
    { "activites-et-relations-avant-structures", aet_constat_objets, NULL, NULL, { NULL, NULL } },
    { "activites-institutionnalisation-ressources",
      aet_constat_association,
      NULL,
      "activites",
      { "institutionnalisation", "ressources" } },
    { "relations-institutionnalisation-appropriation",
      aet_constat_association,
      NULL,
      "relations",
      { "institutionnalisation", "appropriation" } },
    { "structures-politiques",
      aet_constat_association,
      NULL,
      "structures",
      { "politiques", NULL } },
    { "politiques-surtout-institutions",
      aet_constat_institutions,
      NULL,
      NULL,
      { "politiques", NULL } },
    { "bande-1-2-moins-objets",
      aet_constat_delta,
      aet_constat_delta_decide,
      "objets",
      { NULL, NULL } },
    { "bande-1-2-moins-strategies",
      aet_constat_delta,
      aet_constat_delta_decide,
      "strategies",
      { NULL, NULL } },
    { "bande-1-2-moins-diversifiees",
      aet_constat_delta,
      aet_constat_delta_decide,
      "shannon",
      { NULL, NULL } },
    { "bande-1-2-centree-sur-les-activites",
      aet_constat_centre,
      aet_constat_centre_decide,
      "activites",
      { NULL, NULL } },
    { "bande-1-2-institutionnalisation-ou-ressources",
      aet_constat_centre,
      aet_constat_centre_decide,
      NULL,
      { "institutionnalisation", "ressources" } },
    { "bande-3-4-plus-relations",
      aet_constat_presence,
      aet_constat_presence_decide,
      "relations",
      { NULL, NULL } },
    { "bande-3-4-plus-appropriation",
      aet_constat_presence,
      aet_constat_presence_decide,
      NULL,
      { "appropriation", NULL } },
    { "bande-3-4-plus-politiques",
      aet_constat_presence,
      aet_constat_presence_decide,
      NULL,
      { "politiques", NULL } },
};
const size_t aet_constats_n = sizeof aet_constats / sizeof *aet_constats;

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
const struct section_kind aet_constats_kind = {
    "constats", { "Constats du document, éprouvés", "Findings of the document, tested" },
    columns,    sizeof columns / sizeof *columns,
    false,      AET_VIEW_TABLE
};

double aet_seuil(const struct seuils *s, const char *key)
{
    struct span rest = s->text;
    size_t n = strlen(key);

    while (rest.n) {
        const char *end = memchr(rest.p, ';', rest.n);
        struct span one = aet_span(rest.p, end ? (size_t)(end - rest.p) : rest.n);

        if (one.n > n && one.p[n] == '=' && memcmp(one.p, key, n) == 0) {
            char *text = aet_span_dup(aet_span_from(one, n + 1)), *stop;
            double v = strtod(text, &stop);

            v = *text && !*stop ? v : NAN;
            aet_free(text);
            return v;
        }
        rest = aet_span_from(rest, one.n + 1);
    }
    return NAN;
}

void aet_say(struct buf *out, enum lang lang, const char *fr, const char *en)
{
    aet_buf_str(out, lang == LANG_FR ? fr : en);
}

static void say_cell(struct buf *out, enum lang lang, struct cell c, enum cell_type type)
{
    aet_figure(out, &c, type, lang, ", ");
}

void aet_say_share(struct buf *out, enum lang lang, double share)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.d = share }, CELL_SHARE);
}

void aet_say_number(struct buf *out, enum lang lang, double v)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.d = v }, CELL_NUMBER);
}

void aet_say_count(struct buf *out, enum lang lang, uint64_t n)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.i = (int64_t)n }, CELL_COUNT);
}

void aet_say_p(struct buf *out, enum lang lang, const char *name, double p)
{
    aet_buf_str(out, name);
    aet_buf_str(out, p < 0.0005 ? " < " : " = ");
    aet_say_number(out, lang, p < 0.0005 ? 0.001 : p);
}

void aet_say_interval(struct buf *out, enum lang lang, struct stat_interval ic, bool share)
{
    if (!ic.low.defined || !ic.high.defined)
        return;
    aet_buf_str(out, " [");
    (share ? aet_say_share : aet_say_number)(out, lang, ic.low.value);
    aet_say(out, lang, " ; ", "; ");
    (share ? aet_say_share : aet_say_number)(out, lang, ic.high.value);
    aet_buf_char(out, ']');
}

static const struct constat *find(struct span id)
{
    for (size_t i = 0; i < aet_constats_n; i++)
        if (aet_span_eq(id, aet_span_z(aet_constats[i].id)))
            return &aet_constats[i];
    return NULL;
}

static struct span column(const struct table *t, size_t row, const char *fr, const char *en,
                          enum lang lang)
{
    struct span cell = aet_cell(t, row, aet_column(t, lang == LANG_EN ? en : fr));

    return cell.n ? cell : aet_cell(t, row, aet_column(t, fr));
}

static void put_stat(struct section *s, struct stat_value v, bool shown)
{
    aet_put_number_if(s, v.defined && shown, v.value);
}

static void put_verdict(struct report *r, struct section *s, const struct table *t, size_t row,
                        struct verdict *v)
{
    static const char *const names[] = { "non_testable", "indetermine", "infirme", "confirme" };
    bool shown = v->resultat != NON_TESTABLE && !v->masque;

    aet_put_text(r, s, aet_cell(t, row, 0));
    aet_put_text(r, s, aet_label(t, row, r->lang));
    aet_put_text(r, s, aet_span_z(names[v->resultat]));
    aet_put_text_if(r, s, shown ? aet_buf_view(&v->mesure) : AET_LIT(""));
    aet_put_count_if(s, shown, (int64_t)v->n);
    put_stat(s, v->valeur, shown);
    put_stat(s, v->ic.low, shown);
    put_stat(s, v->ic.high, shown);
    put_stat(s, v->p, shown);
    aet_put_text_if(r, s, column(t, row, "regle", "regle_en", r->lang));
    if (v->masque)
        aet_put_text(r, s, aet_span_z(r->lang == LANG_FR ? "chiffres masqués" : "figures hidden"));
    else
        aet_put_text_if(r, s,
                        v->resultat == NON_TESTABLE ? aet_cell(t, row, aet_column(t, "note"))
                                                    : aet_buf_view(&v->note));
}

/* Every testable finding, up to the decisions that wait for Holm. */
static void compute(const struct examen *x, const struct table *t, struct verdict *v)
{
    size_t testable = aet_column(t, "testable"), seuil = aet_column(t, "seuil");

    for (size_t row = 0; row < t->rows; row++) {
        const struct constat *c = find(aet_cell(t, row, 0));
        struct seuils s = { aet_cell(t, row, seuil) };

        if (!aet_span_eq(aet_cell(t, row, testable), AET_LIT("oui")))
            continue;
        v[row].resultat = INDETERMINE;
        v[row].p = v[row].valeur = aet_stat_undefined(STAT_EMPTY);
        v[row].ic = aet_stat_no_interval(STAT_EMPTY);
        if (c)
            c->calculer(c, x, &s, &v[row]);
        else
            aet_say(&v[row].note, x->lang, "aucun calcul n’est écrit pour ce constat",
                    "no computation is written for this finding");
    }
}

/* Holm over the findings on bands that were computed, then their decisions. */
static void decide(const struct examen *x, const struct table *t, struct verdict *v)
{
    struct stat_value *p = aet_calloc(t->rows + 1, sizeof *p);
    size_t seuil = aet_column(t, "seuil");

    for (size_t row = 0; row < t->rows; row++) {
        const struct constat *c = find(aet_cell(t, row, 0));

        p[row] = c && c->decider ? v[row].p : aet_stat_undefined(STAT_EMPTY);
    }
    aet_holm(p, p, t->rows);
    for (size_t row = 0; row < t->rows; row++) {
        const struct constat *c = find(aet_cell(t, row, 0));
        struct seuils s = { aet_cell(t, row, seuil) };

        if (!c || !c->decider || !p[row].defined || v[row].resultat == NON_TESTABLE)
            continue;
        v[row].p = p[row];
        aet_say(&v[row].mesure, x->lang, " ; ", "; ");
        aet_say_p(&v[row].mesure, x->lang, "p (Holm)", p[row].value);
        c->decider(c, x, &s, &v[row]);
    }
    aet_free(p);
}

void aet_constats_report(const struct examen *x, struct report *r)
{
    static const struct text note = {
        "Règles et seuils sont écrits dans la table constats avant toute donnée (table constats). "
        "Un "
        "constat infirmé l’est pour ces données, non pour le document.",
        "Rules and thresholds were written in table constats before any data (table constats). A "
        "finding that is not borne out is so for this data, not for the document."
    };
    const struct table *t = x->b->k->constats;
    struct verdict *v = aet_calloc(t->rows + 1, sizeof *v);
    struct section *s = aet_report_section(r, &aet_constats_kind);

    compute(x, t, v);
    decide(x, t, v);
    for (size_t row = 0; row < t->rows; row++) {
        put_verdict(r, s, t, row, &v[row]);
        aet_buf_free(&v[row].mesure);
        aet_buf_free(&v[row].note);
    }
    aet_section_note(r, s, aet_span_z(aet_text(note, r->lang)));
    aet_free(v);
}
