/* What the pictures share; private to lib/report/svg*.c, but for aet_svg_distinct. */
#ifndef AET_REPORT_SVG_H
#define AET_REPORT_SVG_H

#include "report/report.h"

/* Beyond so many rows a picture helps nobody: the table stands alone. */
enum { AET_SVG_ROWS = 400 };

/* Begin a figure with its title; who draws it ends it. */
void aet_svg_open(struct buf *out, const struct report *r, const struct section *s, double width,
                  double height);

/* Strokes. `more`: further attributes, a blank before each. */
void aet_svg_attribute(struct buf *out, const char *name, double v);
void aet_svg_text(struct buf *out, double x, double y, const char *more); /* begins it */
void aet_svg_box(struct buf *out, double x, double y, double w, double h, const char *more);
void aet_svg_rectangle(struct buf *out, double x, double y, double w, double h, const char *fill);
void aet_svg_line(struct buf *out, double x1, double y1, double x2, double y2, const char *more);

/* svg_names.c: a name within an open text, in one line of `width` characters or two, about y. */
void aet_svg_name_at(struct buf *out, struct span name, size_t width, double x, double y,
                     double leading);

/* A name as a text of its own, flush right at x. */
void aet_svg_name(struct buf *out, struct span name, double x, double y);

/* What a row is called in a picture: its label and, where another row bears the same, as two groups
 * may give it, whose it is behind it; that lives in `arena`. */
struct span aet_svg_row_name(const struct section *s, size_t row, struct arena *arena);

/* The longest line of names set in `width` characters, in pixels. */
double aet_svg_names_width(const struct span *names, size_t n, size_t width);

/* The number that a cell of this type holds, which is known; of a cell of the section, 0 when it is
 * not. */
double aet_svg_number(const struct cell *c, enum cell_type type);
double aet_svg_value(const struct section *s, size_t row, int column);

/* The colour of a share, #rrggbb, from nearly white to dark blue; true: letters on it are light. */
bool aet_svg_shade(double share, char colour[8]);

/* Bars of a section: how many a row has, 0 where it has none; one of them, from 0 to 1; its colour.
 */
int aet_svg_bars_n(const struct section *s);
double aet_svg_bar(const struct section *s, size_t row, int measure, double top);
const char *aet_svg_bar_colour(int measure);

/* The text of a cell that holds text; empty when it is not known. */
struct span aet_svg_words(const struct section *s, size_t row, int column);

/* The distinct texts of a column, in the order they come (names: room for a row each), and the
 * index of each row's. Texts that have to be made live in `arena`. */
size_t aet_svg_distinct(const struct section *s, int column, enum lang lang, struct arena *arena,
                        struct span *names, size_t *index);

/* What a picture of two coordinates is made of: the texts of its rows and columns, and where each
 * row of the section stands among them. */
struct svg_matrix {
    const struct report *r;
    const struct section *s;
    struct span *rows, *columns;
    size_t *at_row, *at_column; /* by row of the section */
    size_t rows_n, columns_n;
    double top; /* the greatest value, at least 1 */
};

/* A cell of a heat-map, in a box of its own. */
void aet_svg_heat_cell(const struct svg_matrix *m, size_t row, int column, double x, double y,
                       double w, double h, struct buf *out);

/* svg_groups.c: the figure, but for its end. */
void aet_svg_groups(const struct svg_matrix *m, struct buf *out);

/* The pictures, each in its file (timeline and progress share one). A line for each series
 * (view.across) over the points of view.label. */
void aet_svg_heatmap(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_lines(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_curve(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_chain(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_network(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_timeline(const struct report *r, const struct section *s, struct buf *out);
void aet_svg_progress(const struct report *r, const struct section *s, struct buf *out);

#endif
