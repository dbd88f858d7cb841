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
    int32_t *tete;        /* by code: the first code of its family */
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

/* Distinct values, each marked with the turn in which it came last: a turn begins without anything
 * having to be cleared. Turns go from 1; who made the marks frees them. */
struct marques {
    uint32_t *turns;
};

struct marques aet_repa_marques_new(size_t n);

/* Whether `i` had no mark of this turn yet; it has one now. */
static inline bool aet_repa_marque(struct marques *m, size_t i, uint32_t turn)
{
    bool fresh = m->turns[i] != turn;

    m->turns[i] = turn;
    return fresh;
}

#endif
