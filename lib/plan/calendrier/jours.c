/* Days, and meetings in their order. */
#include "plan/calendrier/jours.h"

#include <stdlib.h>

#include "plan/calendrier/feries.h"

struct seance *aet_plan_seances_add(struct seances *out, int32_t day, size_t bloc)
{
    out->items = aet_grow(out->items, &out->cap, out->n, sizeof *out->items);
    out->items[out->n] = (struct seance){ .jour = day, .bloc = bloc };
    return &out->items[out->n++];
}

static bool is_free(const struct demande *d, int32_t day)
{
    if (aet_plan_excluded(&d->exclus, day) || (d->feries && aet_plan_ferie(day)))
        return false;
    for (size_t i = 0; i < d->fixes_n; i++)
        if (d->fixes[i].jour == day)
            return false;
    return true;
}

int32_t aet_plan_free_day(const struct demande *d, int32_t day)
{
    while (day <= d->fin && !is_free(d, day))
        day += 7;
    return day;
}

int32_t aet_plan_wanted_day(const struct demande *d, int32_t day)
{
    enum { LUNDI = 0, VENDREDI = 4 };
    int now = aet_date_weekday(aet_date_from_days(day));
    int wanted = d->jour != JOUR_LIBRE ? d->jour : now <= VENDREDI ? now : LUNDI;

    return aet_plan_free_day(d, day + (wanted - now + 7) % 7);
}

static int by_day(const void *x, const void *y)
{
    const struct seance *a = x, *b = y;

    if (a->jour != b->jour)
        return a->jour < b->jour ? -1 : 1;
    return (a->bloc > b->bloc) - (a->bloc < b->bloc);
}

void aet_plan_seances_sort(struct seances *out)
{
    if (out->n)
        qsort(out->items, out->n, sizeof *out->items, by_day);
}
