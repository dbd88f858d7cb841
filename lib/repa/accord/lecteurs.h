/* Who read which narrative: whoever coded part of it is held to have read the whole, so that what
 * he did not code there is absent and not missing. Nothing is said of narratives that he did not
 * read. */
#ifndef AET_REPA_ACCORD_LECTEURS_H
#define AET_REPA_ACCORD_LECTEURS_H

#include "base/idset.h"
#include "base/names.h"

struct lecteur {
    uint32_t recit;
    uint16_t coder;
};

struct lecteurs {
    struct names recits;
    struct lecteur *list; /* each pair once; sorted by aet_repa_lecteurs_sort */
    size_t n, cap;
    struct idset seen;
    size_t *start; /* by narrative: its first in list; made by aet_repa_lecteurs_sort */
};

void aet_repa_lecteurs_init(struct lecteurs *l);

/* The number of a narrative, given when it is new. */
uint32_t aet_repa_lecteurs_recit(struct lecteurs *l, struct span name);
void aet_repa_lecteurs_note(struct lecteurs *l, uint32_t recit, uint16_t coder);

/* Once all are noted. */
void aet_repa_lecteurs_sort(struct lecteurs *l);

/* Those of a narrative, by coder; *n: how many. Borrowed. */
const struct lecteur *aet_repa_lecteurs_of(const struct lecteurs *l, uint32_t recit, size_t *n);
void aet_repa_lecteurs_free(struct lecteurs *l);

#endif
