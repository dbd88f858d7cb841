/* The families of codes in the framework of the document, as people call them. */
#ifndef AET_REPA_FAMILLES_H
#define AET_REPA_FAMILLES_H

#include "base/span.h"
#include "base/text.h"

/* The family of this id: a table of codes, or a family of table `elements`. NULL texts: a codebook
 * of one's own has others. */
struct text aet_repa_famille(struct span id);

#endif
