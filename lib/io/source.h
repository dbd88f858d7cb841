/* The input: files one after the other, decoded and cut into blocks of raw records.
 *
 * A block owns the text of its slices, so that blocks can be worked on apart and retired in order.
 * All slices of a block come from one file. Memory does not depend on the number of records: a
 * block holds about 256 KiB, or one record when that is longer (64 MiB at most). */
#ifndef AET_IO_SOURCE_H
#define AET_IO_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "io/cut.h"
#include "io/csv_row.h"

enum format { FORMAT_AUTO, FORMAT_CSV, FORMAT_NDJSON, FORMAT_JSON };

/* One raw record: its bytes, the line and column (in characters) of the first, its number. */
struct slice {
    struct span raw;
    uint64_t line, column, number;
};

/* How one input file is laid out; lives as long as the source. */
struct layout {
    const char *name; /* as on the command line, "-" for standard input */
    enum format format;
    bool array;            /* JSON: one array, otherwise values one after the other */
    char delimiter;        /* CSV */
    bool crlf;             /* CSV: lines end with CR LF */
    struct slice header;   /* CSV: the heading line, raw; kept by the source */
    struct span *headings; /* CSV: its cells */
    size_t columns;        /* up to the last heading that is not empty */
    size_t index;
    uint64_t records; /* how many slices were cut so far */
    char sha256[65];  /* at the end of the file, when asked for */
};

/* Whether records of both can stand in one output: same format, and for CSV same headings. */
bool aet_layout_same(const struct layout *a, const struct layout *b);

struct block {
    struct layout *layout;
    char *memory;
    size_t cap, len;
    struct slice *slices;
    size_t n, slices_cap;
};

/* Where and why the reading stopped. */
struct stop {
    enum fault fault;
    const char *file;
    uint64_t line, column; /* 0: no place */
    int error;             /* errno for FAULT_READ */
    char byte;             /* the byte at fault, for FAULT_UTF8 */
    size_t hint;           /* FAULT_NO_HEADING: lines to skip, if a heading line was seen below */
};

struct source_options {
    const char *const *files; /* n == 0: standard input */
    size_t n;
    const char *encoding;
    enum format format;
    char delimiter; /* 0: found on the heading line */
    size_t skip;
    bool digest;
    /* How many of these headings are known: decides between delimiters, and whether a heading line
     * is one. May be NULL: then any heading will do. */
    size_t (*known)(void *context, const struct span *headings, size_t n);
    void *context;
    /* CSV: whether a row belongs to the record of the row before it; asked once for each row, in
     * order. NULL: every row is a record. */
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
enum source_status aet_source_next(struct source *s, struct block *b, struct stop *stop);

/* The layouts of the files opened so far, in order. */
const struct layout *const *aet_source_layouts(const struct source *s, size_t *n);

/* Bytes of text read so far, and the size of all files when it is known (0 when not). */
uint64_t aet_source_bytes(const struct source *s);
uint64_t aet_source_total(const struct source *s);

void aet_block_free(struct block *b);
void aet_source_free(struct source *s);

/* Move a place over `text`: LF, CR LF and a lone CR end a line; columns count characters from 1. */
void aet_place_advance(struct span text, uint64_t *line, uint64_t *column);

#endif
