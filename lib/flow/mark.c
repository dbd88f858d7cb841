/* Packed places: file, line, and the row of the table where all three find room. The top bit says
 * whether they did. */
#include "flow/mark.h"

#include "voice/phrase.h"

enum {
    ROOM = PLACE_BITS - 1,
    ROW_BITS = 26, /* 67 million rows, in one of 128 files */
    LINE_BITS = 42 /* without a row: four million million lines, in one of 131,072 files */
};

#define WITH_ROW ((uint64_t)1 << ROOM)

static uint64_t low(uint64_t v, int bits)
{
    return v & (((uint64_t)1 << bits) - 1);
}

bool aet_place_fits(size_t file, const struct slice *slice)
{
    return slice->line && low(slice->line, LINE_BITS) == slice->line &&
           file < (size_t)1 << (ROOM - LINE_BITS);
}

uint64_t aet_place_pack(size_t file, const struct slice *slice)
{
    uint64_t line = slice->line, row = slice->row;

    if (row && low(line, ROW_BITS) == line && low(row, ROW_BITS) == row &&
        file < (size_t)1 << (ROOM - 2 * ROW_BITS))
        return WITH_ROW | (uint64_t)file << 2 * ROW_BITS | row << ROW_BITS | line;
    return (uint64_t)file << LINE_BITS | line;
}

size_t aet_place_file(uint64_t place)
{
    return (size_t)(low(place, ROOM) >> (place & WITH_ROW ? 2 * ROW_BITS : LINE_BITS));
}

uint64_t aet_place_line(uint64_t place)
{
    return low(place, place & WITH_ROW ? ROW_BITS : LINE_BITS);
}

uint64_t aet_place_row(uint64_t place)
{
    return place & WITH_ROW ? low(place >> ROW_BITS, ROW_BITS) : 0;
}

void aet_place_arg(struct diags *d, struct diag *x, uint64_t place,
                   const struct layout *const *files)
{
    uint64_t row = aet_place_row(place);
    struct buf where = { 0 };

    aet_buf_str(&where, files[aet_place_file(place)]->name);
    aet_buf_char(&where, ':');
    aet_buf_uint(&where, aet_place_line(place));
    aet_diag_arg(d, x, "endroit", aet_buf_view(&where));
    aet_buf_free(&where);
    if (row)
        aet_diag_arg_uint(d, x, "rangee", row);
    aet_diag_word(x, "place", aet_phrases[row ? PHRASE_PLACE_ROW : PHRASE_PLACE]);
}

void aet_marks_keep(struct marks *k, const struct kept_mark *m)
{
    k->p = aet_grow(k->p, &k->cap, k->n, sizeof *k->p);
    k->p[k->n++] = *m;
}

void aet_marks_free(struct marks *k)
{
    aet_free(k->p);
    *k = (struct marks){ .p = NULL };
}
