/* The rules on mentions: on one by itself, and on one beside those before it. */
#ifndef AET_PERENNITE_CHECK_H
#define AET_PERENNITE_CHECK_H

#include "base/idset.h"
#include "perennite/savoir.h"

/* struct work.check; `context` is a struct savoir. */
void aet_perennite_check(const void *context, const struct facts *f, struct diags *d,
                         struct fait *fait);

/* What aet_perennite_suite remembers: 16 bytes a mention, and 64 a plan. */
struct suite {
    struct idset mentions; /* plan, mention and coder → place */
    struct idset plans;    /* plan and coder → place */
    struct idset groups;   /* plan and coder → group */
    struct idset levels;   /* group, plan and coder → place, and the level in its last bits */
};

/* struct work.suite: a mention coded twice, a plan in two groups, two levels for one group and
 * plan. */
void aet_perennite_suite(void *state, const struct fait *fait, uint64_t place,
                         const struct layout *const *files, struct diags *d);
void aet_perennite_suite_free(struct suite *s);

#endif
