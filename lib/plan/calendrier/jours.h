/* Days on which people can meet, and the meetings that are put on them. */
#ifndef AET_PLAN_CALENDRIER_JOURS_H
#define AET_PLAN_CALENDRIER_JOURS_H

#include "plan/calendrier/demande.h"

/* One more meeting; borrowed until the next one. */
struct seance *aet_plan_seances_add(struct seances *out, int32_t day, size_t bloc);
void aet_plan_seances_sort(struct seances *out);

/* The first day from `day` on, week by week, on which people can meet; past the end when there is
 * none. */
int32_t aet_plan_free_day(const struct demande *d, int32_t day);

/* The same, on the day of the week that is asked for. */
int32_t aet_plan_wanted_day(const struct demande *d, int32_t day);

#endif
