/* The input: files one after the other, decoded and cut into blocks of raw records.
 *
 * A block owns the text of its slices, so that blocks can be worked on apart and retired in order.
 * All slices of a block come from one file. Memory does not depend on the number of records: a
 * block holds about 256 KiB, or one record when that is longer (64 MiB at most). */
#ifndef AET_FORMAT_SOURCE_H
#define AET_FORMAT_SOURCE_H

#include "base/must.h"
#include "format/format.h"
#include "io/again.h"

struct block {
    struct layout *layout;
    char *memory;
    size_t cap, len;
    struct slice *slices;
    size_t n, slices_cap;
};

struct source_options {
    const char *const *files; /* n == 0: standard input */
    size_t n;
    const char *encoding;
    const struct format *format; /* NULL: found by the content */
    struct heading_options headings;
    bool digest;
    struct again *again; /* the files must be those that were read before; NULL: read once */
    /* Of cells: whether a row belongs to the record of the row before it; asked once for each row,
     * in order. NULL: every row is a record. */
    bool (*joins)(void *context, const struct layout *layout, struct span row);
    void *join_context;
};

enum source_status { SOURCE_BLOCK, SOURCE_END, SOURCE_STOP };

struct source;

struct source *aet_source_new(const struct source_options *options);

/* Fill `b` (zero-initialised at first, then reused) with the next records. SOURCE_END: nothing is
 * left. SOURCE_STOP: the reading cannot go on; records before the fault were given in earlier
 * blocks. A file without records still comes once, as a block with n == 0, so that its layout is
 * known. */
AET_MUST enum source_status aet_source_next(struct source *s, struct block *b, struct stop *stop);

/* The layouts of the files opened so far, in order. */
const struct layout *const *aet_source_layouts(const struct source *s, size_t *n);

/* Bytes of text read so far, and the size of all files when it is known (0 when not, and
 * of workbooks). */
uint64_t aet_source_bytes(const struct source *s);
uint64_t aet_source_total(const struct source *s);

void aet_block_free(struct block *b);
void aet_source_free(struct source *s);

#endif
