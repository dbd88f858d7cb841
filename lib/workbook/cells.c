/* Rows of cells as text. */
#include "workbook/cells.h"

#include <string.h>

#include "base/alloc.h"

static bool is_bare(struct span text)
{
    static const char special[] = "\",\n\r";

    if (strchr(" \t", text.p[0]) || strchr(" \t", text.p[text.n - 1]))
        return false;
    for (size_t i = 0; special[i]; i++)
        if (memchr(text.p, special[i], text.n))
            return false;
    return true;
}

static void write_cell(struct cells *c, size_t column, struct span text)
{
    struct buf *out = &c->text;

    if (!text.n)
        return;
    for (; c->column <= column; c->column++)
        if (c->column)
            aet_buf_char(out, ',');
    if (is_bare(text)) {
        aet_buf_span(out, text);
        return;
    }
    aet_buf_char(out, '"');
    for (const char *quote; (quote = memchr(text.p, '"', text.n));) {
        size_t n = (size_t)(quote - text.p) + 1;

        aet_buf_add(out, text.p, n);
        aet_buf_char(out, '"');
        text = aet_span_from(text, n);
    }
    aet_buf_span(out, text);
    aet_buf_char(out, '"');
}

/* What is carried into this row to the left of `column`. */
static void write_carried(struct cells *c, size_t column)
{
    for (; c->next < c->n && c->carries[c->next].column < column; c->next++) {
        struct carry *k = &c->carries[c->next];

        if (k->first < c->row)
            write_cell(c, k->column, aet_buf_view(&k->value));
    }
}

void aet_cells_row_end(struct cells *c)
{
    size_t kept = 0;

    if (c->own)
        write_carried(c, SHEET_COLUMNS);
    aet_buf_char(&c->text, '\n');
    for (size_t i = 0; i < c->n; i++) {
        struct carry k = c->carries[i];

        if (k.last > c->row) {
            c->carries[i] = c->carries[kept];
            c->carries[kept++] = k;
        }
    }
    for (size_t i = kept; i < c->n; i++)
        aet_buf_free(&c->carries[i].value);
    c->n = kept;
    c->next = c->column = 0;
    c->own = false;
}

enum fault aet_cells_row(struct cells *c, uint64_t row)
{
    if (row <= c->row)
        return FAULT_BOOK_DAMAGED;
    if (row > SHEET_ROWS)
        return FAULT_BOOK_SIZE;
    while (++c->row < row && c->text.n < CELLS_AHEAD)
        aet_cells_row_end(c);
    return c->text.n < CELLS_AHEAD ? FAULT_NONE : FAULT_BOOK_SIZE;
}

enum fault aet_cells_put(struct cells *c, size_t column, struct span text)
{
    if (column < c->column)
        return FAULT_BOOK_DAMAGED;
    if (column >= SHEET_COLUMNS || c->text.n >= CELLS_AHEAD)
        return FAULT_BOOK_SIZE;
    if (!text.n)
        return FAULT_NONE;
    c->own = true;
    write_carried(c, column);
    if (c->next < c->n && c->carries[c->next].column == column &&
        c->carries[c->next].first < c->row)
        return FAULT_NONE; /* under the area, where nothing shows: it is written in its turn */
    write_cell(c, column, text);
    return FAULT_NONE;
}

enum fault aet_cells_put_merged(struct cells *c, size_t column, struct span text, uint64_t last)
{
    struct carry *k;
    enum fault fault = aet_cells_put(c, column, text);
    size_t at = c->next;

    if (fault || last <= c->row || !text.n || (at < c->n && c->carries[at].column == column))
        return fault; /* of two areas over one another the first one holds */
    c->carries = aet_grow(c->carries, &c->cap, c->n, sizeof *c->carries);
    memmove(c->carries + at + 1, c->carries + at, (c->n - at) * sizeof *c->carries);
    c->n++;
    k = &c->carries[at];
    *k = (struct carry){ .column = column, .first = c->row, .last = last };
    aet_buf_span(&k->value, text);
    return FAULT_NONE;
}

void aet_cells_free(struct cells *c)
{
    for (size_t i = 0; i < c->n; i++)
        aet_buf_free(&c->carries[i].value);
    aet_free(c->carries);
    aet_buf_free(&c->text);
}
