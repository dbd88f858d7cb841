/* What there is to know of functions: the summary of `fiche`. */
#ifndef AET_REPA_FICHE_RESUME_H
#define AET_REPA_FICHE_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_repa_kind_resume_fiche;

#endif
