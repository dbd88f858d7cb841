/* A document from cells: one row for each element. Column `element` says what a row is, `parent`
 * which element holds it (the last one of the right kind above, when empty). */
#include "tree/document_cells.h"

#include "base/utf8.h"
#include "tree/leave.h"
#include "tree/rows.h"
#include "tree/wide.h"

/* The elements in the order of their rows, and the rows that are none. */
static void settle_rows(struct rows *w)
{
    struct document *d = w->d;
    struct element *root = w->root_row ? d->root : NULL;
    size_t n = 0;

    d->rows = aet_arena_alloc(&d->arena, (w->n + 1) * sizeof(struct element *));
    for (struct pending *p = w->pending; p; p = p->next) {
        if (p->element->kind == 0)
            continue; /* who knows what it is */
        if (root && root->raw.p < p->element->raw.p)
            d->rows[d->rows_n++] = root, root = NULL;
        d->rows[d->rows_n++] = p->element;
    }
    if (root)
        d->rows[d->rows_n++] = root;
    d->asides = aet_arena_alloc(&d->arena, (d->asides_n + 1) * sizeof *d->asides);
    for (struct row_aside *x = w->asides; x; x = x->next)
        d->asides[n++] = *x->aside;
}

static void read_row(struct rows *w, struct span row)
{
    struct row *cells = w->r->row;
    size_t at = 0;
    enum fault f = FAULT_NONE;

    if (aet_utf8_bad(row) < row.n || memchr(row.p, '\0', row.n))
        f = FAULT_UTF8;
    else
        f = cells->read(cells, row, &at);
    if (f == FAULT_NONE)
        aet_rows_take(w, row);
    else
        aet_rows_take_bad(w, row, f, at);
}

enum parsed aet_document_cells(struct document_reader *r, struct document *d, struct diags *diags)
{
    struct rows w = { .r = r, .d = d, .diags = diags };
    struct span rest = d->slice->raw;
    struct cutter cutter;
    struct piece piece;

    w.end = &w.pending;
    w.asides_end = &w.asides;
    d->root = aet_element_new(d, 0);
    r->layout->format->row_cutter(r->layout, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span row = aet_span(rest.p + piece.start, piece.end - piece.start);

        read_row(&w, row);
        rest = aet_span_from(rest, piece.end);
    }
    if (r->wide)
        aet_wide_name(&w);
    aet_rows_attach(&w);
    aet_names_free(&w.met);
    aet_free(w.met_elements);
    settle_rows(&w);
    return w.pending || w.root_row || d->strays ? PARSED : PARSED_BLANK;
}
