/* emit: a record on its way out. Where the format does not change, an unchanged record is its
 * slice, byte for byte; fields that a verb adds are spliced in. Otherwise it is converted, by the
 * types of the schema. */
#ifndef AET_RECORD_EMIT_H
#define AET_RECORD_EMIT_H

#include "base/date.h"
#include "base/number.h"
#include "tree/document.h"
#include "record/sheet.h"

/* A generated field and its new parts; no part empties it. */
struct set {
    size_t field;
    const struct span *parts;
    size_t n;
};

struct emitter {
    const struct schema *schema;
    const struct nest *nest; /* of documents; otherwise NULL */
    bool anew;               /* write the canonical form even where nothing asks for a conversion */
    struct headings *headings;
    bool renaming;  /* --map was given: keys may change */
    enum format to; /* FORMAT_AUTO: as the first file */
    bool array;     /* JSON: one array */
    bool joins;     /* files whose headings may differ: CSV goes through a sheet */
    struct sheet_form form;
    struct number_form number;
    enum date_form dates;
    const size_t *adds; /* fields that this verb adds to every record */
    size_t adds_n;
    bool convert; /* for the current file */
    struct buf scratch;
    struct arena arena;
};

/* Prepare for a file; `first` is the layout of the first one. */
void aet_emitter_file(struct emitter *e, const struct layout *layout, const struct layout *first);
void aet_emitter_free(struct emitter *e);

enum emitted {
    EMITTED_RAW,   /* write the slice as it is */
    EMITTED_TEXT,  /* write what was appended to `out` */
    EMITTED_CELLS, /* what was appended to `out` is a row for a sheet */
    EMITTED_ROWS,  /* what was appended to `out` is a run of rows, each behind its length */
    EMITTED_NOT    /* it cannot be written so: reported in `diags` */
};

enum emitted aet_emit(struct emitter *e, struct record_reader *reader, const struct record *record,
                      const struct set *sets, size_t n, struct buf *out, struct diags *diags);

/* The same for a document. */
enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags);

/* The heading line of CSV that is not converted, with the added fields. */
void aet_emit_header(const struct emitter *e, const struct mapping *m, struct buf *out);

/* Declare the columns that a sheet has whatever the records hold. */
void aet_emit_columns(const struct emitter *e, const struct mapping *m, const struct layout *layout,
                      struct sheet *sheet);

#endif
