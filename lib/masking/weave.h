/* weave: the counts of all sections of a report as one system of cells and sums. */
#ifndef AET_MASKING_WEAVE_H
#define AET_MASKING_WEAVE_H

#include "report/report.h"
#include "stats/suppression.h"

/* Beyond so many counts a section is left out: the audit would take longer than anybody waits. */
enum { AET_MASK_CELLS = 1500 };

/* The counts of a report as one system: the sections that print them, the sums that tie them, and
 * what the audit found. Each list grows by itself, hence its length and room beside it. */
struct weave {
    const struct report *r;
    int64_t under;
    struct hidden_cell *cells;
    size_t n, cells_cap;
    struct hidden_sum *sums; /* parts are set when all is woven */
    size_t *from;            /* by sum: where its parts begin in `parts` */
    size_t m, sums_cap, from_cap;
    size_t *parts;
    size_t parts_n, parts_cap;
    size_t *first; /* by section: its first cell, row after row; SIZE_MAX: it has none */
    struct margin {
        size_t section, key, row, cell; /* the total of the rows with this row's key */
    } * margins;
    size_t margins_n, margins_cap;
};

/* How many counts a kind has. */
size_t aet_mask_counts(const struct section_kind *k);

/* Whether the section is weighed cell by cell. */
bool aet_mask_weighs(const struct section *s);

/* Whether two rows agree in the keys of the first; both sections have them. */
bool aet_mask_agree(const struct section *a, size_t row_a, const struct section *b, size_t row_b);

/* Whether every key of a is one of b. */
bool aet_mask_within(const struct section_kind *a, const struct section_kind *b);

/* The same for one key of one section. */
bool aet_mask_same_key(const struct section *s, size_t key, size_t row_a, size_t row_b);

void aet_weave(struct weave *w, const struct report *r, int64_t under);
void aet_weave_free(struct weave *w);

static inline size_t aet_weave_cell(const struct weave *w, size_t section, size_t row, size_t count)
{
    return w->first[section] + row * aet_mask_counts(w->r->sections[section].kind) + count;
}

#endif
