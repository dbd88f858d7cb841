/* Records with their names replaced. Every function takes a hider that hides nothing. */
#ifndef AET_PRIVACY_HIDER_H
#define AET_PRIVACY_HIDER_H

#include "privacy/hiding.h"

/* Belongs to who writes with it: it parses on its own. */
struct hider {
    const struct identities *identities; /* NULL: nothing is to be replaced */
    struct record_reader again;
    struct buf hidden;
    struct arena names; /* headings */
};

void aet_hider_init(struct hider *h, const struct identities *identities,
                    const struct schema *schema, struct headings *headings);
void aet_hider_free(struct hider *h);

/* A file begins; headings of it that name somebody are replaced in `m`, which may be NULL. Whether
 * any was. */
bool aet_hider_file(struct hider *h, const struct layout *l, struct mapping *m);

/* The record with its names replaced, until the next call: `slice` itself when there are none,
 * nothing when it cannot be parsed. */
struct slice aet_hider_slice(struct hider *h, const struct slice *slice, enum hides hides);

/* A heading as it may be written, in `scratch`; `field` or NO_FIELD. */
struct span aet_hider_heading(const struct hider *h, struct span heading, int field,
                              struct buf *scratch);

/* A diagnostic as it may be written, its texts in `arena`: names in what it quotes are replaced; of
 * what could not be parsed it quotes nothing. */
struct diag aet_hider_diag(const struct hider *h, const struct diag *x, bool parsed,
                           struct arena *arena);

#endif
