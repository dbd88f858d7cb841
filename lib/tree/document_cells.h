/* A document out of cells: one row for each element. */
#ifndef AET_TREE_DOCUMENT_CELLS_H
#define AET_TREE_DOCUMENT_CELLS_H

#include "base/must.h"
#include "tree/reader.h"

/* Make the tree of d->slice. PARSED_BAD: reported. */
AET_MUST enum parsed aet_document_cells(struct document_reader *r, struct document *d,
                                        struct diags *diags);

#endif
