/* Where an action stands at the day of the report. */
#ifndef AET_PLAN_SITUATION_H
#define AET_PLAN_SITUATION_H

#include "plan/knowledge.h"
#include "report/report.h"

/* What a timeline shows of an action: fait, en-cours, en-retard, a-venir, arrete, inconnu. */
struct span aet_plan_situation(const struct plan_knowledge *k, const struct element *action);

/* How late an action is, in days; 0 when it is not, or has ended. */
int32_t aet_plan_retard(const struct plan_knowledge *k, const struct element *action);

/* Whether it is said to be late in its last follow-up, and no end date of its has passed. */
bool aet_plan_dite_en_retard(const struct plan_knowledge *k, const struct element *action);

/* Counts of both, side by side: the days tell one, who follows the action up the other. */
#define AET_PLAN_RETARDS(EN_RETARD, DITES)                                                         \
    [EN_RETARD] = { "en_retard", { "Date de fin passée", "End date passed" }, CELL_COUNT, false }, \
    [DITES] = { "dites_en_retard", { "Dites en retard", "Stated late" }, CELL_COUNT, false }

/* The state of an action into a report's column; nothing when it is not known. */
void aet_plan_put_etat(struct section *to, int column, const struct plan_knowledge *k,
                       const struct element *action);

/* A date of an element into one; nothing where there is no element, or no date that could be read.
 */
void aet_plan_put_date(struct section *to, int column, const struct element *e, int field);

#endif
