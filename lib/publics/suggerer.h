/* `suggerer`: what the matrix offers to an activity beyond what its author chose. */
#ifndef AET_PUBLICS_SUGGERER_H
#define AET_PUBLICS_SUGGERER_H

#include "publics/knowledge.h"

enum { SUGGESTIONS = 6 };

/* The generated fields, in the order of the sets; the last one only with --experience. */
extern const size_t aet_publics_suggestion_fields[SUGGESTIONS];

/* struct complete.suggest: fills the sets, the empty ones too. `context` is a struct
 * publics_knowledge, in whose room the parts live until the next call. */
size_t aet_publics_suggest(void *context, const struct facts *f, struct set *sets);

#endif
