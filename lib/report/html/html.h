/* A report as a page: what its files share; private to lib/report/html. */
#ifndef AET_REPORT_HTML_HTML_H
#define AET_REPORT_HTML_HTML_H

#include "base/must.h"
#include "report/report.h"

/* style.c: one behind the other. */
extern const char aet_html_style_screen[], aet_html_style_paper[];

/* How the table of a section stands on a page. */
struct html_layout {
    const struct section *s;
    size_t rows;            /* that are written, of those of the section */
    int *decimals;          /* by column */
    size_t *least, *wanted; /* by column, in characters: without which its words break, with which
                               no line is long; 0: it has no place in the table */
    size_t shown;           /* columns that have a place */
    size_t longest;         /* what they take on one line, every one of them, in characters */
    size_t first; /* the column that says what a row is; of a narrow table none: s->kind->n */
    size_t group; /* the column whose text stands once above the rows that have it; none:
                     s->kind->n */
    double top;   /* of the bars; 0: there are none */
};

/* layout.c: the caller frees. */
void aet_html_layout_make(struct html_layout *l, const struct section *s);
void aet_html_layout_free(struct html_layout *l);

/* Whether so many columns want small letters; whether the table is too wide for half of a paper, in
 * the letters of the annex or of what stands before it. */
bool aet_html_small(const struct html_layout *l);
bool aet_html_large(const struct html_layout *l, bool annex);

/* Whether the text of a column is not that of the row above. */
bool aet_html_begins(const struct section *s, size_t column, size_t row);

/* A table that no page is wide enough for stands in parts, one under another, each with the column
 * that says what a row is. The columns of the part that begins with column `from`: in[c], by
 * column; answers with the column that the next part begins with, s->kind->n behind the last. */
size_t aet_html_part(const struct html_layout *l, size_t from, bool *in);

/* table.c: the table of a section, its first so many rows, in its parts; of one object; crossed,
 * one key down and the other across, a table a measure (false: it cannot be, nothing is written),
 * and how many rows that takes, 0 when it cannot be. */
void aet_html_table(const struct section *s, size_t rows, struct buf *out);
void aet_html_single(const struct section *s, struct buf *out);
AET_MUST bool aet_html_crossed(const struct section *s, struct buf *out);
size_t aet_html_crossed_rows(const struct section *s);

/* section.c: a section of the page; `folds`: there is an annex for its table, should it be long;
 * whether it is; that table, as a part of the annex. */
void aet_html_section(const struct section *s, bool folds, struct buf *out);
bool aet_html_folds(const struct section *s);
void aet_html_folded(const struct section *s, struct buf *out);

/* Text in list items, of a class. */
void aet_html_items(const char *class, const struct span *items, size_t n, struct buf *out);

#endif
