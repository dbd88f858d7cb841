/* resolve: from the values of a record to its facts, by the type that the schema gives each field.
 */
#ifndef AET_RECORD_RESOLVE_H
#define AET_RECORD_RESOLVE_H

#include "record/facts.h"

/* Read every field that is not generated. The facts borrow from the record and from r->arena; they
 * are in `out` until the next record. */
void aet_resolve(struct resolver *r, const struct record *record, struct facts *out,
                 struct diags *diags);

/* The same for facts that live as long as r->arena; `room` is of aet_facts_init or zero, reused. */
struct facts aet_resolve_held(struct resolver *r, const struct record *record, struct facts *room,
                              struct diags *diags);

#endif
