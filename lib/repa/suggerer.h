/* `suggerer`: for a function, its strategies (Tableau 5), and for each the knowledge, skills and
 * attitudes to call on (Tableau 6). `fiche`: the same as a sheet, function by function. */
#ifndef AET_REPA_SUGGERER_H
#define AET_REPA_SUGGERER_H

#include "repa/knowledge.h"

enum { SUGGESTIONS_REPA = 4 };

/* The generated fields, in the order of the sets. */
extern const size_t aet_repa_suggestion_fields[SUGGESTIONS_REPA];

/* struct complete.suggest: strategies that the entry does not name; and for its strategies (those
 * of its function when it names none) the elements that it does not name, the specific ones first.
 * `context` is a struct repa_knowledge, in whose room the parts live until the next call. */
size_t aet_repa_suggest(void *context, const struct facts *f, struct set *sets);

/* The sheet of one function (a row of k->fonctions), or of the six when it is NO_ROW. */
void aet_repa_fiche(const struct repa_knowledge *k, const struct table *fonctions, int32_t fonction,
                    struct report *r);

extern const struct section_kind *const aet_repa_fiche_sections[];

#endif
