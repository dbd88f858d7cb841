/* How the input is read: what the command line says of it, the same for every file. */
#ifndef AET_RECORD_READING_H
#define AET_RECORD_READING_H

#include "base/date.h"
#include "base/number.h"
#include "format/source.h"
#include "headings/headings.h"
#include "record/fill.h"
#include "record/lists.h"

/* What --map said, in the order given. */
struct renames {
    struct rename *p;
    size_t n, cap;
};

/* A source whose first block was read to know its kind; the run goes on from there. */
struct peek {
    struct source *source;
    struct block block;
    struct stop stop;
    enum source_status status;
    struct headings **headings; /* by kind: decide between delimiters */
    size_t kinds;
};

struct reading {
    const char *encoding;      /* NULL: UTF-8, or UTF-16 by its mark */
    const struct format *from; /* NULL: found by the content */
    char delimiter;            /* 0: found on the heading line */
    size_t skip;
    bool skips;          /* that was said, be it 0 */
    const char *sheet;   /* --feuille: of workbooks; NULL: not said */
    struct again *again; /* what is read more than once; owned. NULL: nothing is */
    bool digest;         /* the SHA-256 of the inputs is wanted */
    struct number_form number;
    enum date_form dates;
    struct renames renames;
    struct lists lists; /* --listes */
    struct fills fills; /* --remplir */
    struct peek *begun; /* its first block was read already; owned */
};

/* The options of a source of these files, `open` still to be said. */
void aet_reading_options(const struct reading *r, const char *const *files, size_t n,
                         struct source_options *o);

/* A source of these files (none: standard input); `open` as in format/input.h. */
struct source *aet_reading_source(const struct reading *r, const char *const *files, size_t n,
                                  void (*open)(void *, const struct opening *, struct opened *),
                                  void *context);

void aet_peek_free(struct peek *p);

/* From here on the input is read more than once, and must be the same each time. */
void aet_reading_repeats(struct reading *r);

/* Its first reading is over. */
void aet_reading_over(struct reading *r);

/* Of the files that were read together, the one that is read alone, or first, from here on. */
void aet_reading_from(struct reading *r, size_t first);

void aet_reading_free(struct reading *r);

#endif
