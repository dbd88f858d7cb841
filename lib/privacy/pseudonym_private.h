/* Private to pseudonym*.c: the names that are known, the words that call them in a text, indexes.
 */
#ifndef AET_PRIVACY_PSEUDONYM_PRIVATE_H
#define AET_PRIVACY_PSEUDONYM_PRIVATE_H

#include "base/arena.h"
#include "base/hash.h"
#include "privacy/pseudonym.h"

enum { PSEUDONYM_KEY_BYTES = 32 };

struct known {
    struct span folded, kind, name;
    struct span pseudonym; /* empty until it is made */
    bool part;             /* a single word, known only as a part of a name: "Roy, Anne" */
};

/* What capitals a text must have for a name to be seen in it. */
enum capitals {
    CAPITALS_ANY,
    CAPITALS_WRITTEN, /* where the name has them */
    CAPITALS_FIRST    /* at its first letter */
};

/* Words that call a name in a text. */
struct term {
    struct span folded, written;
    size_t item;
    bool own; /* the name itself, and not it turned round or shortened */
    enum capitals capitals;
    uint64_t next; /* 1 + the next one with the same first word, longest first */
};

struct pseudonyms {
    char *path;
    unsigned char key[PSEUDONYM_KEY_BYTES];
    struct arena arena;
    struct known *items;
    size_t n, cap;
    struct term *terms;
    size_t terms_n, terms_cap;
    struct hash by_name, by_pseudonym, by_term, by_word; /* 1 + index of what each is of */
    struct buf scratch, word, second, turned;
    size_t settled; /* items that have their pseudonym, from the first on */
    bool fresh;     /* the key was never written */
    bool used;      /* a pseudonym made under it was given out */
    bool changed;   /* there is something to write */
};

/* pseudonym.c: enter a name that the file holds, with its pseudonym. */
void aet_pseudonyms_enter(struct pseudonyms *p, struct span kind, struct span name,
                          struct span pseudonym, bool part);

/* Make the pseudonyms that are still to be made; forget them all, for another key. */
void aet_pseudonyms_make(struct pseudonyms *p);
void aet_pseudonyms_unmake(struct pseudonyms *p);

/* What a key has in an index of things that `key_of` tells the keys of; NULL: it is not there. */
typedef struct span aet_key_of(const struct pseudonyms *p, size_t i);
uint64_t *aet_name_slot(const struct pseudonyms *p, const struct hash *t, aet_key_of *key_of,
                        struct span key);

bool aet_pseudonym_taken(struct pseudonyms *p, struct span pseudonym);

/* pseudonym_text.c: the words of a text. The next word of *s and what stands before it; false at
 * the end. */
bool aet_next_word(struct span *s, struct span *gap, struct span *word);

/* Whether a word of it begins with a capital. */
bool aet_has_capital(struct span s);

/* Append the folded words, a blank between two. */
void aet_fold_words(struct span s, struct buf *out);

/* Whether a name of this key is too short to be looked for in a text. */
bool aet_name_is_short(struct span folded);
bool aet_name_is_digits(struct span folded);

/* The words that call items[item] in a text. */
void aet_terms_add(struct pseudonyms *p, size_t item);

/* pseudonym_parts.c: the names that one cell holds. */
struct name_parts {
    struct span rest;
    bool commas;  /* they divide */
    bool capital; /* there is one in the whole */
    bool soft;    /* what stood before the part may also stand in a name */
};

struct name_part {
    struct span gap, text; /* what stands before it; the part, trimmed */
    bool word;             /* a single word that need not be a name by itself */
};

struct name_parts aet_name_parts(struct span cell, bool element);
bool aet_name_parts_next(struct name_parts *x,
                         struct name_part *part); /* x->rest is then the tail */

/* Whether there is anything that divides. */
bool aet_name_has_parts(struct span cell);

#endif
