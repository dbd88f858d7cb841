/* Indicators on their way from baseline to target. */
#include "plan/suivi/suivi.h"

#include "base/message.h"
#include "plan/rules.h"
#include "plan/situation.h"
#include "report/figure.h"

/* What is known of one indicator at the day. */
struct chemin {
    double depart, cible, valeur, part, attendu;
    bool has_depart, has_cible, has_valeur, has_part, has_attendu;
    bool qualitatif, echu;
};

static void way(const struct plan_knowledge *k, const struct element *i, const struct element *r,
                struct chemin *c)
{
    int32_t from, to;
    bool dated = aet_plan_last_day(i, IND_DATE_CIBLE, &to);

    *c = (struct chemin){ .qualitatif = aet_plan_mesure(k, i) == MES_QUALITATIF };
    c->has_depart = !c->qualitatif && aet_plan_number(i, IND_DEPART, &c->depart);
    c->has_cible = !c->qualitatif && aet_plan_number(i, IND_CIBLE, &c->cible);
    c->has_valeur = r && !c->qualitatif && aet_plan_number(r, REL_VALEUR, &c->valeur);
    c->has_part = c->has_depart && c->has_cible && c->has_valeur && c->cible != c->depart;
    if (c->has_part)
        c->part = (c->valeur - c->depart) / (c->cible - c->depart);
    c->echu = dated && to < k->today;
    c->has_attendu = dated && aet_plan_first_day(i, IND_DATE_DEPART, &from) && to > from;
    if (c->has_attendu) {
        c->attendu = (double)(k->today - from) / (double)(to - from);
        c->attendu = c->attendu < 0 ? 0 : c->attendu > 1 ? 1 : c->attendu;
    }
}

/* Reached; behind: a fifth of the way less than the time elapsed, or the target date has passed. */
enum etat { QUALITATIF, SANS_RELEVE, ATTEINT, NON_ATTEINT, INDETERMINE, EN_RETARD, EN_VOIE };

static enum etat state(const struct chemin *c, const struct element *r)
{
    if (c->qualitatif)
        return r ? QUALITATIF : SANS_RELEVE;
    if (!c->has_valeur)
        return SANS_RELEVE;
    if (c->has_part && c->part >= 1)
        return ATTEINT;
    if (!c->has_part && c->has_cible && c->valeur == c->cible)
        return ATTEINT;
    if (c->echu)
        return NON_ATTEINT;
    if (!c->has_part)
        return INDETERMINE;
    return c->has_attendu && c->part < c->attendu - 0.2 ? EN_RETARD : EN_VOIE;
}

/* The states as programs and people read them. */
static const struct {
    const char *code;
    struct text label;
} etats[] = {
    [QUALITATIF] = { "qualitatif", { "qualitatif", "qualitative" } },
    [SANS_RELEVE] = { "sans-releve", { "sans relevé", "no reading" } },
    [ATTEINT] = { "atteint", { "atteint", "reached" } },
    [NON_ATTEINT] = { "non-atteint", { "non atteint", "not reached" } },
    [INDETERMINE] = { "indetermine", { "indéterminé", "undetermined" } },
    [EN_RETARD] = { "en-retard", { "en retard", "behind" } },
    [EN_VOIE] = { "en-voie", { "en voie", "on its way" } },
};

/* How many stand behind the point. */
static int decimals(struct span digits)
{
    const char *dot = memchr(digits.p, '.', digits.n);

    return dot ? (int)(digits.p + digits.n - dot) - 1 : 0;
}

/* A value as people read it: the number with its sign, or the words. */
static void put_value(const struct plan_knowledge *k, const struct element *i,
                      const struct element *e, int field, struct buf *out)
{
    const struct fact *f = aet_plan_fact(e, field);

    aet_buf_clear(out);
    if (!f->good) {
        aet_buf_span(out, f->u.number.text);
        return;
    }
    aet_figure_in(out, &(struct cell){ .put = true, .known = true, .u.d = f->u.number.value },
                  CELL_NUMBER, decimals(f->u.number.text), k->lang, "");
    if (aet_plan_mesure(k, i) == MES_POURCENTAGE)
        aet_buf_str(out, aet_text((struct text){ "\u00a0%", "%" }, k->lang));
}

