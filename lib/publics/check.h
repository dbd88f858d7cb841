/* The rules of aet-publics on one activity, and on the activities before it. */
#ifndef AET_PUBLICS_CHECK_H
#define AET_PUBLICS_CHECK_H

#include "publics/matrice.h"

/* struct work.check: `context` is a struct publics. The fait is the fingerprint of the id. */
void aet_publics_check(const void *context, const struct facts *f, struct diags *d,
                       struct fait *fait);

/* struct work.suite: an id seen before. `state` is a struct idset. */
void aet_publics_suite(void *state, const struct fait *fait, uint64_t place,
                       const struct layout *const *files, struct diags *d);

#endif
