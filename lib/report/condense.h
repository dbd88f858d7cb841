/* What people need not read row by row, nor first: a column that says the same in every row, or
 * nothing in any, is said once, under its table; what leads to several rows is said in the first of
 * them; what whoever decides need not read stands in an annex. What machines read keeps it all,
 * where it was. */
#ifndef AET_REPORT_CONDENSE_H
#define AET_REPORT_CONDENSE_H

#include "report/report.h"

/* Drop such columns from the tables of a report made for people, and say them in notes. Once, when
 * its sections are whole. */
void aet_report_condense(struct report *r);

/* Put the sections of the annex (section_kind.annex) behind the others, in their order: of a report
 * that has told what there is to know. Once, before it is rendered for people. */
void aet_report_annex(struct report *r);

/* Whether a section stands in the annex, which such a report then has. */
bool aet_section_annexed(const struct section *s);

/* Whether a cell says what the one above it says, as do all columns that lead to it. */
bool aet_section_repeats(const struct section *s, size_t row, size_t column);

#endif
