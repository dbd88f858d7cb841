/* Which passage of a narrative a coded segment is: what two coders must share to have coded the
 * same one. Positions tell it when both are there, whatever the segment is called: programs give
 * each selection an id of its own, even when two people selected the same words. Otherwise the
 * segment's number does. */
#ifndef AET_REPA_PASSAGE_H
#define AET_REPA_PASSAGE_H

#include "base/must.h"
#include "repa/records.h"
#include "record/facts.h"

/* Characters from the beginning of the narrative: the first of the passage, and the one behind its
 * last. */
struct passage {
    uint64_t from, to;
};

/* A whole number of 18 digits at the most, blanks around it. False: it is none. */
bool aet_repa_passage_position(struct span text, uint64_t *at);

/* The positions of a segment. False: it has none, or they cannot be read. */
AET_MUST bool aet_repa_passage_read(const struct facts *f, struct passage *p);

/* The number of characters of the narrative, or 0. */
uint64_t aet_repa_passage_length(const struct facts *f);

/* Whether anything tells which passage it is. */
bool aet_repa_passage_known(const struct facts *f);

/* Append what tells it: "120-245", or the number as it is written. */
void aet_repa_passage_key(const struct facts *f, struct buf *out);

#endif
