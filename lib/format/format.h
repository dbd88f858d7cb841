/* What a format of records is: one row. How a file of it is known, cut into raw records, looked
 * into and written. Nothing outside of this folder asks which format it is: it asks one of these
 * properties, or calls the row.
 *
 * A record has one of two shapes. Under headings it is a row of cells, which the format reads out
 * of the slice. Otherwise it is an object, and the slice is its JSON text (see json_text.h). */
#ifndef AET_FORMAT_FORMAT_H
#define AET_FORMAT_FORMAT_H

#include "format/cut.h"
#include "format/input.h"
#include "format/row.h"

enum record_shape { SHAPE_CELLS, SHAPE_OBJECT };

/* A list of records on its way out. */
struct list {
    const struct format *format;
    bool array; /* one list with brackets, where the format has such */
    bool crlf;  /* rows end with CR LF */
    uint64_t n; /* records written */
};

/* A record in a list, with what stands around it. */
struct framed {
    struct span before, text, after;
};

/* One row of the table: properties, then functions in the order in which a file goes through them.
 */
struct format {
    const char *name;            /* as options call it */
    const char *const *suffixes; /* of the names of its files, NULL at the end */
    enum record_shape shape;
    bool one_line; /* a record must stand on one line */
    bool typed;    /* written only: cells are dates, numbers and texts, through a sheet
                    * (format/sheet.h); of the functions below it has none but `is` */

    /* Whether the input is of this format; asked in the order of the table. `first` is its first
     * byte that is no blank. May read on, and drop blanks; false with *stop when it cannot. NULL:
     * whatever no other one claims. */
    bool (*is)(struct input *in, char first, bool *yes, struct stop *stop);

    /* Read what stands before the first record into the layout, and make the cutter of the records.
     * False with *stop. */
    bool (*begin)(struct input *in, struct cutter *c, struct stop *stop);

    /* Of cells: a reader of slices, and what cuts a slice that holds several rows. */
    struct row *(*row_new)(const struct layout *l);
    void (*row_cutter)(const struct layout *l, struct cutter *c);

    /* Of cells: where a column begins in a record or the heading line (its end when there are
     * fewer); to be called when somebody needs a place. */
    size_t (*cell_at)(const struct layout *l, struct span record, size_t column);
    /* Of cells: the column of the cell in which byte `at` of such a record stands. */
    size_t (*column_at)(const struct layout *l, struct span record, size_t at);

    /* Of cells: a cell with the blanks that were cut from it. NULL: there are none. */
    struct span (*cell_whole)(const struct layout *l, struct span record, struct span cell);

    /* Of cells: append a record, its line end included; or one as it was written, of which `cells`
     * were read, with more cells behind the last heading. */
    void (*row_write)(const struct layout *l, const struct span *cells, size_t n, struct buf *out);
    void (*row_extend)(const struct layout *l, struct span record, size_t cells,
                       const struct span *more, size_t n, struct buf *out);

    /* What begins and ends a list (but for a heading line), and stands around a record. NULL: a
     * list has no beginning or end. */
    struct span (*list_begin)(const struct list *l);
    struct framed (*list_item)(const struct list *l, struct span text);
    struct span (*list_end)(const struct list *l);
};

static inline bool aet_has_cells(const struct layout *l)
{
    return l->format->shape == SHAPE_CELLS;
}

static inline struct span aet_list_begin(const struct list *l)
{
    return l->format->list_begin ? l->format->list_begin(l) : (struct span){ "", 0 };
}

/* Counts the record. */
static inline struct framed aet_list_item(struct list *l, struct span text)
{
    struct framed f = l->format->list_item(l, text);

    l->n++;
    return f;
}

static inline struct span aet_list_end(const struct list *l)
{
    return l->format->list_end ? l->format->list_end(l) : (struct span){ "", 0 };
}

#endif
