/* The cells of one record that stands under headings, whatever file they come from. */
#ifndef AET_FORMAT_ROW_H
#define AET_FORMAT_ROW_H

#include "base/buf.h"
#include "io/fault.h"

struct row {
    /* Read a slice, or what is cut as one: FAULT_NONE (n 0 for a blank line), or the fault and its
     * offset in *at. */
    enum fault (*read)(struct row *r, struct span record, size_t *at);
    void (*free)(struct row *r);
    struct span *cells; /* valid until the next record; their text stands in the slice, or in `text`
                         * and is valid as long, unless it is held */
    size_t n, cap;
    struct buf text;
    size_t held;  /* bytes at the front of text that outlive the next record */
    size_t spare; /* bytes behind the cells of a record that its reader may add to text; 0: none */
    bool blank;   /* every cell was empty */
};

/* The texts of the cells of the last record live on, until aet_row_release. */
static inline void aet_row_hold(struct row *r)
{
    if (r)
        r->held = r->text.n;
}

/* Room in text for so many records of so many bytes in all, so that it does not move. A reader that
 * adds anything may add each byte of the cells, twice. */
static inline size_t aet_row_room(const struct row *r, size_t bytes, size_t records)
{
    return bytes + (r->spare ? 2 * bytes + records * r->spare : 0) + 1;
}

/* Nothing is held any more; of the records read from here on, so many of `bytes` in all can be. */
static inline void aet_row_release(struct row *r, size_t bytes, size_t records)
{
    if (!r)
        return;
    r->held = 0;
    aet_buf_clear(&r->text);
    aet_buf_room(&r->text, aet_row_room(r, bytes, records));
}

static inline void aet_row_free(struct row *r)
{
    if (r)
        r->free(r);
}

#endif
