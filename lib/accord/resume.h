/* What there is to know of an agreement: the summary of `accord`. */
#ifndef AET_ACCORD_RESUME_H
#define AET_ACCORD_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_kind_accord_resume, aet_kind_accord_resume_prevision;

#endif
