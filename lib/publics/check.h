/* The rules of aet-publics on one activity. */
#ifndef AET_PUBLICS_CHECK_H
#define AET_PUBLICS_CHECK_H

#include "flow/twice.h"
#include "flow/work.h"
#include "publics/knowledge.h"

/* The rules on activities: the context is a struct publics_knowledge, the state a struct twice. */
extern const struct rules aet_publics_rules;

/* The mark is the fingerprint of the id. */
void aet_publics_check(const void *context, const struct facts *f, struct diags *d,
                       struct mark *mark);

#endif
