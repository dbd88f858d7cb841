/* One rejected record on its way to the file of rejects. Private to lib/rejects. */
#ifndef AET_REJECTS_REJECT_H
#define AET_REJECTS_REJECT_H

#include "apart/aside.h"
#include "privacy/hider.h"
#include "tree/leave.h"
#include "voice/diag.h"

/* A rejected record and what was said of it, each with its place; or what was left out of a
 * document that passed. */
struct reject {
    const struct document *part; /* NULL: the whole of a record */
    const struct layout *layout;
    const struct mapping *mapping; /* of its columns */
    const struct slice *slice;
    const struct diag *const *said;
    const struct diag_place *places;
    size_t n;
    enum hides hides;
    const struct aside *asides; /* rows of a document that are no element, each with its reason */
    size_t asides_n;
    bool title; /* it stood above the headings: its cells are not those of the columns */
};

/* What may be written of it. */
struct shown {
    struct slice slice; /* its names replaced; empty: withheld */
    bool parsed;        /* into `record` */
    struct record record;
    const struct diag *said;
    const struct diag_place *places;
};

/* What the writers of all formats go by. */
struct reject_file {
    struct hider hider;
    const struct schema *schema;
    const struct nest *nest; /* of documents, or NULL */
    enum lang lang;
    struct buf text; /* of one record, or row */
    struct buf key;
    struct arena arena; /* of one record */
    uint64_t withheld;  /* rows of its documents that cannot be read, where names are hidden */
};

/* What the diagnostics are called: a document may have a part of that name. */
const char *aet_reject_name(const struct reject_file *f);

/* Whether a heading is one of those that this file adds: it was rejected before. */
bool aet_reject_adds(const struct reject_file *f, struct span heading);

/* A heading of the file as it may be written, until the next one. */
struct span aet_reject_heading(struct reject_file *f, const struct reject *x, size_t column);

/* What could not be parsed, without its line end, as text in UTF-8: bad bytes and NUL as \xHH, a
 * backslash doubled. In f->arena. */
struct span aet_reject_readable(struct reject_file *f, struct span raw);

/* Raw text of a part of a document, which nobody could read: nothing where names are hidden. */
struct span aet_reject_unread(struct reject_file *f, struct span raw);

/* JSON that was made of a document, its names replaced; in f->arena. */
struct span aet_reject_json(struct reject_file *f, struct span raw);

#endif
