/* Reading decisions: the last one holds, unless something speaks against it. */
#include "plan/revision/decision.h"

#include "tree/leave.h"

static int choix_of(const struct plan_knowledge *k, const struct element *d)
{
    int32_t row = aet_fact_row(&d->facts, DEC_CHOIX);

    return row == NO_ROW ? -1 : k->choix_of[row];
}

/* The last one up to the day; of one day, *other is one that says another thing. */
static const struct element *last_dated(const struct plan_knowledge *k, const struct element *a,
                                        const struct element **other)
{
    const struct element *last = NULL;
    int32_t best = INT32_MIN, day;

    *other = NULL;
    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next) {
        if (!aet_plan_first_day(d, DEC_DATE, &day) || day > k->today || day < best)
            continue;
        if (last && day == best && choix_of(k, d) != choix_of(k, last))
            *other = last;
        else if (day > best)
            *other = NULL;
        last = d;
        best = day;
    }
    return last;
}

/* One without a date that says another thing than this one; or, of those alone, the first of them.
 */
static const struct element *undated(const struct plan_knowledge *k, const struct element *a,
                                     const struct element *than)
{
    int32_t day;

    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next)
        if (!aet_plan_first_day(d, DEC_DATE, &day) &&
            (!than || choix_of(k, d) != choix_of(k, than)))
            return d;
    return NULL;
}

static const struct element *to_come(const struct plan_knowledge *k, const struct element *a)
{
    int32_t day;

    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next)
        if (aet_plan_first_day(d, DEC_DATE, &day) && day > k->today)
            return d;
    return NULL;
}

/* The last follow-up behind the decision that says that the action goes on, or is done. */
static const struct element *goes_on(const struct plan_knowledge *k, const struct element *a,
                                     const struct element *d)
{
    const struct element *s = aet_plan_last_suivi(a, k->today);
    int32_t when, day;

    if (!s || !aet_plan_first_day(d, DEC_DATE, &when) || !aet_plan_first_day(s, SUA_DATE, &day) ||
        day <= when || aet_plan_etat(k, s) == EA_ABANDONNEE || aet_plan_etat(k, s) == EA_SUSPENDUE)
        return NULL;
    return s;
}

static void doubt(struct verdict *v, enum doute why, const struct element *other)
{
    v->doute = why;
    v->autre = other;
    v->choix = -1;
}

struct verdict aet_plan_verdict(const struct plan_knowledge *k, const struct element *a)
{
    struct verdict v = { .choix = -1 };
    const struct element *other, *more;

    v.decision = last_dated(k, a, &other);
    if (!v.decision)
        v.decision = undated(k, a, NULL);
    more = v.decision ? undated(k, a, v.decision) : NULL;
    if (v.decision)
        v.choix = choix_of(k, v.decision);
    if (aet_element_lacks(a, K_DECISION))
        doubt(&v, DOUTE_ECARTEE, NULL);
    else if (other)
        doubt(&v, DOUTE_CONTRAIRE, other);
    else if (more)
        doubt(&v, DOUTE_SANS_DATE, more);
    else if (v.decision && v.choix < 0)
        doubt(&v, DOUTE_SANS_CHOIX, NULL);
    else if (v.choix == CHOIX_ABANDON && (more = goes_on(k, a, v.decision)) != NULL)
        doubt(&v, DOUTE_DEMENTIE, more);
    else if ((more = to_come(k, a)) != NULL)
        doubt(&v, DOUTE_A_VENIR, more);
    return v;
}
