/* All that is no action: what hangs on the time that the plan covers, what follows from what became
 * of actions, and what stays with the plan before. */
#include "kinds/activite.h"
#include "plan/revision/redaction.h"
#include "plan/suivi/suivi.h"
#include "tree/amend.h"

static const struct {
    struct text cycle, reste, releve, sans_releve, realisee, abandonnee, a_faire, repris, garde,
        efface, resultat;
} dit = {
    .cycle = { "cycle suivant", "next cycle" },
    .reste = { "reste au plan d’avant", "stays with the plan before" },
    .releve = { "départ : le relevé du {date}", "baseline: the reading of {date}" },
    .sans_releve = { "sans relevé : même départ", "no reading: same baseline" },
    .realisee = { "réalisée", "completed" },
    .abandonnee = { "abandonnée", "dropped" },
    .a_faire = { "pas encore réalisée : reprise", "not yet completed: carried over" },
    .repris = { "rien ne le remet en cause", "nothing speaks against it" },
    .garde = { "gardé en attendant", "kept meanwhile" },
    .efface = { "ce qu’elle révisait n’est plus au plan",
                "what it revised is no more in the plan" },
    .resultat = { "un résultat cité n’est plus au plan", "a result cited is no more in the plan" },
};

static const struct {
    struct text sans_debut, sans_fin, fini, ecartes, atteinte, manquee, releve, etape, actions,
        objectif, sans_date;
} attend = {
    .sans_debut = { "le début du cycle n’est pas dit : aucune date n’est déplacée, les donner",
                    "the start of the cycle is not said: no date is moved, give them" },
    .sans_fin = { "la fin du cycle n’est pas dite : c’est la suite du même cycle; pour le suivant, "
                  "donner son année (--annee) ou son début (--debut)",
                  "the end of the cycle is not said: this is the same cycle going on; for the next "
                  "one, give its year (--annee) or its start (--debut)" },
    .fini = { "ce cycle est déjà fini : en donner un autre (--annee ou --debut)",
              "this cycle is over already: give another one (--annee or --debut)" },
    .ecartes = { "{nombre} {nombre|élément a une erreur et n’est|éléments ont une erreur et ne "
                 "sont} "
                 "pas au brouillon : corriger le plan d’avant",
                 "{nombre} {nombre|element has an error and is|elements have an error and are} not "
                 "in the draft: correct the plan before" },
    .atteinte = { "cible atteinte : en fixer une autre, ou retirer l’indicateur",
                  "target reached: set another one, or drop the indicator" },
    .manquee = { "date de la cible passée sans l’atteindre : revoir la cible ou la date",
                 "date of the target passed without reaching it: revise the target or the date" },
    .releve = { "le dernier relevé a une erreur et a été laissé de côté : le départ n’est pas mis "
                "à "
                "jour",
                "the last reading has an error and was left out: the baseline is not brought up to "
                "date" },
    .etape = { "hors du chemin, du nouveau départ à la cible : la revoir",
               "not on the way from the new baseline to the target: revise it" },
    .actions = { "toutes ses actions sont abandonnées : questionner sa pertinence, ou lui en "
                 "donner "
                 "d’autres",
                 "all of its actions are dropped: question whether it is relevant, or give it "
                 "others" },
    .objectif = { "toutes ses actions sont abandonnées : questionner sa pertinence",
                  "all of its actions are dropped: question whether it is relevant" },
    .sans_date = { "sans échéance : la donner", "no due date: give it" },
};

static void update(struct devenir *x)
{
    if (x->sort == GARDE)
        x->sort = MISE_A_JOUR;
}

/* --- the plan and its cycle ------------------------------------------------------------------- */

/* How many digits stand there, and what four of them say. */
static size_t digits_at(struct span text, size_t at, int *year)
{
    size_t n = 0;

    *year = 0;
    while (at + n < text.n && text.p[at + n] >= '0' && text.p[at + n] <= '9') {
        if (n < 4)
            *year = *year * 10 + text.p[at + n] - '0';
        n++;
    }
    return n;
}

