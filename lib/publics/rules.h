/* The rules of aet-publics. */
#ifndef AET_PUBLICS_RULES_H
#define AET_PUBLICS_RULES_H

#define CATALOGUE aet_publics
#define CATALOGUE_DEF "publics/pub.def"
#include "voice/catalogue.h"

#endif
