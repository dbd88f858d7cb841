/* From bytes to rows and columns. */
#include "format/sheet_place.h"

static void begin_row(struct sheet_walk *w)
{
    w->cell_at = w->cell_end = w->row_at;
    w->column = w->next = 0;
}

/* To the row that holds byte `at`; the last one when none does. */
static void to_row(const struct layout *l, struct span raw, size_t at, struct sheet_walk *w)
{
    struct cutter cutter;
    struct piece piece;

    if (at >= w->row_at && at < w->row_end)
        return;
    if (at < w->row_at)
        *w = (struct sheet_walk){ 0 };
    else if (w->row_end && w->row_end < raw.n) {
        w->row_at = w->row_end;
        w->row++;
    }
    l->format->row_cutter(l, &cutter);
    while (aet_cut(&cutter, aet_span_from(raw, w->row_at), true, &piece) == CUT_RECORD &&
           at >= w->row_at + piece.end && w->row_at + piece.end < raw.n) {
        w->row_at += piece.end;
        w->row++;
    }
    w->row_end = w->row_at + piece.end;
    begin_row(w);
}

/* Where cell k of a text that begins with a cell does, with the blanks before it. */
static size_t begins(const struct layout *l, struct span cells, size_t k)
{
    size_t at = k ? l->format->cell_at(l, cells, k) : 0;

    while (at < cells.n && at && cells.p[at - 1] == ' ')
        at--;
    return at;
}

/* To the cell of the row that holds byte `at`. */
static void to_cell(const struct layout *l, struct span raw, size_t at, struct sheet_walk *w)
{
    struct span cells;
    size_t k, from;

    if (at >= w->cell_at && at < w->cell_end)
        return;
    if (at < w->cell_at || w->cell_end >= raw.n) /* what is the end is told by the row as a whole */
        begin_row(w);
    from = w->cell_end;
    cells = aet_span_from(raw, from);
    k = l->format->column_at(l, cells, at - from);
    w->column = w->next + k;
    w->next = w->column + 1;
    w->cell_at = from + begins(l, cells, k);
    w->cell_end = w->cell_at + begins(l, aet_span_from(raw, w->cell_at), 1);
}

struct sheet_place aet_sheet_walk(const struct layout *l, const struct slice *record, size_t at,
                                  struct sheet_walk *w)
{
    struct sheet_place place = { .row = record->row };

    if (!place.row || !aet_has_cells(l))
        return (struct sheet_place){ 0 };
    to_row(l, record->raw, at, w);
    to_cell(l, record->raw, at, w);
    place.row += w->row;
    place.column = w->column + 1;
    if (l->book)
        place.sheet = l->book->sheet;
    if (place.column <= l->columns)
        place.heading = l->headings[place.column - 1];
    return place;
}
