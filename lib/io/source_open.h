/* Opening one file of a source; private to io/source*.c. */
#ifndef AET_IO_SOURCE_OPEN_H
#define AET_IO_SOURCE_OPEN_H

#include "io/decode.h"
#include "io/source.h"

enum { SOURCE_READ = 1 << 18, SOURCE_CAP = 64 << 20 };

struct source {
    struct source_options options;
    struct layout **layouts;
    size_t n, layouts_cap;
    size_t next_file;
    struct arena arena;
    /* of the file being read: */
    struct decoder *decoder;
    struct layout *layout;
    struct cutter cutter;
    bool eof, fresh;
    struct buf text; /* decoded, not yet cut: what the last block left over */
    uint64_t line, column;
    struct {
        size_t n; /* bytes of rows that were cut and may be joined by the next one */
        uint64_t line, column;
    } held;
    uint64_t bytes, total;
};

/* Open the next file, find out its format and read its heading line. */
enum source_status aet_source_open(struct source *s, struct stop *stop);

/* Read the heading line of a CSV file, which s->text begins with, into its layout. `given` is the
 * delimiter where it is known, otherwise 0. False with *stop. */
bool aet_source_header(struct source *s, char given, struct stop *stop);

/* Read more text to the end of s->text; false with *stop when the system refuses. */
bool aet_source_read(struct source *s, struct stop *stop);

/* Read on until the text holds a whole line (or ends); its length with the line end in *n. */
bool aet_source_line(struct source *s, size_t *n, struct stop *stop);

/* Drop `n` bytes from the front of s->text, moving the place over them. */
void aet_source_drop(struct source *s, size_t n);

#endif
