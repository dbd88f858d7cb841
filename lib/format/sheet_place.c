/* From bytes to rows and columns. */
#include "format/sheet_place.h"

struct sheet_place aet_sheet_at(const struct layout *l, const struct slice *record, size_t at)
{
    struct sheet_place place = { .row = record->row };
    struct span rest = record->raw;
    struct cutter cutter;
    struct piece piece;

    if (!place.row || !aet_has_cells(l))
        return (struct sheet_place){ 0 };
    l->format->row_cutter(l, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD && at >= piece.end &&
           piece.end < rest.n) {
        place.row++;
        at -= piece.end;
        rest = aet_span_from(rest, piece.end);
    }
    place.column = l->format->column_at(l, rest, at) + 1;
    if (l->book)
        place.sheet = l->book->sheet;
    if (place.column <= l->columns)
        place.heading = l->headings[place.column - 1];
    return place;
}
