/* The names that are known and their pseudonyms; used by pseudonym*.c. */
#ifndef AET_PRIVACY_NAMES_H
#define AET_PRIVACY_NAMES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"

enum { PSEUDONYM_KEY_BYTES = 32 };

struct known {
    struct span folded, kind, name;
    struct span pseudonym; /* empty until it is made */
    struct span glued;     /* folded without blanks; empty: not looked for so */
    bool met;              /* in this run, and not in the file alone */
    bool part;             /* a single word, known only as a part of a name: "Roy, Anne" */
};

/* What capitals a text must have for a name to be seen in it. */
enum capitals {
    CAPITALS_ANY,
    CAPITALS_WRITTEN, /* where the name has them */
    CAPITALS_FIRST,   /* at its first letter */
    CAPITALS_CALLED   /* the same, behind a title: "Mme Côté" */
};

/* Words that call a name in a text. */
struct term {
    struct span folded, written;
    size_t item;
    bool own;    /* the name itself, and not it turned round or shortened */
    bool brief;  /* a family name, or that and an initial: "A. Côté" */
    bool shared; /* by several names, so that it tells none of them */
    enum capitals capitals;
};

/* The names, the indexes by which a text is searched for them, the key, and what was said once. */
struct pseudonyms {
    char *path;
    unsigned char key[PSEUDONYM_KEY_BYTES];
    struct arena arena;
    struct known *items;
    size_t n, cap;
    struct term *terms;
    size_t terms_n, terms_cap;
    struct hash by_name, by_pseudonym, by_glue; /* 1 + index of what each is of */
    struct hash by_path; /* 1 + index of a term, by the path of its words (terms.h) */
    struct hash
        beginnings;       /* the paths of the words that some term begins with and goes on beyond */
    struct hash initials; /* the first letters of the words of a name, by their fingerprint */
    struct span before;   /* the word that stands before the one that is looked at in a text */
    struct buf scratch, word, second, turned;
    size_t settled;  /* items that have their pseudonym, from the first on */
    struct buf left; /* names of temporary files that could not be removed */
    bool fresh;      /* the key was never written */
    bool used;       /* a pseudonym made under it was given out */
    bool changed;    /* there is something to write */
    bool entering;   /* what is learnt is of the file */
    uint64_t doubts; /* passages that may name somebody and were left */
};

/* What a key has in an index of things that `key_of` tells the keys of; NULL: it is not there. */
typedef struct span aet_key_of(const struct pseudonyms *p, size_t i);
uint64_t *aet_name_slot(const struct pseudonyms *p, const struct hash *t, aet_key_of *key_of,
                        struct span key);

/* Whether a pseudonym is some name's. */
bool aet_pseudonym_taken(struct pseudonyms *p, struct span pseudonym);

/* Give a name its pseudonym: this one, or the one that the key makes. */
void aet_name_pseudonym(struct pseudonyms *p, struct known *k, struct span pseudonym);
void aet_name_make(struct pseudonyms *p, struct known *k);

/* Make the pseudonyms that are still to be made; forget them all, for another key. */
void aet_pseudonyms_make(struct pseudonyms *p);
void aet_pseudonyms_unmake(struct pseudonyms *p);

#endif
