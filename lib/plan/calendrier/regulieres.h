/* The meetings through the year, once planning is done. */
#ifndef AET_PLAN_CALENDRIER_REGULIERES_H
#define AET_PLAN_CALENDRIER_REGULIERES_H

#include "plan/calendrier/demande.h"

/* Add them to what the calendar has, from `day` on: follow-up and evaluation in turn around those
 * that the plan has; each year one of January to April for the plan as a whole, and the last
 * evaluation for how the group works. The calendar is then in the order of its days. */
void aet_plan_regulieres(const struct demande *d, struct seances *out, int32_t day);

#endif
