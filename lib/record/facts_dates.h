/* resolve, for dates. */
#ifndef AET_RECORD_FACTS_DATES_H
#define AET_RECORD_FACTS_DATES_H

#include "record/step.h"

/* A day or a month; the days of a list, whose numbers stand where a term has its
 * row. */
void aet_step_date(struct step *s);
void aet_step_dates(struct step *s);

#endif
