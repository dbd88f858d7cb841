/* What there is to know of plans: the summaries of the reports on them, a file for each. */
#ifndef AET_PLAN_RESUME_RESUME_H
#define AET_PLAN_RESUME_RESUME_H

#include "report/resume/resume.h"

extern const struct section_kind aet_plan_kind_resume_suivi, aet_plan_kind_resume_vue,
    aet_plan_kind_resume_rapport, aet_plan_kind_resume_comparer, aet_plan_kind_resume_diagnostic,
    aet_plan_kind_resume_calendrier, aet_plan_kind_resume_revision;

/* Private to the folder: the sentences, and what several reports say. */
#define P(name, fr, en) SAID_##name,
enum {
#include "plan/resume/resume.def"
    SAID_N
};
#undef P

extern const struct text aet_plan_said[SAID_N];

/* Of whom a report is, as a word: the one plan's group, when a row of `section` names it; otherwise
 * how many plans. */
struct word aet_plan_resume_who(const struct resume *z, const char *name, const char *section);

/* The group, or where there is one plan the person, that more is late with than with any other. */
void aet_plan_resume_whose(struct resume *z, const char *groups, const char *persons, int64_t of);

/* How many are said to be late with no end date passed; nothing, where none is. */
void aet_plan_resume_stated(struct resume *z, int64_t n);

/* Of which territory a report is, and what is late there beside elsewhere; nothing, where none was
 * asked for. */
void aet_plan_resume_territoire(struct resume *z);
void aet_plan_resume_beside(struct resume *z);

/* Who is responsible in a row. False: nobody is. */
bool aet_plan_resume_person(const struct section *s, size_t row, struct span *name);

/* How many have nobody responsible, by the rows of section `responsables`. */
void aet_plan_resume_nobody(struct resume *z);

#endif
