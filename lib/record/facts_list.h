/* resolve, for terms and lists. */
#ifndef AET_RECORD_FACTS_LIST_H
#define AET_RECORD_FACTS_LIST_H

#include "record/step.h"

/* A term of a table; the parts of a list, terms where a table is asked and texts or names otherwise
 * (the days of one are read from its parts: facts_dates.h). */
void aet_step_term(struct step *s);
void aet_step_list(struct step *s);

#endif
