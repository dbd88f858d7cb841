/* Headings that say a field in other words than those it is known by: a question, an article, a
 * number before, an instruction or a unit between parentheses. */
#ifndef AET_HEADINGS_REWORDED_H
#define AET_HEADINGS_REWORDED_H

#include "base/arena.h"
#include "base/buf.h"
#include "headings/schema.h"

struct reworded;

/* `schema` is not owned. */
struct reworded *aet_reworded_new(const struct schema *schema);
void aet_reworded_free(struct reworded *r);

/* The field that every part of the heading which says one says, and nothing else is in it; or -1.
 * Words that would do for two fields say none. */
int aet_reworded_field(struct reworded *r, struct span heading);

#endif
