/* Private to headings/opening.c: two heading lines read as one. */
#ifndef AET_HEADINGS_OPENING_JOIN_H
#define AET_HEADINGS_OPENING_JOIN_H

#include "headings/opening_words.h"

/* Whether the row below `at` is a second heading line rather than a record; its headings joined. */
bool aet_opening_below(const struct opening_words *w, const struct opening *o, size_t at,
                       struct opened *out);

/* Whether the row above `at` groups its headings, in a way that says something of them. */
bool aet_opening_above(const struct opening_words *w, const struct opening *o, size_t at,
                       struct opened *out);

#endif
