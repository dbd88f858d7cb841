/* `singularite`: what singles records out, before they are handed over. A record is alone when no
 * other has the same values in the fields by which somebody could know it again (its
 * quasi-identifiers); k is the size of the smallest class of equal records (Samarati 2001, IEEE
 * Trans. Knowl. Data Eng. 13:1010-1027; Sweeney 2002, Int. J. Uncertain. Fuzziness 10:557-570). */
#ifndef AET_VERBS_SINGULARITE_H
#define AET_VERBS_SINGULARITE_H

#include "flow/records.h"

/* The frame of the verb: `w` reads one kind of record; its sink is set here. `fields` names the
 * quasi-identifiers where --champs does not, separated by |. */
AET_MUST enum status aet_verb_singularite(struct session *s, struct work *w, const char *fields);

extern const struct section_kind *const aet_singularite_sections[];

/* What there is to know, the first of them. */
extern const struct section_kind aet_singularite_kind_resume;

#endif
