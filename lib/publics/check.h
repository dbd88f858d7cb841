/* The rules of aet-publics on one activity. */
#ifndef AET_PUBLICS_CHECK_H
#define AET_PUBLICS_CHECK_H

#include "publics/matrice.h"

/* struct work.check: `context` is a struct publics. The fait is the fingerprint of the id. */
void aet_publics_check(const void *context, const struct facts *f, struct diags *d,
                       struct fait *fait);

#endif
