/* The rules of aet-plan, as data. */
#include "plan/rules.h"

#define R AET_RULE_ROW
const struct rule aet_rules_pla[] = {
#include "plan/pla.def"
};
#undef R

const struct catalogue aet_catalogue_pla = { aet_rules_pla, PLA_COUNT };
