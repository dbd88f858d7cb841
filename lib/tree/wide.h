/* A wide sheet: one row an action, its objective, transformation and indicator beside it, as people
 * keep a plan; what is repeated, or left empty below the first, is one element. Which columns make
 * which elements is the nest's (struct wide_column). Such a document has no row for each element:
 * with an error in it, it falls as a whole (leave.c). */
#ifndef AET_TREE_WIDE_H
#define AET_TREE_WIDE_H

#include "tree/rows.h"

/* The row being read, which is none to be left aside, becomes elements, or part of some. */
void aet_wide_take(struct rows *w, struct span row);

/* Once all rows are taken: identifiers, O1, T1, A1 in their order, for what others may cite. */
void aet_wide_name(struct rows *w);

#endif
