/* Fields that are added to records. */
#include "record/set.h"

#include "format/json_text.h"
#include "record/items.h"

const struct set *aet_set_of(const struct set *sets, size_t n, int field)
{
    for (size_t i = 0; i < n; i++)
        if (field >= 0 && sets[i].field == (size_t)field)
            return &sets[i];
    return NULL;
}

bool aet_set_any(const struct set *sets, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (sets[i].n)
            return true;
    return false;
}

struct span aet_set_cell(struct buf *scratch, const struct set *s)
{
    aet_buf_clear(scratch);
    for (size_t i = 0; s->form == SET_LIST && i < s->n; i++)
        aet_items_put(scratch, s->parts[i]);
    if (s->form != SET_LIST)
        aet_buf_span(scratch, s->parts[0]);
    return aet_buf_view(scratch);
}

void aet_set_json(const struct set *s, struct buf *out)
{
    if (s->form == SET_NUMBER) {
        aet_buf_span(out, s->parts[0]);
        return;
    }
    if (s->form == SET_TEXT) {
        aet_json_string(out, s->parts[0]);
        return;
    }
    aet_buf_char(out, '[');
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, ',');
        aet_json_string(out, s->parts[i]);
    }
    aet_buf_char(out, ']');
}
