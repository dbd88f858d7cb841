/* What was left out of a document that stands, for the file of rejects. */
#ifndef AET_TREE_DOCUMENT_REST_H
#define AET_TREE_DOCUMENT_REST_H

#include "tree/going.h"

/* The members of an object that is a document itself: what names the elements on the way, and what
 * was left out where it stood; each with a comma behind it. Rows that have no place (d->strays) are
 * not among them. */
void aet_document_rest_json(const struct document *d, struct buf *out);

/* Of a row that goes, the cells that say where it belongs: filled in, so that it can be given back
 * anywhere among the rows of its document. `cells` are those of the row; what is put there lives as
 * long as the document. */
void aet_document_rest_row(const struct document *d, const struct gone *g, struct span *cells,
                           size_t n);

/* Whether a column of the row of an element says which one it is, and where it belongs. */
bool aet_document_row_names(const struct document *d, const struct element *e, size_t column);

#endif
