/* What is due at a meeting. */
#include "plan/calendrier/a_traiter.h"

#include "base/message.h"
#include "plan/rules.h"
#include "plan/situation.h"
#include "plan/suivi/suivi.h"

enum rubrique { R_ACTIONS, R_INDICATEURS, R_DECISIONS, RUBRIQUES };

static const struct text rubriques[RUBRIQUES] = {
    [R_ACTIONS] = { "Actions", "Actions" },
    [R_INDICATEURS] = { "Indicateurs à relever", "Indicators to be read" },
    [R_DECISIONS] = { "Décisions à prendre", "Decisions to take" },
};
static const struct text a_traiter = { "À traiter", "To take up" };
static const struct text cible_proche = { "la date de la cible approche{chiffres} : {libelle}",
                                          "the date of the target is near{chiffres}: {libelle}" };
static const struct text tableaux[RUBRIQUES] = {
    [R_ACTIONS] = { "| Action | Responsable | État | Avancement | Dépensé | Commentaire |\n"
                    "|---|---|---|---|---|---|\n",
                    "| Action | Responsible | State | Progress | Spent | Comment |\n"
                    "|---|---|---|---|---|---|\n" },
    [R_INDICATEURS] = { "| Indicateur | Cible | Valeur | Date | Commentaire |\n"
                        "|---|---|---|---|---|\n",
                        "| Indicator | Target | Value | Date | Comment |\n"
                        "|---|---|---|---|---|\n" },
    [R_DECISIONS] = { "| Action | Résultats | Maintien, adaptation ou abandon | Justification |\n"
                      "|---|---|---|---|\n",
                      "| Action | Results | Maintain, adapt or drop | Reasons |\n"
                      "|---|---|---|---|\n" },
};

/* The plan as it will stand on the day of the meeting. */
struct ce_jour {
    struct plan_knowledge k;
    struct suivi suivi;
};

static void begin(struct ce_jour *j, const struct ecriture *e, const struct seance *s)
{
    j->k = *e->k;
    j->k.today = s->jour;
    aet_plan_suivi_init(&j->suivi, &j->k);
    if (e->document)
        aet_plan_suivi_add(&j->suivi, &e->document->facts);
}

/* Whether an alert, which may say several things of one element, is one of these. A decision is due
 * on an action that is late, too. */
static bool is_under(const struct alerte *x, enum rubrique r)
{
    const struct span decision = aet_span_z(aet_plan_rule[PLA_A_DECISION].code);

    switch (r) {
    case R_DECISIONS:
        return aet_span_find(x->regles, decision) < x->regles.n;
    case R_INDICATEURS:
        return x->of == &aet_plan_schemas[K_INDICATEUR];
    default:
        return x->of != &aet_plan_schemas[K_INDICATEUR] && !aet_span_eq(x->regles, decision);
    }
}

/* What is said of it: of a decision that was said with the rest, its subject alone. */
static struct span words_of(const struct alerte *x, enum rubrique r)
{
    bool again = r == R_DECISIONS && is_under(x, R_ACTIONS);

    return again ? x->libelle : x->message;
}

static void bullet(struct buf *out, struct span text)
{
    aet_buf_str(out, "- ");
    aet_buf_span(out, text);
    aet_buf_char(out, '\n');
}

/* Whether an alert has said it already. */
static bool is_said(const struct ce_jour *j, const struct element *i)
{
    struct buf scratch = { 0 };
    struct span id = aet_plan_name(i, IND_ID, IND_LIBELLE, &scratch);
    bool said = false;

    for (size_t k = 0; k < j->suivi.alertes_n; k++)
        said |= j->suivi.alertes[k].of == &aet_plan_schemas[K_INDICATEUR] &&
                aet_span_eq(j->suivi.alertes[k].id, id);
    aet_buf_free(&scratch);
    return said;
}

/* A target, the last one of an indicator or one on the way, that falls before the next meeting. */
static bool is_near(const struct ecriture *e, const struct seance *s, const struct element *cible)
{
    int field = cible->kind == K_INDICATEUR ? (int)IND_DATE_CIBLE : (int)JAL_DATE;
    int32_t day;

    return aet_plan_last_day(cible, field, &day) && day >= s->jour && e->apres &&
           day < e->apres->jour;
}

static void near(const struct ecriture *e, const struct seance *s, const struct ce_jour *j,
                 const struct element *i, struct buf *out)
{
    const struct element *cible = aet_child(i, K_JALON);
    struct buf text = { 0 }, scratch = { 0 }, figures = { 0 };

    while (cible && !is_near(e, s, cible))
        cible = cible->next;
    if (!cible && is_near(e, s, i))
        cible = i;
    if (cible && !is_said(j, i)) {
        aet_plan_chiffres(&j->k, cible, &figures);
        aet_words_put(
            &text, cible_proche, e->k->lang,
            AET_WORDS(aet_word_span("chiffres", aet_buf_view(&figures)),
                      aet_word_span("libelle", aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch))));
        bullet(out, aet_buf_view(&text));
    }
    aet_buf_free(&text);
    aet_buf_free(&scratch);
    aet_buf_free(&figures);
}