/* A part of the figures, behind those before: its value, and its date where there is one. */
static void put_part(const struct plan_knowledge *k, struct text dated, struct text alone,
                     struct span value, struct date date, struct buf *out)
{
    struct buf day = { 0 };

    aet_buf_str(out, out->n ? "; " : " (");
    aet_date_say(date, k->lang, &day);
    aet_words_put(
        out, date.year ? dated : alone, k->lang,
        AET_WORDS(aet_word_span("valeur", value), aet_word_span("date", aet_buf_view(&day))));
    aet_buf_free(&day);
}

static struct date date_of(const struct element *e, int field)
{
    const struct fact *f = aet_plan_fact(e, field);

    return f->good ? f->u.date : (struct date){ 0 };
}

void aet_plan_chiffres(const struct plan_knowledge *k, const struct element *cible, struct buf *out)
{
    static const struct text read = { "{valeur} le {date}", "{valeur} on {date}" };
    static const struct text target = { "cible : {valeur}, {date}", "target: {valeur}, {date}" };
    static const struct text target_alone = { "cible : {valeur}", "target: {valeur}" };
    bool last = cible->kind == K_INDICATEUR;
    const struct element *i = last ? cible : cible->parent;
    int field = last ? (int)IND_CIBLE : (int)JAL_VALEUR;
    int date = last ? (int)IND_DATE_CIBLE : (int)JAL_DATE;
    int32_t day;
    bool past = !last && aet_plan_last_day(cible, date, &day) && day < k->today;
    const struct element *r = aet_plan_last_releve(i, past ? day : k->today);
    struct buf value = { 0 };

    aet_buf_clear(out);
    if (r) {
        put_value(k, i, r, REL_VALEUR, &value);
        put_part(k, read, read, aet_buf_view(&value), date_of(r, REL_DATE), out);
    }
    if (aet_plan_fact(cible, field)->present) {
        put_value(k, i, cible, field, &value);
        put_part(k, target, target_alone, aet_buf_view(&value), date_of(cible, date), out);
    }
    aet_buf_str(out, out->n ? ")" : "");
    aet_buf_free(&value);
}

static void alert(struct suivi *s, const struct element *i, enum etat etat)
{
    static const struct {
        enum urgence urgence;
        int rule;
    } alerts[] = {
        [NON_ATTEINT] = { HAUTE, PLA_A_CIBLE },
        [EN_RETARD] = { MOYENNE, PLA_A_PROGRESSION },
        [SANS_RELEVE] = { BASSE, PLA_A_RELEVE },
        [EN_VOIE] = { 0, 0 },
    };
    struct buf figures = { 0 };

    if (!alerts[etat].rule)
        return;
    aet_plan_chiffres(s->k, i, &figures);
    aet_plan_suivi_alert(s, alerts[etat].urgence, (struct sujet){ i, IND_LIBELLE, IND_ID },
                         alerts[etat].rule,
                         AET_WORDS(aet_word_span("chiffres", aet_buf_view(&figures))));
    aet_buf_free(&figures);
}

