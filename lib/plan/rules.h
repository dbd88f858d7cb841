/* The rules of aet-plan. */
#ifndef AET_PLAN_RULES_H
#define AET_PLAN_RULES_H

#include "voice/rule.h"

#define R AET_RULE_ENUM
enum {
#include "plan/pla.def"
    PLA_COUNT
};
#undef R

extern const struct rule aet_rules_pla[];
extern const struct catalogue aet_catalogue_pla;

#endif
