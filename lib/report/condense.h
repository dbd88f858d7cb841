/* What people need not read row by row: a column that says the same in every row, or nothing in
 * any, is said once, under its table. What machines read keeps every column. */
#ifndef AET_REPORT_CONDENSE_H
#define AET_REPORT_CONDENSE_H

#include "report/report.h"

/* Drop such columns from the tables of a report made for people, and say them in notes. Once, when
 * its sections are whole. */
void aet_report_condense(struct report *r);

#endif
