/* Records with their names replaced. Every function takes a hider that hides nothing. */
#ifndef AET_PRIVACY_HIDER_H
#define AET_PRIVACY_HIDER_H

#include "privacy/hiding.h"
#include "record/facts.h"
#include "tree/document.h"

/* Belongs to who writes with it: it parses on its own. */
struct hider {
    const struct identities *identities; /* NULL: nothing is to be replaced */
    const struct nest *nest;             /* of documents, or NULL */
    struct record_reader again;
    struct buf hidden;
    struct arena names; /* headings */
};

void aet_hider_init(struct hider *h, const struct identities *identities,
                    const struct schema *schema, const struct nest *nest,
                    struct headings *headings);
void aet_hider_free(struct hider *h);

/* A file begins; headings of it that name somebody are replaced in `m`, which may be NULL. Whether
 * any was. */
bool aet_hider_file(struct hider *h, const struct layout *l, struct mapping *m);

/* The record with its names replaced, until the next call: `slice` itself when there are none,
 * nothing when it cannot be parsed. */
struct slice aet_hider_slice(struct hider *h, const struct slice *slice, enum hides hides);

/* The facts of a record as they may be counted and shown, copied into the arena; `cells`: it is a
 * row. Themselves when nothing is hidden. */
struct facts aet_hider_facts(const struct hider *h, const struct facts *f, bool cells,
                             struct arena *arena);

/* Text of a document that was rejected: a cell under its heading, in the arena; JSON, of which the
 * member `said` holds what was said of it. */
struct span aet_hider_cell(const struct hider *h, struct span heading, struct span cell,
                           struct arena *arena);
void aet_hider_json(const struct hider *h, const char *said, struct span raw, struct buf *out);

/* The names in a document are replaced where they stand: facts, values, what no field claims. */
void aet_hider_document(const struct hider *h, struct document *d);

/* How many passages were left so far that may name somebody. */
uint64_t aet_hider_doubts(const struct hider *h);

/* A place as it may be shown: its file and its heading may name somebody. */
void aet_hider_place(const struct hider *h, struct diag_place *where, struct arena *arena);

/* Any text as it may be written, in the arena. */
struct span aet_hider_text(const struct hider *h, struct span text, struct arena *arena);

/* A heading as it may be written, in `scratch`; `field` or NO_FIELD. */
struct span aet_hider_heading(const struct hider *h, struct span heading, int field,
                              struct buf *scratch);

/* A diagnostic as it may be written, its texts in `arena`: names in what it quotes are replaced; of
 * what could not be parsed it quotes nothing. */
struct diag aet_hider_diag(const struct hider *h, const struct diag *x, bool parsed,
                           struct arena *arena);

#endif
