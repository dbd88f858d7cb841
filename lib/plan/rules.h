/* The rules of aet-plan. */
#ifndef AET_PLAN_RULES_H
#define AET_PLAN_RULES_H

#define CATALOGUE aet_plan
#define CATALOGUE_DEF "plan/pla.def"
#include "voice/catalogue.h"

#endif
