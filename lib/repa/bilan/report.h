/* From counts to a report: the sections of `bilan`, and who fills them. */
#ifndef AET_REPA_BILAN_REPORT_H
#define AET_REPA_BILAN_REPORT_H

#include "repa/bilan/bilan.h"

/* All sections, whatever the kind of records; ended by NULL. */
extern const struct section_kind *const aet_repa_bilan_sections[];

/* Fill the sections of its kind. */
void aet_repa_bilan_finish(const struct bilan_repa *b, struct report *r);

#endif
