/* What may name somebody and is left: to be counted, and said with its place. */
#ifndef AET_PRIVACY_DOUBT_H
#define AET_PRIVACY_DOUBT_H

#include "privacy/names.h"

/* Whether at `word`, `rest` being what follows, p->before what stands before, a family name stands
 * alone (its letters set apart or not), or the initials of a known name. */
bool aet_name_doubtful(struct pseudonyms *p, struct span word, struct span rest);

#endif
