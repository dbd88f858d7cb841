/* The cells of one record that stands under headings, whatever file they come from. */
#ifndef AET_FORMAT_ROW_H
#define AET_FORMAT_ROW_H

#include "base/buf.h"
#include "io/fault.h"

struct row {
    /* Read a slice, or what is cut as one: FAULT_NONE (n 0 for a blank line), or the fault and its
     * offset in *at. The cells of columns that are not wanted have their length but no text. */
    enum fault (*read)(struct row *r, struct span record, size_t *at);
    void (*free)(struct row *r);
    struct span *cells; /* valid until the next record */
    size_t n, cap;
    struct buf text;
    const bool *wanted; /* by column: keep its text; NULL keeps all */
    size_t wanted_n;    /* columns from here on are kept */
    bool blank;         /* every cell was empty */
};

static inline void aet_row_free(struct row *r)
{
    if (r)
        r->free(r);
}

#endif
