/* What there is to know of how groups mean to last: the summary of `bilan` and `constats`. */
#ifndef AET_PERENNITE_RESUME_H
#define AET_PERENNITE_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_perennite_kind_resume;

#endif
