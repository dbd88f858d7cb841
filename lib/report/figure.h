/* Figures as people of each language read them: `12,5 %`, `1 234,50 $`; `12.5%`, `$1,234.50`. */
#ifndef AET_REPORT_FIGURE_H
#define AET_REPORT_FIGURE_H

#include "report/report.h"

/* Append the cell for a person. An unknown cell is a dash. `between` joins the parts of a list. */
void aet_figure(struct buf *out, const struct cell *c, enum cell_type type, enum lang lang,
                const char *between);

/* The same for a cell of a table: a number with `decimals` decimals. */
void aet_figure_in(struct buf *out, const struct cell *c, enum cell_type type, int decimals,
                   enum lang lang, const char *between);

/* Decimals for each column of the section, as numbers one under another are compared: the fewest
 * that take nothing from any of them. The caller frees. */
int *aet_figure_decimals(const struct section *s);

/* Append the cell for a program: digits, ISO dates; an unknown cell is empty. */
void aet_figure_plain(struct buf *out, const struct cell *c, enum cell_type type);

/* The same for a cell of CSV: labels in the place of codes for `people`; for programs the code,
 * unless a spreadsheet would make a day of it (the levels 3-4). */
void aet_figure_sheet(struct buf *out, const struct cell *c, enum cell_type type, bool people);

/* Whether columns of this type are set flush right. */
bool aet_figure_right(enum cell_type type);

#endif
