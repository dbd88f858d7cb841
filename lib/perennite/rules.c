/* The rules of aet-perennite, as data. */
#include "perennite/rules.h"

#define R AET_RULE_ROW
const struct rule aet_rules_per[] = {
#include "perennite/per.def"
};
#undef R

const struct catalogue aet_catalogue_per = { aet_rules_per, PER_COUNT };
