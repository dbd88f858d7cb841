/* The rules of aet-perennite. */
#ifndef AET_PERENNITE_RULES_H
#define AET_PERENNITE_RULES_H

#define CATALOGUE aet_perennite
#define CATALOGUE_DEF "perennite/per.def"
#include "voice/catalogue.h"

#endif
