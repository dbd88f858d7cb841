/* Names of what no field claims. Kept and written again, such a thing may come where its name means
 * something: `constats` is a column that says nothing of a plan, and the list of its findings in
 * JSON. There `hors_champ_` stands before it, which no field is called, and it goes on the way
 * back. A name that already begins so where it would need to gets another, so that no two become
 * one. */
#ifndef AET_HEADINGS_OUTSIDE_H
#define AET_HEADINGS_OUTSIDE_H

#include "base/buf.h"

struct outside {
    struct span name; /* without what stands before it */
    size_t n;         /* how many times it does */
};

struct outside aet_outside_of(struct span name);

/* Whether a name says of itself that it is no field. */
bool aet_outside_is(struct span name);

/* Whether a cell of headings cannot hold a name: it says nothing, or has blanks around. */
static inline bool aet_outside_cells(struct span name)
{
    return !name.n || aet_span_trim(name).n != name.n;
}

/* Append the name, going from where its bare form is (or is not) `claimed` to where it is. */
void aet_outside_put(struct outside o, bool claimed, bool claimed_there, struct buf *out);

#endif
