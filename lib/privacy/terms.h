/* The words that call the known names in a text. */
#ifndef AET_PRIVACY_TERMS_H
#define AET_PRIVACY_TERMS_H

#include "privacy/names.h"

/* Add those of items[item]. */
void aet_terms_add(struct pseudonyms *p, size_t item);

/* 1 + the longest term whose first word is this one, 0 without one; the others by term.next. */
uint64_t aet_terms_of(const struct pseudonyms *p, struct span word);

/* Whether a word is a title of people. */
bool aet_is_title(struct pseudonyms *p, struct span word);

/* 1 + the item whose letters these are, without blanks; 0: none. */
uint64_t aet_glued_item(const struct pseudonyms *p, struct span letters);

/* Whether the folded word is the family name of somebody, and no name by itself. */
bool aet_terms_family(const struct pseudonyms *p, struct span folded);

/* The first of folded words. */
struct span aet_first_word(struct span folded);

#endif
