/* The rules of aet-repa. */
#ifndef AET_REPA_RULES_H
#define AET_REPA_RULES_H

#include "voice/rule.h"

#define R AET_RULE_ENUM
enum {
#include "repa/rep.def"
    REP_COUNT
};
#undef R

extern const struct rule aet_rules_rep[];
extern const struct catalogue aet_catalogue_rep;

#endif
