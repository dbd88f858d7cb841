/* Reading a plan for its calendar. */
#include "plan/calendrier/du_plan.h"

#include <stdlib.h>

static void add(struct du_plan *p, struct fixe f)
{
    p->fixes = aet_grow(p->fixes, &p->fixes_cap, p->fixes_n, sizeof *p->fixes);
    p->fixes[p->fixes_n++] = f;
}

static void add_meetings(struct du_plan *p, const struct element *plan)
{
    for (const struct element *r = aet_child(plan, K_RENCONTRE); r; r = r->next) {
        const struct fact *held = aet_plan_fact(r, REN_TENUE);
        int32_t day;

        if (aet_plan_first_day(r, REN_DATE, &day))
            add(p, (struct fixe){ .jour = day,
                                  .etape = aet_fact_row(&r->facts, REN_ETAPE),
                                  .tenue = held->good && held->u.yes });
    }
}

static bool is_meeting(const struct du_plan *p, int32_t day)
{
    for (size_t i = 0; i < p->fixes_n; i++)
        if (p->fixes[i].jour == day)
            return true;
    return false;
}

/* A date of follow-up on which there is a meeting is that meeting. */
static void add_follow_up(struct du_plan *p, const struct element *plan)
{
    const struct element *suivi = aet_child(plan, K_SUIVI);
    const struct fact *dates = suivi ? aet_plan_fact(suivi, SUI_DATES) : NULL;

    if (!dates || !dates->present)
        return;
    for (uint32_t i = 0; i < dates->u.list.n; i++) {
        int32_t day = suivi->facts.items[dates->u.list.from + i].row;

        if (day != NO_DAY && !is_meeting(p, day))
            add(p, (struct fixe){ .jour = day, .etape = NO_ROW, .suivi = true });
    }
}

static int by_day(const void *x, const void *y)
{
    const struct fixe *a = x, *b = y;

    return (a->jour > b->jour) - (a->jour < b->jour);
}

void aet_plan_du_plan(struct du_plan *p, const struct element *plan)
{
    p->fixes_n = p->facteurs_n = 0;
    add_meetings(p, plan);
    add_follow_up(p, plan);
    if (p->fixes_n)
        qsort(p->fixes, p->fixes_n, sizeof *p->fixes, by_day);
    for (const struct element *f = aet_child(plan, K_FACTEUR); f; f = f->next) {
        p->facteurs = aet_grow(p->facteurs, &p->facteurs_cap, p->facteurs_n, sizeof *p->facteurs);
        p->facteurs[p->facteurs_n++] = aet_span_trim(aet_plan_text(f, FAC_LIBELLE));
    }
}

void aet_plan_du_plan_free(struct du_plan *p)
{
    aet_free(p->fixes);
    aet_free(p->facteurs);
}
