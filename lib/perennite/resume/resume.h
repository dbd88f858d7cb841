/* What there is to know of how groups mean to last: the summaries of the reports on them. */
#ifndef AET_PERENNITE_RESUME_H
#define AET_PERENNITE_RESUME_H

#include "report/resume/resume.h"

/* Of `bilan` and `constats`; of a draw, and of what one would tell. */
extern const struct section_kind aet_perennite_kind_resume, aet_perennite_kind_resume_tirage,
    aet_perennite_kind_resume_prevision;

/* Private to the folder: the sentences. */
#define P(name, fr, en) SAID_##name,
enum {
#include "perennite/resume/resume.def"
    SAID_N
};
#undef P

extern const struct text aet_perennite_said[SAID_N];

#endif
