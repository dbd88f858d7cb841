/* A report on one page: its sentences, and of the one or two sections that decide
 * (section_kind.brief) as many rows as the page has room for. */
#ifndef AET_REPORT_BRIEF_H
#define AET_REPORT_BRIEF_H

#include "report/report.h"

/* Whether a report of these sections, ended by NULL, may open with what there is to know, and
 * whether this one does: of another there is no page. */
bool aet_brief_has(const struct section_kind *const *kinds);
bool aet_brief_tells(const struct report *r);

/* Leave out all else of a report that is told and condensed, and say in the notes of what is left
 * how many rows went. Once, before it is rendered for people. */
void aet_report_brief(struct report *r);

#endif
