/* A section as what a chart of it is drawn of: a row for each bar or point, a column for each
 * series; and which chart that is. A workbook holds it beside the table of the section, a document
 * behind the picture. */
#ifndef AET_REPORT_CHART_CROSS_H
#define AET_REPORT_CHART_CROSS_H

#include "chart/chart.h"
#include "report/report.h"

/* A section with two keys with a row for each of the first and a column for each of the second,
 * shares of the greatest of a row, days from a start. */
struct cross {
    size_t rows, columns; /* 0: there is none */
    struct span *row_names, *column_names;
    const struct cell **cells; /* NULL: never met */
    enum cell_type *types;     /* by column */
    struct text caption;       /* above it; NULL: it says itself */
    struct chart_look *looks;  /* by column; empty: the chart's own */
    bool before;               /* the picture stands before it, and not behind */
    struct arena arena;
};

/* Rows of bars that a chart shows at most. */
enum { AET_CROSS_BARS = 60 };

/* What the view of a section needs beside its table; none where it would be too long or too wide,
 * or nearly empty. Of one that the language says in words, `lang`. */
void aet_cross_make(struct cross *c, const struct section *s, enum lang lang);

/* The measures of a section, as they stand in its table: steps (VIEW_CURVE). */
void aet_cross_measures(struct cross *c, const struct section *s, enum lang lang);

void aet_cross_free(struct cross *c);

/* How a section is drawn, `axis` and kind; what its measures are is `type`. */
void aet_cross_chart(const struct section *s, enum cell_type type, struct chart *c);

/* Append what the picture says beyond the title of its section: at what date, at which scale. */
void aet_cross_says(const struct section *s, enum lang lang, struct buf *out);

#endif
