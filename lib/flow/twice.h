/* What most rules that compare records ask: was one like it seen before, and where? */
#ifndef AET_FLOW_TWICE_H
#define AET_FLOW_TWICE_H

#include "base/idset.h"
#include "flow/mark.h"
#include "headings/schema.h"

/* Fingerprints that were seen, and what is said of one that comes again. */
struct twice {
    struct idset set;
    const struct rule *rule; /* with {place}: the first one's */
    const struct schema *schema;
    int field; /* where it is said; -1: of the record as a whole */
};

/* struct rules.judge; `state` is a struct twice, whose set is struct work.seen. */
void aet_twice(void *state, const struct mark *mark, uint64_t place,
               const struct layout *const *files, struct diags *d);
void aet_twice_free(struct twice *t);

#endif
