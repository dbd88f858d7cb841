/* Actions: what was decided of each, and what is written of it among the revisions of the plan. */
#include "base/fold.h"
#include "plan/revision/decision.h"
#include "plan/revision/redaction.h"
#include "plan/suivi/suivi.h"
#include "tree/amend.h"

static const struct {
    struct text decidee, sans_date, inachevee, avancee, realisee, arretee, sans_suivi, inconnue,
        deja, objet, objet_id;
} dit = {
    .decidee = { "{choix} ({date})", "{choix} ({date})" },
    .sans_date = { "{choix} (sans date)", "{choix} (no date)" },
    .inachevee = { "inachevée, « {etat} » au dernier suivi : reprise",
                   "unfinished, “{etat}” at the last follow-up: carried over" },
    .avancee = { "inachevée, « {etat} » au dernier suivi ({avancement} %) : reprise",
                 "unfinished, “{etat}” at the last follow-up ({avancement}%): carried over" },
    .realisee = { "réalisée, sans décision", "completed, without a decision" },
    .arretee = { "« {etat} » au dernier suivi, sans décision",
                 "“{etat}” at the last follow-up, without a decision" },
    .sans_suivi = { "ni suivi ni décision : reprise",
                    "no follow-up and no decision: carried over" },
    .inconnue = { "gardée en attendant", "kept meanwhile" },
    .deja = { "déjà inscrite aux révisions", "already among the revisions" },
    .objet = { "action « {libelle} »", "action “{libelle}”" },
    .objet_id = { "action « {libelle} » ({id})", "action “{libelle}” ({id})" },
};

static const struct {
    struct text ecartee, contraire, sans_date, sans_choix, dementie, a_venir, aucune, resultats,
        suivi_ecarte, passee, hors_cycle, sans_dates;
} attend = {
    .ecartee = { "une décision a une erreur et a été laissée de côté : la corriger",
                 "a decision has an error and was left out: correct it" },
    .contraire = { "deux décisions du {date} se contredisent, {choix} et {autre} : dire laquelle "
                   "tient",
                   "two decisions of {date} contradict each other, {choix} and {autre}: say which "
                   "one holds" },
    .sans_date = { "une décision sans date dit {autre}, une autre {choix} : dire laquelle est la "
                   "dernière",
                   "a decision without a date says {autre}, another one {choix}: say which one is "
                   "the last" },
    .sans_choix = { "la dernière décision ne dit ni maintien, ni adaptation, ni abandon",
                    "the last decision does not say whether to maintain, adapt or drop" },
    .dementie = { "abandon décidé le {date}, et « {etat} » au suivi du {apres} : dire lequel tient",
                  "dropped on {date}, and “{etat}” at the follow-up of {apres}: say which one "
                  "holds" },
    .a_venir = { "une décision est datée du {date}, après le jour de la révision",
                 "a decision is dated {date}, after the day of the revision" },
    .aucune = { "aucune décision : maintien, adaptation ou abandon",
                "no decision: maintain, adapt or drop" },
    .resultats = { "résultats du {date}, venus depuis la décision : la confirmer",
                   "results of {date}, since the decision: confirm it" },
    .suivi_ecarte = { "un suivi a une erreur et a été laissé de côté : l’état n’est pas connu",
                      "a follow-up has an error and was left out: the state is not known" },
    .passee = { "fin prévue passée ({date}) : la dater de nouveau",
                "planned end passed ({date}): date it anew" },
    .hors_cycle = { "dates hors du cycle : les revoir", "dates outside the cycle: revise them" },
    .sans_dates = { "sans début ni fin : l’échéancier est à donner",
                    "no start and no end: give its schedule" },
};

/* --- what is said ----------------------------------------------------------------------------- */

static struct word choice(const struct redaction *r, const char *name, const struct element *d)
{
    const struct table *t = r->k->tables[T_DECISIONS];
    int32_t row = d ? aet_fact_row(&d->facts, DEC_CHOIX) : NO_ROW;

    return aet_word_span(name,
                         row == NO_ROW ? AET_LIT("?") : aet_label(t, (size_t)row, r->k->lang));
}

static struct word day_of(struct redaction *r, const char *name, const struct element *e, int field)
{
    const struct fact *f = e ? aet_plan_fact(e, field) : NULL;

    return aet_word_span(name, f && f->good ? aet_plan_jour(r, f->u.date) : AET_LIT(""));
}

static struct word state(const struct redaction *r, const struct element *suivi)
{
    return aet_word_span("etat", aet_plan_etat_label(r->k, aet_plan_etat(r->k, suivi)));
}

