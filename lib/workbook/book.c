/* What all kinds of workbook do in one way. */
#include "workbook/book.h"

#include "base/alloc.h"

void aet_book_add(struct book *b, struct span name, bool hidden)
{
    b->sheets = aet_grow(b->sheets, &b->cap, b->n, sizeof *b->sheets);
    b->sheets[b->n++] = (struct book_sheet){ aet_arena_copy(&b->arena, name), hidden };
}

void aet_book_row_end(struct sheet_reader *r, bool hidden)
{
    struct book_notes *n = &r->notes;

    if (hidden && r->cells.column && n->hidden++ == 0)
        n->hidden_row = r->cells.row;
    aet_cells_row_end(&r->cells);
    if (r->cells.text.n >= CELLS_REST)
        aet_part_rest(r->part);
}

void aet_book_hide_columns(struct sheet_reader *r, size_t first, size_t n)
{
    if (!r->hides)
        r->hides = aet_calloc(SHEET_COLUMNS, sizeof *r->hides);
    for (size_t i = first; i < SHEET_COLUMNS && i - first < n; i++)
        r->hides[i] = true;
}

void aet_book_note_column(struct sheet_reader *r, size_t column)
{
    struct book_notes *n = &r->notes;

    r->hides[column] = false;
    if (n->hidden_columns++)
        return;
    n->hidden_column = column + 1;
    n->hidden_column_row = r->cells.row;
}

void aet_book_formula(struct sheet_reader *r, uint64_t row, size_t column)
{
    struct book_notes *n = &r->notes;

    if (n->formulas++)
        return;
    n->formula_row = row;
    n->formula_column = column + 1;
}
