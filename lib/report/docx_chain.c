/* What leads to what, from left to right: a box over the rows of what it leads to, an arrow to each
 * of these. Cells, and not shapes: they go on from page to page, wear the letters of the house, and
 * are read one after the other by whoever does not see them. */
#include "report/docx.h"

#include "report/condense.h"
#include "report/grid.h"
#include "report/render.h"

enum { PALE_STEP = 2 /* columns of boxes, of which the first is on a ground */ };

struct chain {
    const struct section *s;
    struct grid g;
};

static size_t column_of(const struct chain *c, size_t k)
{
    return (size_t)(c->g.of[k] - c->s->kind->columns);
}

/* Whether a box goes on from the row above. */
static bool goes_on(const struct chain *c, size_t row, size_t k)
{
    return aet_section_repeats(c->s, row, column_of(c, k));
}

/* Nothing stands there where what hangs from a leaf is said in the rows above. */
static bool is_bare(const struct chain *c, size_t row, size_t k)
{
    size_t at = column_of(c, k);

    return (int)at >= c->s->kind->view.from && !c->s->cells[row * c->s->kind->n + at].known &&
           aet_section_repeats(c->s, row, (size_t)c->s->kind->view.across);
}

/* The rows of one leaf stay together, or its words would be cut by the end of a page. */
static bool is_kept(const struct chain *c, size_t row)
{
    return row + 1 < c->s->rows &&
           aet_section_repeats(c->s, row + 1, (size_t)c->s->kind->view.across);
}

static void put_box(struct leaf *l, const struct chain *c, size_t row, size_t k)
{
    struct paper_cell *box = aet_leaf_put(
        l, row + 1, 2 * k, is_bare(c, row, k) ? AET_LIT("") : aet_grid_cell(&c->g, row + 1, k));

    box->kept = is_kept(c, row);
    box->edges = is_bare(c, row, k) ? PAPER_EDGELESS : PAPER_BOXED;
    if (k % PALE_STEP == 0 && box->edges == PAPER_BOXED)
        memcpy(box->ground, "EEF2F7", sizeof box->ground);
    if (goes_on(c, row, k))
        aet_leaf_join(l, row + 1, 2 * k);
}

/* Between a box and the one before it. */
static void put_arrow(struct leaf *l, const struct chain *c, size_t row, size_t k)
{
    bool none = goes_on(c, row, k) || is_bare(c, row, k);
    struct paper_cell *gap = aet_leaf_put(l, row + 1, 2 * k - 1, none ? AET_LIT("") : AET_LIT("→"));

    gap->edges = PAPER_EDGELESS;
    if (goes_on(c, row, k))
        aet_leaf_join(l, row + 1, 2 * k - 1);
}

void aet_leaf_chain(struct leaf *l, const struct section *s)
{
    struct chain c = { .s = s };

    aet_grid_make(&c.g, s, s->report->lang, "\n");
    aet_leaf_begin(l, s, c.g.rows, 2 * c.g.columns - 1);
    l->headed = true;
    l->says = aet_span_z(aet_picture_says(s));
    for (size_t k = 0; k < c.g.columns; k++) {
        aet_leaf_put(l, 0, 2 * k, aet_grid_cell(&c.g, 0, k))->edges = PAPER_EDGELESS;
        if (k)
            aet_leaf_put(l, 0, 2 * k - 1, AET_LIT(""))->edges = PAPER_EDGELESS;
        for (size_t row = 0; row < s->rows; row++) {
            put_box(l, &c, row, k);
            if (k)
                put_arrow(l, &c, row, k);
        }
    }
    aet_grid_free(&c.g);
}
