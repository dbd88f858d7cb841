/* How alike two words are: for "did you mean". */
#ifndef AET_BASE_SIMILAR_H
#define AET_BASE_SIMILAR_H

#include <stddef.h>

#include "base/span.h"

/* How near two folded keys are, the better of the two below: 1 the same, 0 nothing in common. */
double aet_similarity(struct span a, struct span b);

/* By letters: 0 unless most stand as they should. By the words of `a` that `b` has. */
double aet_similar_letters(struct span a, struct span b);

/* The same where it is `least` at least, otherwise 0: found out sooner. */
double aet_similar_letters_least(struct span a, struct span b, double least);
double aet_similar_words(struct span a, struct span b);

/* The nearest of `n` names to `word` (as a person wrote it), or NULL. */
const char *aet_nearest_name(const char *word, const char *const *names, size_t n);

#endif
