/* Days on which nobody is called to a meeting in Québec: public holidays, and the year-end break.
 */
#ifndef AET_PLAN_CALENDRIER_FERIES_H
#define AET_PLAN_CALENDRIER_FERIES_H

#include <stdbool.h>
#include <stdint.h>

/* The holidays of the Act respecting labour standards (CQLR, c. N-1.1, s. 60), where of Good Friday
 * and Easter Monday an employer chooses one: both; that of the National Holiday Act (c. F-1.1, s. 2
 * and 5); from 24 December to 2 January. Days since 1970-01-01. */
bool aet_plan_ferie(int32_t day);

/* Easter Sunday of a year of the Gregorian calendar. */
int32_t aet_plan_paques(int year);

#endif
