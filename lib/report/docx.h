/* A report as a text document: what its files share; private to lib/report/render_docx.c and
 * docx_*.c. */
#ifndef AET_REPORT_DOCX_H
#define AET_REPORT_DOCX_H

#include "paper/paper.h"
#include "report/report.h"

/* A table on its way to paper: cells row after row, the headings first. */
struct leaf {
    size_t rows, columns;
    struct paper_cell *cells;
    bool *figures; /* by column: flush right, and narrow */
    struct arena arena;
    bool headed, gridded;
    struct span title, says;
};

/* The table of a section with its bars and colours; of one thing, a row for each of its columns. */
void aet_leaf_table(struct leaf *l, const struct section *s);
void aet_leaf_single(struct leaf *l, const struct section *s);

/* docx_chain.c: what leads to what (VIEW_CHAIN), boxes from left to right with arrows between. */
void aet_leaf_chain(struct leaf *l, const struct section *s);

/* docx_cross.c: of a section with two keys, one down and the other across (`turned`: the other way
 * round), what a column holds where they meet. False: it has not two keys, or they meet twice. */
AET_MUST bool aet_leaf_cross(struct leaf *l, const struct section *s, size_t column, bool turned);

/* Private to docx_*.c: a cell gets its text; goes on from the one above it; gets its colour, of a
 * share. */
void aet_leaf_begin(struct leaf *l, const struct section *s, size_t rows, size_t columns);
struct paper_cell *aet_leaf_put(struct leaf *l, size_t row, size_t column, struct span text);
void aet_leaf_join(struct leaf *l, size_t row, size_t column);
void aet_leaf_shade(struct paper_cell *c, double share);
double aet_leaf_darkest(const struct section *s);

void aet_leaf_free(struct leaf *l);

/* How a table stands on paper. */
struct fit {
    bool sideways;
    uint32_t size; /* of its letters, in half points; 0: as its style has it */
    uint32_t *widths;
};

/* The largest letters with which it stands on an upright page, else on one that lies; the widths
 * are the caller's to free. False: its words break even so. */
bool aet_leaf_fit(const struct leaf *l, const struct paper *p, struct fit *fit);

void aet_leaf_write(const struct leaf *l, struct paper *p, const struct fit *fit);

/* docx_chart.c, docx_network.c: the picture of a section above its table, where its view asks for a
 * chart; of a network. */
void aet_docx_chart(struct paper *p, const struct section *s);
void aet_docx_network(struct paper *p, const struct section *s);

#endif
