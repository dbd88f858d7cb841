/* What there is to know of a reading: the summary of `valider --sommaire`. */
#ifndef AET_FLOW_SOMMAIRE_RESUME_H
#define AET_FLOW_SOMMAIRE_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_sommaire_kind_resume;

#endif
