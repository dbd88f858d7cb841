/* The text of one input file as it comes: decoded, not yet cut, with the place of its first byte.
 */
#ifndef AET_FORMAT_INPUT_H
#define AET_FORMAT_INPUT_H

#include "base/must.h"
#include "base/arena.h"
#include "format/layout.h"
#include "format/opening.h"
#include "io/decode.h"
#include "workbook/workbook.h"

enum { INPUT_READ = 1 << 18, INPUT_CAP = 64 << 20 }; /* read at once; of one record at most */

/* Where and why the reading stopped. */
struct stop {
    enum fault fault;
    const char *file;
    uint64_t line, column; /* 0: no place */
    struct sheet_place sheet;
    int error;      /* errno for FAULT_READ */
    char byte;      /* the byte at fault, for FAULT_UTF8 and FAULT_CONVERTED */
    uint64_t other; /* FAULT_HEADING_UNSURE, FAULT_NO_HEADING: the line of what may be the headings
                       too, or of a heading that was seen below; 0: none */
    struct span names; /* FAULT_BOOK_SHEET, FAULT_BOOK_HIDDEN: the sheets that there are */
};

/* What is said of the heading lines of files. */
struct heading_options {
    char delimiter;    /* 0: found on the heading line */
    size_t skip;       /* lines above it */
    bool skips;        /* that was said, be it 0: the line below them is the heading line */
    const char *sheet; /* of a workbook, its name or its number; NULL: see book.h */
    /* Which rows the headings are, and how many of them are known: decides between delimiters. May
     * be NULL: then the first row is, whatever stands in it. */
    void (*open)(void *context, const struct opening *o, struct opened *out);
    void *context;
};

struct input {
    struct decoder *decoder;
    struct workbook *book; /* the file is one: its text comes from here. NULL: from the decoder */
    struct layout *layout;
    struct heading_options said;
    struct arena *arena; /* for what the layout keeps */
    struct buf text;     /* begins with the first byte that was not consumed */
    bool eof;
    struct buf above;      /* what stands above a heading line, from its first quote on */
    uint64_t line, column; /* of that byte */
    uint64_t row;          /* and the row of a table: see struct slice */
    uint64_t bytes;        /* of text read so far */
};

/* Read more text to the end of in->text; false with *stop when the system refuses. */
AET_MUST bool aet_input_read(struct input *in, struct stop *stop);

/* Read on until the text holds a whole line (or ends, or is over the cap); its length with the line
 * end in *n. False: as above. */
AET_MUST bool aet_input_line(struct input *in, size_t *n, struct stop *stop);

/* The first byte that is no blank, NUL when there is none. False: as above. */
AET_MUST bool aet_input_first(struct input *in, char *byte, struct stop *stop);

/* Drop `n` bytes from the front of the text, moving the place over them. */
void aet_input_drop(struct input *in, size_t n);

/* Drop a line that stands above a heading line: it is a row of the table, or a part of one when a
 * cell holds its line end. */
void aet_input_drop_line(struct input *in, size_t n);

/* A fault where the text stands, with errno. Always false. */
bool aet_input_stop(const struct input *in, struct stop *stop, enum fault fault);

/* Whether all of it is text; otherwise `stop`, which has the place where it begins, gets the fault,
 * its byte and its place. */
bool aet_stop_unless_text(struct stop *stop, struct span text, bool converted);

#endif
