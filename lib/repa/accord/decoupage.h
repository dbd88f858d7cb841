/* Agreement on where passages begin and end, and on their codes: sections `decoupage` and
 * `decoupage_codes` of `accord --par caractere`. The measures are those of lib/stats
 * (agreement/unitizing.h). */
#ifndef AET_REPA_ACCORD_DECOUPAGE_H
#define AET_REPA_ACCORD_DECOUPAGE_H

#include "repa/accord/caracteres.h"
#include "stats/agreement/unitizing.h"

/* Narratives that two coders or more read, each with those who read it. Owned. */
struct decoupage_sums {
    struct unitizing codes;  /* each code a value; no measure when codes of one coder overlap */
    struct unitizing marked; /* given a code or not, whatever the code */
    struct unitizing *of;    /* by code: given it or not */
    size_t n;                /* of codes */
};

struct decoupage_figure {
    struct stat_value value;
    struct stat_interval ci;
};

/* Where figures stand: three of all codes, then two of each code. */
enum { DECOUPAGE_U, DECOUPAGE_MARKED, DECOUPAGE_CU, DECOUPAGE_OF };

struct decoupage {
    const struct accord *accord; /* whose coders and codes these are; borrowed */
    struct decoupage_sums sums;
    struct decoupage_figure *figures; /* owned */
    uint64_t recits, seuls, perdus; /* narratives compared, read by one alone, readings left out */
};

/* The u-alpha of a code, and then its (k)u-alpha. */
static inline size_t aet_repa_decoupage_of(size_t code)
{
    return DECOUPAGE_OF + 2 * code;
}

/* Once aet_repa_caracteres_finish is done: both are borrowed. A reader who gave a narrative a code
 * that is not known is left out of it: what he marked is known, not what he said of it. Intervals
 * leave one narrative out at a time; there are none under ACCORD_CLUSTERS_MIN narratives, or when
 * the options want none. */
void aet_repa_decoupage_init(struct decoupage *d, const struct caracteres *c,
                             const struct accord *a);
void aet_repa_decoupage_free(struct decoupage *d);

/* Filled of a struct decoupage. */
extern const struct section_kind aet_repa_kind_decoupage, aet_repa_kind_decoupage_codes;

#endif
