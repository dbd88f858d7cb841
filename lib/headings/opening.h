/* Which of the first rows of a sheet are its headings: those above are titles, and a second heading
 * line fills what the first leaves empty. Nothing is guessed: where two rows may be the headings,
 * that is the answer. */
#ifndef AET_HEADINGS_OPENING_H
#define AET_HEADINGS_OPENING_H

#include "headings/opening_words.h"

/* The answer to `o`. A --map that names a column by its letter gives it its heading. */
void aet_opening_read(const struct opening_words *w, const struct opening *o, struct opened *out);

/* The same, for format/input.h: `context` is a struct headings. */
void aet_headings_open(void *context, const struct opening *o, struct opened *out);

#endif
