/* What a meeting has to take up: actions late, indicators to be read, decisions due, as they will
 * stand on its day. */
#ifndef AET_PLAN_CALENDRIER_A_TRAITER_H
#define AET_PLAN_CALENDRIER_A_TRAITER_H

#include "plan/calendrier/calendrier.h"

/* Append it as lists; nothing where the plan has none of it, or there is no plan. */
void aet_plan_a_traiter(const struct ecriture *e, const struct seance *s, struct buf *out);

/* Append the tables of it that are filled in at the meeting. */
void aet_plan_a_remplir(const struct ecriture *e, const struct seance *s, struct buf *out);

#endif