/* What a year of the cycle before becomes: the one it begins in, the one it ends in; where its end
 * is not known, one that follows soon. 0: it is another year. */
static int64_t moved_year(const struct nouveau_cycle *p, int year)
{
    enum { SOON = 5 };
    int64_t by = p->annee - p->avant_annee;

    if (!year || year < p->avant_annee)
        return 0;
    if (year != p->avant_annee && p->avant_fin.year)
        return year == p->avant_fin.year ? p->fin.year : 0;
    return year <= p->avant_annee + SOON ? year + by : 0;
}

/* Years that stand alone in a text: "2024-2027". */
static void move_years(const struct redaction *r, struct span text, struct buf *out)
{
    size_t n;

    for (size_t i = 0; i < text.n; i += n) {
        int year;
        int64_t moved;

        n = digits_at(text, i, &year);
        moved = n == 4 ? moved_year(&r->p, year) : 0;
        n = n ? n : 1;
        if (moved)
            aet_buf_int(out, moved);
        else
            aet_buf_span(out, aet_span(text.p + i, n));
    }
}

/* Another plan has another identifier: its year, or one behind it. */
static void rename_plan(struct redaction *r)
{
    struct span id = aet_plan_text(r->plan, PLN_ID);
    struct span base = aet_span_trim(id.n ? id : aet_plan_group_id(r->plan));
    struct buf text = { 0 };

    move_years(r, base, &text);
    if (aet_span_eq(aet_buf_view(&text), base)) {
        aet_buf_char(&text, '-');
        aet_buf_int(&text, r->p.annee);
    }
    aet_element_set_text(r->plan, PLN_ID, aet_buf_view(&text));
    aet_buf_clear(&text);
    move_years(r, aet_plan_text(r->plan, PLN_LIBELLE), &text);
    aet_element_set_text(r->plan, PLN_LIBELLE, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void the_plan(struct redaction *r)
{
    const struct document *d = r->plan->document;
    struct devenir *x = aet_plan_devenir(r, r->plan);

    if (r->p.suivant && r->p.annee && r->p.annee != r->p.avant_annee) {
        rename_plan(r);
        aet_element_set_integer(r->plan, PLN_ANNEE, r->p.annee);
        aet_plan_motif(r, x, dit.cycle, NULL);
        update(x);
    }
    if (r->p.suivant && !r->p.avant_debut.year && !r->p.mois)
        aet_plan_attente(r, x, attend.sans_debut, NULL);
    else if (!r->p.suivant && !r->p.fermee)
        aet_plan_attente(r, x, attend.sans_fin, NULL);
    if (r->p.suivant && r->p.fin.year && aet_date_last_day(r->p.fin) < r->k->today)
        aet_plan_attente(r, x, attend.fini, NULL);
    if (d->elements_out)
        aet_plan_attente(r, x, attend.ecartes, AET_WORDS(aet_word_uint("nombre", d->elements_out)));
}

static void put_bound(struct devenir *x, int field, struct date was, struct date is)
{
    if (!is.year || (aet_date_days(was) == aet_date_days(is) && was.day == is.day))
        return;
    aet_element_set_date(x->e, field, is);
    x->sort = x->sort == GARDE ? DEPLACEMENT : x->sort;
}

static void the_cycle(struct redaction *r)
{
    const struct nouveau_cycle *p = &r->p;
    struct element *cycle = aet_child(r->plan, K_CYCLE);
    struct devenir *x;

    if (!p->debut.year && !p->fin.year)
        return;
    if (!cycle)
        cycle = aet_plan_ajouter(r, K_CYCLE, aet_plan_phrase(r, dit.cycle, NULL));
    x = aet_plan_devenir(r, cycle);
    put_bound(x, CYC_DEBUT, p->avant_debut, p->debut);
    put_bound(x, CYC_FIN, p->avant_fin, p->fin);
    if (p->suivant && x->sort == DEPLACEMENT)
        aet_plan_motif(r, x, dit.cycle, NULL);
}

/* --- indicators ------------------------------------------------------------------------------- */

/* In a new cycle the baseline is the last value read. */
static void new_baseline(struct redaction *r, struct devenir *x)
{
    const struct element *last = aet_plan_last_releve(x->e, r->k->today);
    struct date day;

    if (aet_plan_releve_lost(x->e, r->k->today)) {
        aet_plan_attente(r, x, attend.releve, NULL);
    } else if (!last) {
        aet_plan_motif(r, x, dit.sans_releve, NULL);
    } else {
        day = aet_plan_fact(last, REL_DATE)->u.date;
        aet_element_take(x->e, IND_DEPART, last, REL_VALEUR);
        aet_element_set_date(x->e, IND_DATE_DEPART, day);
        aet_plan_motif(r, x, dit.releve, AET_WORDS(aet_word_span("date", aet_plan_jour(r, day))));
        update(x);
    }
}

static void indicator(struct redaction *r, struct devenir *x)
{
    bool reached = aet_plan_atteint(r->k, x->e);
    int32_t day;

    if (r->p.suivant) {
        new_baseline(r, x);
        aet_plan_deplacer(r, x->e, IND_DATE_CIBLE);
    }
    if (reached)
        aet_plan_attente(r, x, attend.atteinte, NULL);
    else if (aet_plan_last_day(x->e, IND_DATE_CIBLE, &day) && day < r->k->today)
        aet_plan_attente(r, x, attend.manquee, NULL);
}

/* A stage that is no longer on the way from the new baseline to the target. */
static bool is_passed(const struct element *jalon)
{
    double from, to, value;

    if (!aet_plan_number(jalon, JAL_VALEUR, &value) ||
        !aet_plan_number(jalon->parent, IND_DEPART, &from) ||
        !aet_plan_number(jalon->parent, IND_CIBLE, &to))
        return false;
    return from < to ? value <= from || value >= to : value >= from || value <= to;
}

/* In a new cycle the stages of a target are as far from it as before; its indicator was seen to. */
static void stage(struct redaction *r, struct devenir *x)
{
    aet_plan_deplacer(r, x->e, JAL_DATE);
    if (is_passed(x->e))
        aet_plan_attente(r, x, attend.etape, NULL);
}

/* --- what follows from actions ---------------------------------------------------------------- */

/* Whether it had actions, and none is left. */
static bool emptied(const struct redaction *r, const struct element *t)
{
    const struct element *a = aet_child(t, K_ACTION);
    bool any = a != NULL;

    for (; a; a = a->next)
        any &= aet_plan_devenir(r, a)->sort == RETRAIT;
    return any;
}

static void objective(struct redaction *r, struct devenir *x)
{
    bool had = false, left = false;

    for (const struct element *t = aet_child(x->e, K_TRANSFORMATION); t; t = t->next) {
        bool none = emptied(r, t);

        had |= none;
        left |= !none && aet_child(t, K_ACTION);
        if (none)
            aet_plan_attente(r, aet_plan_devenir(r, t), attend.actions, NULL);
    }
    if (had && !left)
        aet_plan_attente(r, x, attend.objectif, NULL);
}

/* Whether something that goes has this identifier. */
static bool goes_by_id(const struct redaction *r, struct span id)
{
    for (size_t i = 0; id.n && i < r->n; i++)
        if (r->devenirs[i].sort == RETRAIT && aet_span_eq(aet_element_id(r->devenirs[i].e), id))
            return true;
    return false;
}

/* A decision that stays cites nothing that goes. */
static void uncite(struct redaction *r, struct devenir *x)
{
    bool any = false;

    for (size_t i = aet_fact_count(&x->e->facts, DEC_RESULTATS); i-- > 0;) {
        if (!goes_by_id(r, aet_fact_items(&x->e->facts, DEC_RESULTATS)[i].text))
            continue;
        aet_element_drop_part(x->e, DEC_RESULTATS, i);
        any = true;
    }
    if (any) {
        aet_plan_motif(r, x, dit.resultat, NULL);
        update(x);
    }
}

/* A revision that stays is about nothing that goes. */
static void unlink_revision(struct redaction *r, struct devenir *x)
{
    if (x->sort == AJOUT || !goes_by_id(r, aet_span_trim(aet_plan_text(x->e, REV_ELEMENT))))
        return;
    aet_element_clear(x->e, REV_ELEMENT);
    aet_plan_motif(r, x, dit.efface, NULL);
    update(x);
}

/* --- communication ---------------------------------------------------------------------------- */

/* Its terms have no table here: the state is matched as that of an action. */
static int state_of(const struct redaction *r, const struct element *e)
{
    int32_t row = aet_match(r->k->matchers[T_ETATS], aet_span_trim(e->values[ACT_ETAT].text));

    return row == NO_ROW ? -1 : r->k->etat_of[row];
}

/* In a new cycle: what was done stays with the plan before, what was not is to be done. */
static void activity(struct redaction *r, struct devenir *x)
{
    static const int past[] = { ACT_ETAT, ACT_DATE_REALISATION, ACT_DEPENSE,
                                ACT_RETOMBEES_OBSERVEES };
    int state = state_of(r, x->e);

    if (state == EA_REALISEE || state == EA_ABANDONNEE) {
        aet_plan_motif(r, x, state == EA_REALISEE ? dit.realisee : dit.abandonnee, NULL);
        aet_plan_motif(r, x, dit.reste, NULL);
        aet_plan_retirer(r, x->e, x->motif, (struct date){ 0 });
        return;
    }
    aet_plan_motif(r, x, dit.a_faire, NULL);
    if (!aet_plan_fact(x->e, ACT_ECHEANCE)->good)
        aet_plan_attente(r, x, attend.sans_date, NULL);
    aet_plan_deplacer(r, x->e, ACT_ECHEANCE);
    for (size_t i = 0; i < sizeof past / sizeof *past; i++) {
        if (!aet_plan_fact(x->e, past[i])->present || (past[i] == ACT_ETAT && state == EA_PREVUE))
            continue;
        aet_element_clear(x->e, past[i]);
        update(x);
    }
}

/* --- all of it -------------------------------------------------------------------------------- */

/* What happened to a plan, and to no other; an action that goes took its own. */
static bool is_past(unsigned kind)
{
    return kind == K_SUIVI_ACTION || kind == K_RELEVE || kind == K_DECISION || kind == K_REVISION ||
           kind == K_RENCONTRE || kind == K_DIAGNOSTIC;
}

static void leave_past(struct redaction *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct devenir *x = &r->devenirs[i];

        if (x->sort == GARDE && is_past(x->e->kind))
            aet_plan_retirer(r, x->e, aet_plan_phrase(r, dit.reste, NULL), (struct date){ 0 });
    }
}

/* By what it is; what nothing was said of stays as it was. */
static void each(struct redaction *r, struct devenir *x)
{
    switch (x->e->kind) {
    case K_INDICATEUR:
        indicator(r, x);
        break;
    case K_JALON:
        if (r->p.suivant)
            stage(r, x);
        break;
    case K_OBJECTIF:
        objective(r, x);
        break;
    case K_DECISION:
        if (!r->p.suivant)
            uncite(r, x);
        break;
    case K_REVISION:
        if (!r->p.suivant)
            unlink_revision(r, x);
        break;
    case K_COMMUNICATION:
        if (r->p.suivant)
            activity(r, x);
        break;
    case K_SUIVI:
        if (r->p.suivant)
            aet_plan_deplacer(r, x->e, SUI_DATES);
        break;
    default:
        break;
    }
}

/* Where nothing was said: its dates alone were moved, it waits, or it is as it was. */
static void say_the_rest(struct redaction *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct devenir *x = &r->devenirs[i];

        if (!x->motif.n)
            aet_plan_motif(r, x,
                           x->sort == DEPLACEMENT ? dit.cycle
                           : x->attend.n          ? dit.garde
                                                  : dit.repris,
                           NULL);
    }
}

void aet_plan_rediger(struct redaction *r)
{
    aet_plan_rediger_actions(r);
    for (size_t i = 0; i < r->n; i++)
        if (r->devenirs[i].sort != RETRAIT)
            each(r, &r->devenirs[i]);
    if (r->p.suivant)
        leave_past(r);
    the_plan(r);
    the_cycle(r);
    say_the_rest(r);
}
