/* The rules of aet-perennite. */
#ifndef AET_PERENNITE_RULES_H
#define AET_PERENNITE_RULES_H

#include "voice/rule.h"

#define R AET_RULE_ENUM
enum {
#include "perennite/per.def"
    PER_COUNT
};
#undef R

extern const struct rule aet_rules_per[];
extern const struct catalogue aet_catalogue_per;

#endif
