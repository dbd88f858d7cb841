/* What is said of pseudonyms. */
#ifndef AET_PRIVACY_RULES_H
#define AET_PRIVACY_RULES_H

#include "voice/rule.h"

#define R AET_RULE_ENUM
enum {
#include "privacy/pse.def"
    PSE_COUNT
};
#undef R

extern const struct rule aet_rules_pse[];
extern const struct catalogue aet_catalogue_pse;

#endif
