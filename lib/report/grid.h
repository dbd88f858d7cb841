/* Cells of a section as texts for people, the headings first; columns for programs only are left
 * out, and what a cell repeats of the one above it. What the formats made of lines of text have in
 * common. */
#ifndef AET_REPORT_GRID_H
#define AET_REPORT_GRID_H

#include "report/report.h"

struct grid {
    struct buf text;
    size_t *ends;
    size_t columns, rows;     /* rows with the heading */
    const struct column **of; /* by column */
};

/* `between` joins the parts of a list. */
void aet_grid_make(struct grid *g, const struct section *s, enum lang lang, const char *between);
void aet_grid_free(struct grid *g);

static inline struct span aet_grid_cell(const struct grid *g, size_t row, size_t column)
{
    size_t i = row * g->columns + column;
    size_t from = i ? g->ends[i - 1] : 0;

    return (struct span){ g->text.p + from, g->ends[i] - from };
}

#endif
