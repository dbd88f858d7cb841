/* The words that call the known names in a text. */
#ifndef AET_PRIVACY_TERMS_H
#define AET_PRIVACY_TERMS_H

#include "privacy/names.h"

/* Add those of items[item]. */
void aet_terms_add(struct pseudonyms *p, size_t item);

/* Terms are found word by word: a path is 0 at first, then what is left of it and of each folded
 * word. Two paths that meet are told apart by the words themselves, which the caller compares. */
uint64_t aet_terms_path(uint64_t path, struct span word);

/* The next term whose words have this path, or NULL; *at is 0 for the first. */
const struct term *aet_terms_next(const struct pseudonyms *p, uint64_t path, uint32_t *at);

/* Whether some term goes on beyond the words of this path. */
bool aet_terms_go_on(const struct pseudonyms *p, uint64_t path);

/* Whether the words of some name begin with these letters, one each. */
bool aet_terms_initials(const struct pseudonyms *p, struct span letters);

/* Whether a word is a title of people. */
bool aet_is_title(struct pseudonyms *p, struct span word);

/* 1 + the item whose letters these are, without blanks; 0: none. */
uint64_t aet_glued_item(const struct pseudonyms *p, struct span letters);

/* Whether the folded word is the family name of somebody, and no name by itself. */
bool aet_terms_family(const struct pseudonyms *p, struct span folded);

/* The first of folded words. */
struct span aet_first_word(struct span folded);

#endif
