/* What is said of pseudonyms. */
#ifndef AET_PRIVACY_RULES_H
#define AET_PRIVACY_RULES_H

#define CATALOGUE aet_privacy
#define CATALOGUE_DEF "privacy/pse.def"
#include "voice/catalogue.h"

#endif
