/* resolve: from the values of a record to its facts, by the type that the schema gives each field.
 */
#ifndef AET_RECORD_RESOLVE_H
#define AET_RECORD_RESOLVE_H

#include "record/facts.h"

/* Read every field that is not generated. The facts borrow from the record and the resolver. */
void aet_resolve(struct resolver *r, const struct record *record, struct facts *out,
                 struct diags *diags);

/* The same within a record: texts that had to be made for other values of it stay. */
void aet_resolve_values(struct resolver *r, const struct record *record, struct facts *out,
                        struct diags *diags);

#endif
