/* Strokes that the pictures share; private to lib/report/svg*.c. */
#ifndef AET_REPORT_SVG_H
#define AET_REPORT_SVG_H

#include "report/report.h"

void aet_svg_open(struct buf *out, const struct report *r, const struct section *s, double width,
                  double height);
void aet_svg_attribute(struct buf *out, const char *name, double v);

/* Begin a text at a place; `more`: further attributes. */
void aet_svg_text(struct buf *out, double x, double y, const char *more);
void aet_svg_rectangle(struct buf *out, double x, double y, double w, double h, const char *fill);

/* The number of a cell; 0 when it is not known. */
double aet_svg_value(const struct section *s, size_t row, int column);

/* The distinct texts of a column, in the order they come (names: room for a row each), and the
 * index of each row's. Texts that have to be made live in `arena`. */
size_t aet_svg_distinct(const struct section *s, int column, enum lang lang, struct arena *arena,
                        struct span *names, size_t *index);

/* One line for each series (view.across) over the points of view.label. */
void aet_svg_lines(const struct report *r, const struct section *s, struct buf *out);

#endif
