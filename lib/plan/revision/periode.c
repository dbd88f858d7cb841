/* Which cycle comes, and by how much it moves dates. */
#include "plan/revision/periode.h"

#include "plan/rules.h"

enum { YEAR = 12, GAP = 3 }; /* months; a gap between two cycles is no longer than a summer */

static int months(struct date d)
{
    return d.year * YEAR + d.month - 1;
}

struct date aet_plan_plus_tard(struct date d, int mois)
{
    int all = months(d) + mois, length;

    d.year = (int16_t)(all / YEAR);
    d.month = (int8_t)(all % YEAR + 1);
    length = aet_date_month_length(d.year, d.month);
    d.day = (int8_t)(d.day > length ? length : d.day);
    return d;
}

static struct date date_of(const struct element *cycle, int field)
{
    const struct fact *f = cycle ? aet_plan_fact(cycle, field) : NULL;

    return f && f->good ? f->u.date : (struct date){ 0 };
}

/* From the start of one cycle to that of the next. */
static int length_of(struct date debut, struct date fin)
{
    int n = months(aet_date_from_days(aet_date_last_day(fin) + 1)) - months(debut);
    int lacking = (YEAR - n % YEAR) % YEAR;

    return lacking <= GAP ? n + lacking : n;
}

/* The start that the options give, by the day or by the year; year 0: they give none. */
static struct date asked_start(const struct demande_revision *ask, const struct nouveau_cycle *p)
{
    if (ask->has_debut)
        return ask->debut;
    if (ask->has_annee && p->avant_annee && p->avant_debut.year)
        return aet_plan_plus_tard(p->avant_debut, (int)(ask->annee - p->avant_annee) * YEAR);
    return (struct date){ 0 };
}

static bool is_next(const struct demande_revision *ask, const struct nouveau_cycle *p,
                    struct date start, int32_t today)
{
    if (start.year && p->avant_debut.year)
        return aet_date_days(start) > aet_date_days(p->avant_debut);
    if (ask->has_annee || ask->has_debut)
        return !ask->has_annee || ask->annee != p->avant_annee;
    return p->fermee && p->avant_debut.year && today >= aet_day(p->avant_fin.year, 1, 1);
}

static void move(struct nouveau_cycle *p, const struct demande_revision *ask, struct date start)
{
    bool known = p->avant_debut.year != 0;

    if (start.year)
        p->mois = known ? months(start) - months(p->avant_debut) : 0;
    else if (ask->has_annee)
        p->mois = p->avant_annee ? (int)(ask->annee - p->avant_annee) * YEAR : 0;
    else
        p->mois = length_of(p->avant_debut, p->avant_fin);
    p->debut = start.year ? start : known ? aet_plan_plus_tard(p->avant_debut, p->mois) : start;
    if (p->fermee)
        p->fin = aet_plan_plus_tard(p->avant_fin, p->mois);
    if (p->avant_annee && known)
        p->annee = p->avant_annee + p->debut.year - p->avant_debut.year;
    else
        p->annee = p->debut.year;
}

bool aet_plan_periode(struct nouveau_cycle *p, const struct demande_revision *ask,
                      const struct element *plan, int32_t today, struct contretemps *why)
{
    const struct element *cycle = aet_child(plan, K_CYCLE);
    struct date start;

    *p = (struct nouveau_cycle){ .avant_debut = date_of(cycle, CYC_DEBUT),
                                 .avant_fin = date_of(cycle, CYC_FIN),
                                 .avant_annee = aet_plan_year(plan) };
    *why = (struct contretemps){ .rule = 0 };
    p->fermee = p->avant_fin.year != 0;
    p->debut = p->avant_debut;
    p->fin = p->avant_fin;
    p->annee = p->avant_annee;
    start = asked_start(ask, p);
    if (start.year && p->avant_debut.year && aet_date_days(start) < aet_date_days(p->avant_debut))
        *why = (struct contretemps){ PLA_REVISION_RECUL, start, p->avant_debut };
    p->suivant = is_next(ask, p, start, today);
    if (p->suivant)
        move(p, ask, start);
    if (ask->has_annee)
        p->annee = ask->annee;
    if (ask->has_fin)
        p->fin = ask->fin;
    if (!why->rule && p->debut.year && p->fin.year &&
        aet_date_last_day(p->fin) < aet_date_days(p->debut))
        *why = (struct contretemps){ PLA_REVISION_ORDRE, p->fin, p->debut };
    return !why->rule;
}
