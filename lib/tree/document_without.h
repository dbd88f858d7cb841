/* A document as it was written, but for what was left out of it. */
#ifndef AET_TREE_DOCUMENT_WITHOUT_H
#define AET_TREE_DOCUMENT_WITHOUT_H

#include "tree/document.h"

/* Its text; the slice itself when all of it stands, otherwise made in `out` (appended). */
struct span aet_document_without(const struct document *d, struct buf *out);

#endif
