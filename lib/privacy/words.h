/* The words of a text, and what they are compared by. */
#ifndef AET_PRIVACY_WORDS_H
#define AET_PRIVACY_WORDS_H

#include <stdbool.h>

#include "base/buf.h"

/* The next word of *s and what stands before it; false at
 * the end. */
bool aet_next_word(struct span *s, struct span *gap, struct span *word);

/* Whether a word of it begins with a capital. */
bool aet_has_capital(struct span s);

/* Append the folded words, a blank between two. */
void aet_fold_words(struct span s, struct buf *out);

/* Whether a name of this key is too short to be looked for in a text. */
bool aet_name_is_short(struct span folded);
bool aet_name_is_digits(struct span folded);

#endif
