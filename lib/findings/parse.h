/* Reading the language of the column `regle`. */
#ifndef AET_FINDINGS_PARSE_H
#define AET_FINDINGS_PARSE_H

#include "base/must.h"
#include "findings/rule.h"

/* Read the text of a rule; memory of the arena, which outlives it. False: *fault says why. */
AET_MUST bool aet_finding_rule_read(struct finding_rule *rule, const struct finding_domain *d,
                                    struct span text, struct arena *a, struct finding_fault *fault);

#endif
