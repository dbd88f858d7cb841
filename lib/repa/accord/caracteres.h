/* Agreement character by character, as NVivo's coding comparison has it: two people seldom select
 * the very same words, and where their selections overlap they still agree. Every character of a
 * narrative is a unit; stretches of characters that were coded alike are one unit that counts for
 * as many. The bootstrap draws whole narratives: neighbouring characters are anything but
 * independent. */
#ifndef AET_REPA_ACCORD_CARACTERES_H
#define AET_REPA_ACCORD_CARACTERES_H

#include "accord/accord.h"
#include "repa/accord/lecteurs.h"
#include "repa/passage.h"

/* A code from one character to another, by one coder. */
struct etendue {
    struct passage at;
    uint32_t recit, code;
    uint16_t coder;
};

struct caracteres {
    struct lecteurs lecteurs;
    struct etendue *list;
    size_t n, cap;
    uint64_t *lengths; /* by narrative: as it was said, or the end of its last passage */
    bool *said;        /* by narrative: its length was said */
    size_t lengths_n, lengths_cap, said_cap;
    uint64_t without; /* codings without positions, left out */
};

void aet_repa_caracteres_init(struct caracteres *c);

/* A segment whose narrative is known; `code` is ACCORD_SEEN when it has none, ACCORD_LOST when it
 * has one that is not known. */
void aet_repa_caracteres_add(struct caracteres *c, const struct facts *f, uint16_t coder,
                             uint32_t code);

/* Once all are in: units, readings and codes into field 0 of `a`, a presence. */
void aet_repa_caracteres_finish(struct caracteres *c, struct accord *a);

/* How many narratives have a length that nobody said. */
size_t aet_repa_caracteres_unsaid(const struct caracteres *c);
void aet_repa_caracteres_free(struct caracteres *c);

#endif
