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
    size_t held; /* bytes at the front of text that outlive the next record */
    bool blank;  /* every cell was empty */
};

/* The texts of the cells of the last record live on, until aet_row_release. */
static inline void aet_row_hold(struct row *r)
{
    if (r)
        r->held = r->text.n;
}

/* Nothing is held any more; of the records read from here on, `bytes` can be. */
static inline void aet_row_release(struct row *r, size_t bytes)
{
    if (!r)
        return;
    r->held = 0;
    aet_buf_clear(&r->text);
    aet_buf_room(&r->text, bytes + 1);
}

static inline void aet_row_free(struct row *r)
{
    if (r)
        r->free(r);
}

#endif
