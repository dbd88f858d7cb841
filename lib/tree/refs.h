/* References between the elements of a document: « F1, F2 » in one cell is two of them when no
 * element is called so. */
#ifndef AET_TREE_REFS_H
#define AET_TREE_REFS_H

#include "tree/element.h"

/* Cut what is a list of references in the facts of a document that was resolved; that is said. Of
 * one that is known in part only, every part becomes a reference, and the rules say which are
 * wrong. */
void aet_document_refs(struct document *d, struct diags *diags);

#endif
