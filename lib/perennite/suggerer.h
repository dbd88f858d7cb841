/* `suggerer`: the next small step of a plan, from what the document saw for its objects and at its
 * level (table reperes): one object, one strategy, one means, and why. */
#ifndef AET_PERENNITE_SUGGERER_H
#define AET_PERENNITE_SUGGERER_H

#include "perennite/plans_vus.h"

enum { SUGGESTIONS_PERENNITE = 6 };

/* The generated fields, in the order of the sets. */
extern const size_t aet_perennite_suggestion_fields[SUGGESTIONS_PERENNITE];

/* What suggestions are made of: tables with `reperes`, and the plans, which were all read. */
struct suggestions {
    const struct perennite_knowledge *k;
    const struct plans_vus *vus;
    struct span parts[SUGGESTIONS_PERENNITE][4]; /* until the next call */
    struct buf key;
};

/* struct complete.suggest: fills all sets, the empty ones too. `context` is a struct suggestions.
 */
size_t aet_perennite_suggest(void *context, const struct facts *f, struct set *sets);

#endif
