/* What a report says once it is whole, cell by cell: what rules that sum it up go by. They see what
 * a reader of the report sees: of a section that was left out nothing, of a cell that is hidden
 * nothing. Columns go by the names that they have in JSON; one that a section has not is a mistake
 * of ours that ends the process. Of a section that is NULL there is nothing to be seen. */
#ifndef AET_REPORT_RESUME_SEEN_H
#define AET_REPORT_RESUME_SEEN_H

#include "report/report.h"

/* The section, NULL when the report has none or it was left out whole. */
const struct section *aet_seen(const struct report *r, const char *key);

/* Its rows, those that people are not shown included. */
int64_t aet_seen_rows(const struct section *s);

/* A count or money; a measure or share; a date. False: unknown, or no such row. */
bool aet_seen_int(const struct section *s, size_t row, const char *column, int64_t *n);
bool aet_seen_real(const struct section *s, size_t row, const char *column, double *v);
bool aet_seen_date(const struct section *s, size_t row, const char *column, struct date *d);

/* What people read in a cell, its text as programs have it; empty when unknown. A list has its
 * parts separated as aet_list_part takes them. */
struct span aet_seen_text(const struct section *s, size_t row, const char *column);
struct span aet_seen_code(const struct section *s, size_t row, const char *column);

/* The sum of a column, and the row that alone has its greatest number. False: a cell is unknown, or
 * there is no row; of the greatest also when it is nothing, or that of several rows. */
bool aet_seen_sum(const struct section *s, const char *column, int64_t *n);
bool aet_seen_most(const struct section *s, const char *column, size_t *row);

/* The same, for columns in which no cell is ever hidden, where one that is unknown has nothing to
 * be compared: the first row of the greatest number, and whether it is the only one. False: all is
 * nothing. */
bool aet_seen_greatest(const struct section *s, const char *column, size_t *row, bool *only);

/* Of such rows that have a number over 0, the text that most of them have, and how many. False:
 * there is none, or no single one. */
bool aet_seen_often(const struct section *s, const char *column, const char *text,
                    struct span *name, int64_t *n);

/* Rows of which a code is that, or a number is not 0. False: a cell is unknown, or rows are not
 * there. */
bool aet_seen_coded(const struct section *s, const char *column, const char *code, int64_t *n);
bool aet_seen_filled(const struct section *s, const char *column, int64_t *n);

#endif
