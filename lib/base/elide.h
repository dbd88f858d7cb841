/* A word of French before a name: it loses its vowel before another, and melts into an article. */
#ifndef AET_BASE_ELIDE_H
#define AET_BASE_ELIDE_H

#include "base/buf.h"

/* Append "de" or "que" and the blank that follows, as they are written before `name`: « de », « d’
 * », « du » or « des » where the name begins with an article of its own, which `*name` then loses.
 */
void aet_elide(struct buf *out, const char *word, struct span *name);

#endif
