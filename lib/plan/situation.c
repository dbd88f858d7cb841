/* Late, under way, to come: by the last follow-up and the dates of an action. */
#include "plan/situation.h"

int32_t aet_plan_retard(const struct plan_knowledge *k, const struct element *a)
{
    enum etat_action e = aet_plan_etat_action(k, a);
    int32_t fin;

    if (e == EA_REALISEE || e == EA_ABANDONNEE || e == EA_INCONNU ||
        !aet_plan_last_day(a, ACN_FIN, &fin))
        return 0;
    return fin < k->today ? k->today - fin : 0;
}

bool aet_plan_dite_en_retard(const struct plan_knowledge *k, const struct element *a)
{
    return aet_plan_etat_action(k, a) == EA_RETARDEE && aet_plan_retard(k, a) == 0;
}

struct span aet_plan_situation(const struct plan_knowledge *k, const struct element *a)
{
    enum etat_action e = aet_plan_etat_action(k, a);
    int32_t debut;

    if (e == EA_INCONNU)
        return AET_LIT("inconnu");
    if (e == EA_REALISEE)
        return AET_LIT("fait");
    if (e == EA_ABANDONNEE || e == EA_SUSPENDUE)
        return AET_LIT("arrete");
    if (e == EA_RETARDEE || aet_plan_retard(k, a) > 0)
        return AET_LIT("en-retard");
    if (e == EA_PREVUE && (!aet_plan_first_day(a, ACN_DEBUT, &debut) || debut > k->today))
        return AET_LIT("a-venir");
    return AET_LIT("en-cours");
}

void aet_plan_put_etat(struct section *to, int column, const struct plan_knowledge *k,
                       const struct element *a)
{
    enum etat_action e = aet_plan_etat_action(k, a);

    if (e == EA_INCONNU)
        aet_row_unknown(to, column);
    else
        aet_row_coded(to, column, aet_span_z(aet_plan_etats[e]), aet_plan_etat_label(k, e));
}

void aet_plan_put_date(struct section *to, int column, const struct element *e, int field)
{
    bool good = e && aet_plan_fact(e, field)->good;

    aet_row_date(to, column, good ? aet_plan_fact(e, field)->u.date : (struct date){ 0 });
}
