/* The rules of aet-publics. */
#ifndef AET_PUBLICS_RULES_H
#define AET_PUBLICS_RULES_H

#include "voice/rule.h"

#define R AET_RULE_ENUM
enum {
#include "publics/pub.def"
    PUB_COUNT
};
#undef R

extern const struct rule aet_rules_pub[];
extern const struct catalogue aet_catalogue_pub;

#endif
