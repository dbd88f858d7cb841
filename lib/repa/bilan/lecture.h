/* Private to the sections of a summary of coded segments: the codings as they are counted. A
 * segment coded by two people is one segment and two readings of it. */
#ifndef AET_REPA_BILAN_LECTURE_H
#define AET_REPA_BILAN_LECTURE_H

#include "repa/bilan/bilan.h"

/* Codings as they are counted: sorted by segment, coder, code. What fills the sections takes one.
 */
struct lecture {
    const struct summed *v;
    const struct compte *x;
    size_t n, codes;
    int32_t *parent;      /* by code, or -1 */
    struct span *famille; /* by code */
};

/* What is counted stays the vue's; aet_repa_lecture_free frees the rest. */
void aet_repa_lecture_init(struct lecture *l, const struct summed *v);
void aet_repa_lecture_free(struct lecture *l);

/* The code of a coding, or -1; its narrative. */
static inline int32_t aet_repa_lecture_code(const struct compte *x)
{
    return x->cle.c[2];
}

static inline uint32_t aet_repa_lecture_recit(const struct lecture *l, const struct compte *x)
{
    return l->v->b->recit_of[x->cle.c[0]];
}

/* Two cells from `column` on: the id and the short label of a code. */
void aet_repa_lecture_put_code(const struct lecture *l, struct section *s, int column,
                               int32_t code);

/* The family of a code, in words; by its id when it has none. */
void aet_repa_lecture_put_famille(const struct lecture *l, struct section *s, int column,
                                  int32_t code);

/* Distinct values, counted with one mark each; who made them frees the words. */
struct marques {
    uint64_t *words;
    size_t n;
};

struct marques aet_repa_marques_new(size_t n);

/* Whether `i` had no mark yet; it has one now. */
static inline bool aet_repa_marque(struct marques *m, size_t i)
{
    uint64_t bit = (uint64_t)1 << (i % 64), *w = &m->words[i / 64];
    bool fresh = !(*w & bit);

    *w |= bit;
    return fresh;
}

#endif
