/* What there is to know of accompaniment and of coded narratives: the summaries of the reports on
 * them. */
#ifndef AET_REPA_RESUME_H
#define AET_REPA_RESUME_H

#include "report/report.h"

extern const struct section_kind aet_repa_kind_resume_journal, aet_repa_kind_resume_segments,
    aet_repa_kind_resume_parcours, aet_repa_kind_resume_conditions, aet_repa_kind_resume_extraits;

#endif
