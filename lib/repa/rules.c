/* The rules of aet-repa, as data. */
#include "repa/rules.h"

#define R AET_RULE_ROW
const struct rule aet_rules_rep[] = {
#include "repa/rep.def"
};
#undef R

const struct catalogue aet_catalogue_rep = { aet_rules_rep, REP_COUNT };