/* What the decisions leave open. */
static void say_doubt(struct redaction *r, struct devenir *x, const struct verdict *v)
{
    switch (v->doute) {
    case DOUTE_ECARTEE:
        aet_plan_attente(r, x, attend.ecartee, NULL);
        break;
    case DOUTE_CONTRAIRE:
        aet_plan_attente(r, x, attend.contraire,
                         AET_WORDS(day_of(r, "date", v->decision, DEC_DATE),
                                   choice(r, "choix", v->autre), choice(r, "autre", v->decision)));
        break;
    case DOUTE_SANS_DATE:
        aet_plan_attente(r, x, attend.sans_date,
                         AET_WORDS(choice(r, "autre", v->autre), choice(r, "choix", v->decision)));
        break;
    case DOUTE_SANS_CHOIX:
        aet_plan_attente(r, x, attend.sans_choix, NULL);
        break;
    case DOUTE_DEMENTIE:
        aet_plan_attente(r, x, attend.dementie,
                         AET_WORDS(day_of(r, "date", v->decision, DEC_DATE), state(r, v->autre),
                                   day_of(r, "apres", v->autre, SUA_DATE)));
        break;
    case DOUTE_A_VENIR:
        aet_plan_attente(r, x, attend.a_venir, AET_WORDS(day_of(r, "date", v->autre, DEC_DATE)));
        break;
    case SANS_DOUTE:
        break;
    }
}

/* Why it stays, where no decision says so. */
static void say_state(struct redaction *r, struct devenir *x)
{
    const struct element *last = aet_plan_last_suivi(x->e, r->k->today);
    const struct fact *share = last ? aet_plan_fact(last, SUA_AVANCEMENT) : NULL;
    bool known = share && share->good;

    switch (aet_plan_etat_action(r->k, x->e)) {
    case EA_INCONNU:
        aet_plan_motif(r, x, dit.inconnue, NULL);
        aet_plan_attente(r, x, attend.suivi_ecarte, NULL);
        break;
    case EA_REALISEE:
        aet_plan_motif(r, x, dit.realisee, NULL);
        break;
    case EA_ABANDONNEE:
        aet_plan_motif(r, x, dit.arretee, AET_WORDS(state(r, last)));
        break;
    default:
        aet_plan_motif(
            r, x,
            known  ? dit.avancee
            : last ? dit.inachevee
                   : dit.sans_suivi,
            AET_WORDS(state(r, last),
                      aet_word_span("avancement", known ? share->u.number.text : AET_LIT(""))));
    }
}

static void say_decision(struct redaction *r, struct devenir *x, const struct element *d,
                         bool written)
{
    const struct fact *date = aet_plan_fact(d, DEC_DATE);

    x->decision = date->good ? date->u.date : (struct date){ 0 };
    aet_plan_motif(r, x, date->good ? dit.decidee : dit.sans_date,
                   AET_WORDS(choice(r, "choix", d), day_of(r, "date", d, DEC_DATE)));
    if (written)
        aet_plan_motif(r, x, dit.deja, NULL);
    aet_plan_citer(r, x, aet_span_trim(aet_plan_text(d, DEC_JUSTIFICATION)));
}

/* --- among the revisions of the plan ---------------------------------------------------------- */

/* "Adaptation : they asked for it", whole. */
static struct span reason_of(struct redaction *r, const struct element *d)
{
    struct span why = aet_span_trim(aet_plan_text(d, DEC_JUSTIFICATION));
    struct buf text = { 0 };
    struct span kept;

