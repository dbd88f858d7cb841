/* `suggerer`: what the document saw at a mention's level and for its object, and the next small
 * step. */
#ifndef AET_PERENNITE_SUGGERER_H
#define AET_PERENNITE_SUGGERER_H

#include "perennite/knowledge.h"

enum { SUGGESTIONS_PERENNITE = 5 };

/* The generated fields, in the order of the sets. */
extern const size_t aet_perennite_suggestion_fields[SUGGESTIONS_PERENNITE];

/* Make room for suggestions; `reperes` is loaded. */
void aet_perennite_suggest_room(struct perennite_knowledge *k);

/* struct complete.suggest: fills all sets, the empty ones too. `context` is a struct
 * perennite_knowledge, in whose room the parts live until the next call. */
size_t aet_perennite_suggest(void *context, const struct facts *f, struct set *sets);

#endif
