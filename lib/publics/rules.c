/* The rules of aet-publics, as data. */
#include "publics/rules.h"

#define R AET_RULE_ROW
const struct rule aet_rules_pub[] = {
#include "publics/pub.def"
};
#undef R

const struct catalogue aet_catalogue_pub = { aet_rules_pub, PUB_COUNT };