static void list(const struct ecriture *e, const struct seance *s, const struct ce_jour *j,
                 enum rubrique r, struct buf *out)
{
    for (size_t i = 0; i < j->suivi.alertes_n; i++)
        if (is_under(&j->suivi.alertes[i], r))
            bullet(out, words_of(&j->suivi.alertes[i], r));
    if (r != R_INDICATEURS)
        return;
    for (const struct element *i = e->document->document->first[K_INDICATEUR]; i; i = i->after)
        near(e, s, j, i, out);
}

void aet_plan_a_traiter(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct ce_jour j;
    struct buf part = { 0 };
    bool any = false;

    if (!e->document)
        return;
    begin(&j, e, s);
    for (enum rubrique r = R_ACTIONS; r < RUBRIQUES; r++) {
        aet_buf_clear(&part);
        list(e, s, &j, r, &part);
        if (!part.n)
            continue;
        if (!any) {
            aet_buf_str(out, "\n## ");
            aet_buf_str(out, aet_text(a_traiter, e->k->lang));
            aet_buf_char(out, '\n');
        }
        any = true;
        aet_buf_str(out, "\n### ");
        aet_buf_str(out, aet_text(rubriques[r], e->k->lang));
        aet_buf_str(out, "\n\n");
        aet_buf_span(out, aet_buf_view(&part));
    }
    aet_plan_suivi_free(&j.suivi);
    aet_buf_free(&part);
}

/* --- tables to fill in ------------------------------------------------------------------------ */

/* A cell of a table: what would divide it is escaped. */
static void cell(struct buf *out, struct span text)
{
    aet_buf_str(out, "| ");
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];

        if (c == '|')
            aet_buf_char(out, '\\');
        aet_buf_char(out, c == '\n' || c == '\r' ? ' ' : c);
    }
    aet_buf_char(out, ' ');
}

static void empty(struct buf *out, size_t n)
{
    while (n-- > 0)
        aet_buf_str(out, "|  ");
    aet_buf_str(out, "|\n");
}

static void put_actions(const struct ce_jour *j, const struct element *plan, struct buf *out)
{
    struct buf scratch = { 0 };

    for (const struct element *a = plan->document->first[K_ACTION]; a; a = a->after) {
        enum etat_action etat = aet_plan_etat_action(&j->k, a);
        struct span where = aet_plan_situation(&j->k, a);

        if (!aet_span_eq(where, AET_LIT("en-cours")) && !aet_span_eq(where, AET_LIT("en-retard")))
            continue;
        cell(out, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
        cell(out, aet_plan_text(a, ACN_RESPONSABLE));
        cell(out, aet_plan_etat_label(&j->k, etat));
        empty(out, 3);
    }
    aet_buf_free(&scratch);
}

static void put_indicators(const struct element *plan, struct buf *out)
{
    struct buf scratch = { 0 };

    for (const struct element *i = plan->document->first[K_INDICATEUR]; i; i = i->after) {
        cell(out, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
        cell(out, aet_plan_text(i, IND_CIBLE));
        empty(out, 3);
    }
    aet_buf_free(&scratch);
}

static void put_decisions(const struct ce_jour *j, struct buf *out)
{
    for (size_t i = 0; i < j->suivi.alertes_n; i++) {
        const struct alerte *x = &j->suivi.alertes[i];

        if (!is_under(x, R_DECISIONS))
            continue;
        cell(out, x->libelle);
        empty(out, 3);
    }
}

void aet_plan_a_remplir(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct ce_jour j;
    struct buf rows = { 0 };

    begin(&j, e, s);
    for (enum rubrique r = R_ACTIONS; r < RUBRIQUES; r++) {
        aet_buf_clear(&rows);
        if (e->document && r == R_ACTIONS)
            put_actions(&j, e->document, &rows);
        else if (e->document && r == R_INDICATEURS)
            put_indicators(e->document, &rows);
        else
            put_decisions(&j, &rows);
        if (!rows.n && e->document)
            continue;
        aet_buf_str(out, "\n## ");
        aet_buf_str(out, aet_text(rubriques[r], e->k->lang));
        aet_buf_str(out, "\n\n");
        aet_buf_str(out, aet_text(tableaux[r], e->k->lang));
        aet_buf_span(out, aet_buf_view(&rows));
        if (!rows.n)
            empty(out, r == R_ACTIONS ? 6 : r == R_INDICATEURS ? 5 : 4);
    }
    aet_plan_suivi_free(&j.suivi);
    aet_buf_free(&rows);
}
