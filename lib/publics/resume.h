/* What there is to know of a strategy of sharing: the summaries of `bilan` and `retombees`. */
#ifndef AET_PUBLICS_RESUME_H
#define AET_PUBLICS_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_publics_kind_resume, aet_publics_kind_resume_retombees;

#endif
