/* How records are written: what emit, and the conversions that it uses, all go by. */
#ifndef AET_RECORD_EMITTER_H
#define AET_RECORD_EMITTER_H

#include "base/date.h"
#include "base/number.h"
#include "format/sheet.h"
#include "record/lists.h"
#include "record/record.h"
#include "record/set.h"

/* How records go out (as the options say), what a file changes of it, and the scratch of one
 * worker. */
struct emitter {
    const struct schema *schema;
    bool documents; /* the records are trees: whatever changes in one, it is written anew */
    bool anew;      /* write the canonical form even where nothing asks for a conversion */
    struct headings *headings;
    bool renaming;           /* --map was given: keys may change */
    const struct format *to; /* NULL: as the first file */
    struct list list;        /* what is written is one */
    bool joins;              /* files whose headings may differ: cells go through a sheet */
    struct sheet_form form;
    struct number_form number;
    enum date_form dates;
    const struct lists *lists; /* what --listes said; NULL: nothing */
    const size_t *adds;        /* fields that this verb adds to every record */
    size_t adds_n;
    bool convert; /* for the current file */
    struct buf scratch;
    struct arena arena;
};

enum emitted {
    EMITTED_RAW,   /* write the slice as it is */
    EMITTED_TEXT,  /* write what was appended to `out` */
    EMITTED_CELLS, /* what was appended to `out` is a row for a sheet */
    EMITTED_ROWS,  /* what was appended to `out` is a run of rows, each behind its length */
    EMITTED_NOT    /* it cannot be written so: reported in `diags` */
};

#endif
