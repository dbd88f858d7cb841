/* resolve, for documents. */
#ifndef AET_TREE_RESOLVE_H
#define AET_TREE_RESOLVE_H

#include "record/resolve.h"
#include "tree/element.h"

/* Read every field of every element; see aet_resolve. `matchers` by kind, then by field. */
void aet_resolve_document(struct resolver *r, struct document *d, struct matcher ***matchers,
                          struct diags *diags);

#endif
