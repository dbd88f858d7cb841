/* What is said of pseudonyms, as data. */
#include "privacy/rules.h"

#define R AET_RULE_ROW
const struct rule aet_rules_pse[] = {
#include "privacy/pse.def"
};
#undef R

const struct catalogue aet_catalogue_pse = { aet_rules_pse, PSE_COUNT };