enum {
    INDICATEURS_REGROUPEMENT,
    INDICATEURS_ID,
    INDICATEURS_LIBELLE,
    INDICATEURS_TRANSFORMATION,
    INDICATEURS_DEPART,
    INDICATEURS_CIBLE,
    INDICATEURS_DATE_CIBLE,
    INDICATEURS_VALEUR,
    INDICATEURS_DATE,
    INDICATEURS_PROGRESSION,
    INDICATEURS_ATTENDU,
    INDICATEURS_ETAT,
    INDICATEURS_OBSERVATION
};
static const struct column indicateurs_columns[] = {
    [INDICATEURS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [INDICATEURS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [INDICATEURS_LIBELLE] = { "libelle", { "Indicateur", "Indicator" }, CELL_TEXT, false },
    [INDICATEURS_TRANSFORMATION] = { "transformation",
                                     { "Transformation", "Transformation" },
                                     CELL_TEXT,
                                     false },
    [INDICATEURS_DEPART] = { "depart", { "Départ", "Baseline" }, CELL_NUMBER, false },
    [INDICATEURS_CIBLE] = { "cible", { "Cible", "Target" }, CELL_NUMBER, false },
    [INDICATEURS_DATE_CIBLE] = { "date_cible",
                                 { "Date de la cible", "Target date" },
                                 CELL_DATE,
                                 false },
    [INDICATEURS_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [INDICATEURS_DATE] = { "date", { "Relevée le", "Read on" }, CELL_DATE, false },
    [INDICATEURS_PROGRESSION] = { "progression",
                                  { "Chemin parcouru (1 : la cible)",
                                    "Way covered (1: the target)" },
                                  CELL_NUMBER,
                                  false },
    [INDICATEURS_ATTENDU] = { "attendu", { "Temps écoulé", "Time elapsed" }, CELL_SHARE, false },
    [INDICATEURS_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
    [INDICATEURS_OBSERVATION] = { "observation", { "En mots", "In words" }, CELL_TEXT, false },
};

const struct section_kind aet_plan_kind_suivi_indicateurs = {
    .key = "indicateurs",
    .led = INDICATEURS_REGROUPEMENT + 1,
    .title = { "Les indicateurs, du départ à la cible", "The indicators, from baseline to target" },
    AET_COLUMNS(indicateurs_columns),
    .view = { .kind = VIEW_PROGRESS,
              .label = INDICATEURS_LIBELLE,
              .from = INDICATEURS_PROGRESSION,
              .to = INDICATEURS_ATTENDU },
    .fill = aet_plan_suivi_kept,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN },
};

bool aet_plan_atteint(const struct plan_knowledge *k, const struct element *i)
{
    const struct element *r = aet_plan_last_releve(i, k->today);
    struct chemin c;

    way(k, i, r, &c);
    return !aet_plan_releve_lost(i, k->today) && state(&c, r) == ATTEINT;
}

static void put_indicator(struct suivi *s, const struct element *plan, const struct element *i)
{
    const struct element *r = aet_plan_last_releve(i, s->k->today);
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_indicateurs);
    struct buf scratch = { 0 };
    struct chemin c;
    enum etat etat;

    way(s->k, i, r, &c);
    etat = aet_plan_releve_lost(i, s->k->today) ? INDETERMINE : state(&c, r);
    aet_row_begin(to);
    aet_row_text(to, INDICATEURS_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(to, INDICATEURS_ID, aet_plan_name(i, IND_ID, IND_LIBELLE, &scratch));
    aet_row_text(to, INDICATEURS_LIBELLE, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
    aet_row_text(to, INDICATEURS_TRANSFORMATION,
                 aet_plan_name(i->parent, TRA_LIBELLE, TRA_ID, &scratch));
    aet_row_number_if(to, INDICATEURS_DEPART, c.has_depart, c.depart);
    aet_row_number_if(to, INDICATEURS_CIBLE, c.has_cible, c.cible);
    aet_plan_put_date(to, INDICATEURS_DATE_CIBLE, i, IND_DATE_CIBLE);
    aet_row_number_if(to, INDICATEURS_VALEUR, c.has_valeur, c.valeur);
    aet_plan_put_date(to, INDICATEURS_DATE, r, REL_DATE);
    aet_row_number_if(to, INDICATEURS_PROGRESSION, c.has_part, c.part);
    aet_row_number_if(to, INDICATEURS_ATTENDU, c.has_attendu, c.attendu);
    aet_row_coded_words(to, INDICATEURS_ETAT, etats[etat].code, etats[etat].label);
    if (c.qualitatif && r)
        aet_row_text(to, INDICATEURS_OBSERVATION, aet_plan_fact(r, REL_VALEUR)->u.number.text);
    else
        aet_row_unknown(to, INDICATEURS_OBSERVATION);
    aet_row_end(to);
    s->indicateurs++;
    s->atteints += etat == ATTEINT;
    alert(s, i, etat);
    aet_buf_free(&scratch);
}

void aet_plan_suivi_indicateurs(struct suivi *s, const struct element *plan)
{
    for (const struct element *i = plan->document->first[K_INDICATEUR]; i; i = i->after) {
        put_indicator(s, plan, i);
        aet_plan_suivi_cibles(s, i);
    }
}