    aet_buf_span(&text, choice(r, "", d).text);
    aet_buf_str(&text, why.n ? aet_text((struct text){ "\u00a0: ", ": " }, r->k->lang) : "");
    aet_buf_span(&text, why);
    kept = aet_arena_copy(&r->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

/* Whether a revision of the plan is that of a decision: by its identifier, or by its day and what
 * it is about. */
static bool is_that_of(struct redaction *r, const struct element *v, const struct devenir *x,
                       const struct element *d)
{
    struct span id = aet_element_id(d), about = aet_span_trim(aet_plan_text(v, REV_ELEMENT));
    int32_t day, other;

    if (id.n && aet_span_eq(aet_element_id(v), id))
        return true;
    if (!aet_plan_first_day(d, DEC_DATE, &day) || !aet_plan_first_day(v, REV_DATE, &other) ||
        day != other)
        return false;
    return about.n ? aet_span_eq(about, aet_element_id(x->e))
                   : aet_fold_same(aet_plan_text(v, REV_MOTIF), reason_of(r, d));
}

/* Whether it was written among the revisions before, by hand or by this verb. */
static bool is_written(struct redaction *r, const struct devenir *x, const struct element *d)
{
    for (const struct element *v = aet_child(r->plan, K_REVISION); v; v = v->next)
        if (is_that_of(r, v, x, d))
            return true;
    return false;
}

/* What the revision is about: an action that stays is cited, one that goes is named. */
static struct span subject_of(struct redaction *r, const struct element *a)
{
    struct buf scratch = { 0 };
    struct span text, name = aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch);
    struct span id = aet_element_id(a);

    text = aet_plan_phrase(r, !id.n || aet_span_eq(id, name) ? dit.objet : dit.objet_id,
                           AET_WORDS(aet_word_span("libelle", name), aet_word_span("id", id)));
    aet_buf_free(&scratch);
    return text;
}

static void write_revision(struct redaction *r, const struct devenir *x)
{
    const struct element *d = x->choix, *a = x->e;
    struct span motif = reason_of(r, d), id = aet_element_id(a);
    bool stays = x->sort != RETRAIT, cited = stays && id.n;
    struct element *v = aet_plan_ajouter(r, K_REVISION, x->motif);

    aet_plan_devenir(r, v)->decision = x->decision;
    aet_element_set_text(v, REV_ID, aet_element_id(d));
    if (aet_plan_fact(d, DEC_DATE)->good)
        aet_element_set_date(v, REV_DATE, aet_plan_fact(d, DEC_DATE)->u.date);
    aet_element_set_text(v, REV_PORTE_SUR, cited ? AET_LIT("action") : subject_of(r, a));
    aet_element_set_text(v, REV_ELEMENT, cited ? id : AET_LIT(""));
    aet_element_set_text(v, REV_MOTIF, motif);
}

/* --- what becomes of it ----------------------------------------------------------------------- */

static bool outside(const struct redaction *r, const struct element *a)
{
    int32_t from, to;
    bool has_from = aet_plan_first_day(a, ACN_DEBUT, &from);
    bool has_to = aet_plan_last_day(a, ACN_FIN, &to);
    const struct nouveau_cycle *p = &r->p;

    return (p->debut.year && has_from && from < aet_date_days(p->debut)) ||
           (p->fin.year && has_to && to > aet_date_last_day(p->fin));
}

/* What its dates leave to be done, once they were moved. */
static void check_dates(struct redaction *r, struct devenir *x)
{
    enum etat_action etat = aet_plan_etat_action(r->k, x->e);
    bool ended = etat == EA_REALISEE || etat == EA_ABANDONNEE || etat == EA_INCONNU;
    int32_t end, from;
    bool has_end = aet_plan_last_day(x->e, ACN_FIN, &end);

    if (!has_end && !aet_plan_first_day(x->e, ACN_DEBUT, &from))
        aet_plan_attente(r, x, attend.sans_dates, NULL);
    else if (r->p.mois && outside(r, x->e))
        aet_plan_attente(r, x, attend.hors_cycle, NULL);
    else if ((r->p.suivant || !ended) && has_end && end < r->k->today)
        aet_plan_attente(r, x, attend.passee, AET_WORDS(day_of(r, "date", x->e, ACN_FIN)));
}

/* Where the decisions, or their lack, leave something open. */
static void check_decisions(struct redaction *r, struct devenir *x, const struct verdict *v)
{
    int32_t result;
    bool due = aet_plan_decision_due(r->k, x->e, &result);

    say_doubt(r, x, v);
    if (v->doute)
        return;
    if (v->decision && due)
        aet_plan_attente(
            r, x, attend.resultats,
            AET_WORDS(aet_word_span("date", aet_plan_jour(r, aet_date_from_days(result)))));
    else if (!v->decision && (r->p.suivant || due))
        aet_plan_attente(r, x, attend.aucune, NULL);
}

/* It stays: as it was, adapted, or until the group has decided. */
static void keep(struct redaction *r, struct devenir *x, const struct verdict *v, bool written)
{
    if (v->decision && v->choix >= 0)
        say_decision(r, x, v->decision, written && v->choix == CHOIX_ADAPTATION);
    else if (v->doute)
        aet_plan_motif(r, x, dit.inconnue, NULL);
    else
        say_state(r, x);
    check_decisions(r, x, v);
    if (v->choix == CHOIX_ADAPTATION && !written) {
        x->sort = ADAPTATION;
        x->choix = v->decision;
    }
    aet_plan_deplacer(r, x->e, ACN_DEBUT);
    aet_plan_deplacer(r, x->e, ACN_FIN);
    check_dates(r, x);
}

static void action(struct redaction *r, struct element *a)
{
    struct devenir *x = aet_plan_devenir(r, a);
    struct verdict v = aet_plan_verdict(r->k, a);
    bool written = v.decision && is_written(r, x, v.decision);

    x->suivi = aet_plan_last_suivi(a, r->k->today);
    if (!v.decision || v.choix != CHOIX_ABANDON) {
        keep(r, x, &v, written);
        return;
    }
    say_decision(r, x, v.decision, written);
    aet_plan_retirer(r, a, x->motif, x->decision);
    x->choix = written ? NULL : v.decision;
}

void aet_plan_rediger_actions(struct redaction *r)
{
    size_t n = r->n; /* revisions are added behind */

    for (struct element *a = r->plan->document->first[K_ACTION]; a; a = a->after)
        action(r, a);
    for (size_t i = 0; i < n; i++)
        if (r->devenirs[i].choix) {
            struct devenir x = r->devenirs[i]; /* adding one moves them */

            write_revision(r, &x);
        }
}
