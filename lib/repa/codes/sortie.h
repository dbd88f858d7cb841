/* The way out of records that are not read as records: cells as they go into a schema, with
 * pseudonyms in the place of names. */
#ifndef AET_REPA_CODES_SORTIE_H
#define AET_REPA_CODES_SORTIE_H

#include "base/must.h"
#include "cli/session.h"
#include "record/derive.h"
#include "voice/line.h"

struct sortie {
    struct session *s;
    const struct schema *schema;
    int code;                 /* the field of codes: they are terms, and no names */
    struct pseudonyms *names; /* NULL: none are hidden */
    bool learns;              /* the names, before anything is put */
    struct derived *to;
    struct buf cell;
    uint64_t doubts; /* of the texts put before the record that is open */
    size_t written;
};

/* Such records are for a spreadsheet where nothing says otherwise, and in a format that records
 * have; `rule`, with {valeur}, is said of another one. False: complained. */
AET_MUST bool aet_repa_sortie_format(struct session *s, int rule);

/* Once the key is open (aet_hiding_open). Free it. */
void aet_repa_sortie_init(struct sortie *o, struct session *s, const struct schema *schema,
                          int code);
void aet_repa_sortie_free(struct sortie *o);

/* One cell, text or digits; while it learns, a name is learnt and nothing is written. */
void aet_repa_sortie_put(struct sortie *o, int field, struct span text);
void aet_repa_sortie_put_number(struct sortie *o, int field, int64_t v); /* under 0: empty */

/* The record is complete; where it comes from, for what may still identify in its text. */
void aet_repa_sortie_end(struct sortie *o, const struct diag_place *where);

/* Learn the names that `put` puts of everything, before any text is written. False: complained. */
AET_MUST bool aet_repa_sortie_learn(struct sortie *o, void (*put)(void *of, struct sortie *o),
                                    void *of);

#endif
