/* Private to pseudonym*.c: the names that are known, with their indexes. */
#ifndef AET_RECORD_PSEUDONYM_PRIVATE_H
#define AET_RECORD_PSEUDONYM_PRIVATE_H

#include "base/arena.h"
#include "record/pseudonym.h"

enum { PSEUDONYM_KEY_BYTES = 32 };

struct known {
    struct span folded, kind, name, pseudonym;
    bool digits, brief; /* of digits alone; of one or two characters */
    size_t next;        /* 1 + the next one whose first word has the same hash, longest first */
};

struct pseudonyms {
    const char *path;
    unsigned char key[PSEUDONYM_KEY_BYTES];
    struct arena arena;
    struct known *items;
    size_t n, cap;
    size_t *by_name, *by_word; /* open addressing: 1 + index; heads of chains for words */
    size_t slots;
    struct buf scratch, word;
    bool changed;
};

/* What a name is known by, its folded words with a blank between two: in p->scratch, until the next
 * call. A name without a letter or a digit is its own key. */
struct span aet_pseudonyms_key(struct pseudonyms *p, struct span name);

/* Enter a name, known by `key`, with its pseudonym: all are copied. */
void aet_pseudonyms_learn(struct pseudonyms *p, struct span key, struct span kind, struct span name,
                          struct span pseudonym);

#endif
