/* The rules of aet-repa. */
#ifndef AET_REPA_RULES_H
#define AET_REPA_RULES_H

#define CATALOGUE aet_repa
#define CATALOGUE_DEF "repa/rep.def"
#include "voice/catalogue.h"

#endif
