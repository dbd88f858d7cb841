/* The rules on mentions: on one by itself, and on one beside those before it. */
#ifndef AET_PERENNITE_CHECK_H
#define AET_PERENNITE_CHECK_H

#include "base/idset.h"
#include "perennite/knowledge.h"

/* The rules on mentions: the context is a struct perennite_knowledge, the state a struct seen.
 * Judged: a mention coded twice, a plan in two groups, two levels for one group and plan. */
extern const struct rules aet_perennite_rules;

/* What their judge remembers: 16 bytes a mention, and 64 a plan. */
struct seen {
    struct idset mentions; /* plan, mention and coder → place */
    struct idset plans;    /* plan and coder → place */
    struct idset groups;   /* plan and coder → group */
    struct idset levels;   /* group, plan and coder → place, and the level in its last bits */
};

void aet_perennite_seen_free(struct seen *s);

#endif
