/* What is said of partial sums. */
#ifndef AET_PARTIAL_RULES_H
#define AET_PARTIAL_RULES_H

#define CATALOGUE aet_partial
#define CATALOGUE_DEF "partial/par.def"
#include "voice/catalogue.h"

#endif
