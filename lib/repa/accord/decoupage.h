/* Agreement on where passages begin and end, and on their codes: sections `decoupage` and
 * `decoupage_codes` of `accord --par caractere`. The measures are those of lib/stats
 * (agreement/unitizing.h). */
#ifndef AET_REPA_ACCORD_DECOUPAGE_H
#define AET_REPA_ACCORD_DECOUPAGE_H

#include "repa/accord/caracteres.h"
#include "stats/agreement/unitizing.h"

/* All narratives that two coders or more read, each with those who read it. */
struct decoupage {
    const struct accord *accord;    /* whose coders and codes these are; borrowed */
    struct unitizing codes;         /* each code a value; nothing when codes of one coder overlap */
    struct unitizing marked;        /* given a code or not, whatever the code */
    struct unitizing *of;           /* by code: given it or not; owned */
    size_t n;                       /* of codes */
    uint64_t recits, seuls, perdus; /* narratives compared, read by one alone, readings left out */
};

/* Once aet_repa_caracteres_finish is done: both are borrowed. A reader who gave a narrative a code
 * that is not known is left out of it: what he marked is known, not what he said of it. */
void aet_repa_decoupage_init(struct decoupage *d, const struct caracteres *c,
                             const struct accord *a);
void aet_repa_decoupage_free(struct decoupage *d);

/* Filled of a struct decoupage. */
extern const struct section_kind aet_repa_kind_decoupage, aet_repa_kind_decoupage_codes;

#endif
