/* The two shapes of a reader: rows and objects, or documents. Private to lib/flow: what the drive
 * asks of a reader, each shape answers in its own file, and nothing else asks which one it is. */
#ifndef AET_FLOW_READER_H
#define AET_FLOW_READER_H

#include "apart/sums.h"
#include "flow/held.h"
#include "flow/work.h"
#include "record/place.h"
#include "record/reading.h"
#include "tables/twins.h"
#include "tree/document.h"

struct flat_reader {
    struct record_reader records;
    struct resolver resolver;
    struct facts room; /* to resolve in */
    bool keeps;        /* every cell is asked for on the way out */
};

struct tree_reader {
    struct document_reader documents;
    struct document *held; /* one for each record of a lot */
};

/* Belongs to one worker. */
struct reader {
    const struct reads *reads;
    struct headings *headings;   /* of the schema of the records, or of the roots */
    struct arena *arena;         /* of facts and cells: reset for each lot by its owner */
    bool strict;                 /* warnings count as errors */
    struct diags *dates;         /* dates that settle their column (record/columns.h) */
    bool normal;                 /* records go out in their one form (record/normal.h) */
    bool whole;                  /* of `normal`: all of their fields */
    const unsigned char *coarse; /* and how coarse dates are */
    union {
        struct flat_reader flat;
        struct tree_reader tree;
    } of;
};

/* What a shape of records does, in the order in which the flow asks for it: functions only. */
struct reader_kind {
    /* What the reader borrows is set, all else is zero. */
    void (*init)(struct reader *r, const struct reading *how);
    void (*free)(struct reader *r);
    const struct schema *(*schema)(const struct reads *k);
    const struct nest *(*nest)(const struct reads *k); /* NULL: flat */
    /* They become those of another worker. */
    void (*twin)(struct reads *k, struct twins *twins);

    /* What a source asks while it reads headings and rows. */
    void (*source)(struct reader *r, struct source_options *o);

    /* A file begins. False with what is wrong with its headings. */
    bool (*file)(struct reader *r, const struct layout *l, struct heading_fault *fault);
    struct mapping *(*mapping)(struct reader *r);
    /* The field that a column leads to, or NULL. */
    const char *(*leads)(struct reader *r, size_t column);
    /* The field that a column which is not read may be a choice of, as --map takes it ("public
     * [Parents]"), since its heading is a term of that field. NULL: none. */
    const char *(*choice)(struct reader *r, size_t column);
    /* The field that a heading nobody knows is near to; the field whose column must be there and is
     * not. NULL: none. */
    const char *(*near)(struct reader *r, size_t column);
    const char *(*lacks)(struct reader *r);
    /* Whether the text of every column is asked for from here on. */
    void (*keep)(struct reader *r, bool all);

    /* The columns of the file as a sheet, in which lines may stand that are no record. */
    struct apart_sheet *(*sheet)(struct reader *r);

    /* A lot begins, of so many bytes: what was read before lives no longer. */
    void (*lot)(struct reader *r, size_t bytes);
    /* Parse and resolve h->slice, the `i`th of the lot; h->facts are set when it is
     * PARSED or PARSED_FAULTY; h->asides when it is PARSED_ASIDE, or holds such lines. */
    enum parsed (*read)(struct reader *r, struct held *h, size_t i, struct diags *diags);
    /* Add up what was read of it before its aside `part`, after the one before. */
    void (*sum)(struct reader *r, const struct held *h, size_t part, struct sums *to);
    /* Whether it begins another table; `near`: a line that is no record stands above it. */
    bool (*second)(struct reader *r, const struct held *h, bool near);
    /* Errors were found in a record, among these diagnostics from `from` on: leave out of it what
     * they are about. False: it does not stand without. NULL: a record is whole or rejected. */
    bool (*leave)(struct held *h, const struct diags *diags, size_t from);
    /* A line of it is none of its parts, and was said to be wrong by these: it alone is rejected.
     * NULL: the line is the record. */
    void (*lose)(struct held *h, struct span line, struct diags *diags, size_t from);

    /* Say which record a diagnostic is about, in the arena. */
    void (*name)(struct reader *r, const struct held *h, struct diag *x);
    /* Where in its slice a diagnostic is about. */
    struct spot (*at)(struct reader *r, const struct slice *slice, const struct diag *x,
                      struct place_walk *w);

    /* The fields that are to go out in another form, of which there is room for all (flat; a
     * document is written anew in any case). */
    size_t (*normal)(struct reader *r, const struct emitter *e, const struct held *h,
                     struct set *sets);

    /* The way out, with `n` fields added (flat alone). */
    enum emitted (*emit)(struct emitter *e, const struct held *h, const struct set *sets, size_t n,
                         struct buf *out, struct diags *diags);
    void (*columns)(struct reader *r, const struct emitter *e, const struct layout *first,
                    struct sheet *sheet);
};

/* The schema of the records, or of the roots of documents; the nest of documents, or NULL. */
static inline const struct schema *aet_work_schema(const struct work *w)
{
    return w->reads.kind->schema(&w->reads);
}

static inline const struct nest *aet_work_nest(const struct work *w)
{
    return w->reads.kind->nest(&w->reads);
}

static inline const struct reader_kind *aet_reader_kind(const struct reader *r)
{
    return r->reads->kind;
}

#endif
