/* Packed places. */
#include "flow/mark.h"

enum { PLACE_LINE_BITS = 44 };

uint64_t aet_place_pack(size_t file, uint64_t line)
{
    return (uint64_t)file << PLACE_LINE_BITS | line;
}

size_t aet_place_file(uint64_t place)
{
    return (size_t)(place >> PLACE_LINE_BITS);
}

uint64_t aet_place_line(uint64_t place)
{
    return place & (((uint64_t)1 << PLACE_LINE_BITS) - 1);
}

void aet_place_arg(struct diags *d, struct diag *x, uint64_t place,
                   const struct layout *const *files)
{
    struct buf where = { 0 };

    aet_buf_str(&where, files[aet_place_file(place)]->name);
    aet_buf_char(&where, ':');
    aet_buf_uint(&where, aet_place_line(place));
    aet_diag_arg(d, x, "autre", aet_buf_view(&where));
    aet_buf_free(&where);
}
