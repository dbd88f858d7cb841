/* A worker: it reads records, checks each by itself, and makes of those that passed the judge what
 * the sink wants. All that it needs for that belongs to it, and nothing here looks at another
 * record, nor writes. */
#ifndef AET_FLOW_WORKER_H
#define AET_FLOW_WORKER_H

#include "flow/held.h"
#include "privacy/hider.h"
#include "flow/reader.h"

/* More members than twelve: they are all that one worker owns. */
struct worker {
    const struct work *work;
    struct reads reads; /* those of the work, or of its own */
    struct twins twins;
    bool strict;
    struct headings *headings;
    struct reader reader;
    struct hider hider;
    struct emitter emitter;
    struct set *sets;       /* of a sink that completes */
    struct derived derived; /* of one that derives */
    struct arena arena;     /* facts, cells and diagnostics of the lot */
    struct diags diags;
    struct diags dates; /* that settle their column */
    struct diags once;  /* how values were read, said once a file */
    struct lot lot;
    struct buf text; /* records of the lot, made anew */
};

/* `how` and what `work` points to stay their owner's, and it stays where it is. `beside`: another
 * worker is the first, and this one may be at work at the same time. */
void aet_worker_init(struct worker *w, const struct work *work, const struct reading *how,
                     const struct identities *identities, bool strict, bool beside);
void aet_worker_free(struct worker *w);

/* A file begins, of which the reader knows already: names in its headings are replaced, and what is
 * asked of its cells is settled. `sheet`: what goes out is a sheet already. */
void aet_worker_file(struct worker *w, const struct layout *l, const struct layout *first,
                     bool sheet);

/* The same for a worker beside the first, which knows the file already. */
void aet_worker_follow(struct worker *w, const struct worker *first, const struct layout *l);

/* How many of these slices are held at once. */
size_t aet_lot_size(const struct slice *slices, size_t n);

/* Read and check them: no more than that. */
void aet_worker_read(struct worker *w, const struct slice *slices, size_t n);

/* Errors were found in a record, among these diagnostics: whether it stands without the parts that
 * they are about, which are then left out of it. */
bool aet_worker_leaves(const struct worker *w, struct held *h, const struct diags *diags,
                       size_t from);

/* Once they are judged: make of those that passed what the sink wants. */
void aet_worker_take(struct worker *w);

static inline bool aet_fails(const struct diags *d, bool strict)
{
    return d->errors > 0 || (strict && d->warnings > 0);
}

#endif
