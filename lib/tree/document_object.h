/* A document out of an object: its parts are its members. */
#ifndef AET_TREE_DOCUMENT_OBJECT_H
#define AET_TREE_DOCUMENT_OBJECT_H

#include "base/must.h"
#include "tree/reader.h"

/* Make the tree of d->slice. PARSED_BAD: reported. */
AET_MUST enum parsed aet_document_object(struct document_reader *r, struct document *d,
                                         struct diags *diags);

#endif
