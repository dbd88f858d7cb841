/* A partial sum as text: what was counted in one run, written and read back, so that the sums of
 * several runs, on several machines, are added up as those of several threads are.
 *
 * It is one JSON array, a line for each of its rows: an object that says what was counted and how
 * (the head), then rows that begin with the name of what they hold, then an object with the number
 * of rows and the SHA-256 of all that stands before it. It is read row by row, whatever its size;
 * what is not whole, or was changed, is known by that digest. */
#ifndef AET_PARTIAL_FRAME_H
#define AET_PARTIAL_FRAME_H

#include <jansson.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/must.h"

/* Of the form: other rows, or other marks of records (base/span.h), are another one. */
enum { PARTIAL_VERSION = 2 };

/* What the counts of a part come to in size, all of them together; and those of them that are kept
 * in 32 bits. */
struct partial_load {
    uint64_t all, small;
};

/* Belongs to who begins it; its members are lib/partial's. */
struct partial {
    void (*put)(void *to, struct span text); /* NULL: it is read */
    void *to;
    crypto_hash_sha256_state sha;
    struct buf line;  /* that is being written */
    struct span text; /* still to be read, without the last object */
    json_t *row;      /* that is being read, or the next one */
    size_t at;        /* next value of it */
    uint64_t rows;
    struct partial_load load; /* that was read */
    bool first;               /* of the values of a list that is being written */
    bool inside;              /* a row is begun */
    bool broken;
};

static inline bool aet_partial_reads(const struct partial *p)
{
    return !p->put;
}

/* Writing: `head` is the text of an object, without a line break. */
void aet_partial_begin(struct partial *p, void (*put)(void *to, struct span text), void *to,
                       struct span head);
void aet_partial_end(struct partial *p);

/* Reading: `text` is borrowed until aet_partial_free. *head is the caller's, NULL unless it is of
 * this form. */
enum partial_fault {
    PARTIAL_OK,
    PARTIAL_FOREIGN, /* it is something else */
    PARTIAL_FORM,    /* of another version of this form */
    PARTIAL_DAMAGED  /* not whole, or changed */
};
AET_MUST enum partial_fault aet_partial_open(struct partial *p, struct span text, json_t **head);

/* The head alone, however long the text is; NULL: it has none. */
json_t *aet_partial_head(struct span text);

/* The version of the form that a head bears. */
int64_t aet_partial_form(const json_t *head);

/* Whether all rows were read, and were as they must be. */
AET_MUST bool aet_partial_whole(const struct partial *p);
void aet_partial_free(struct partial *p);

/* Private to lib/partial: the line that was made goes out; the next row is read, unless it is
 * already (`row` stays NULL when there is none). */
void aet_frame_put(struct partial *p);
void aet_frame_next(struct partial *p);

#endif
