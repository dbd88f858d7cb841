/* The strata that plans were drawn in, and shares weighed by them: a plan of stratum h stands for
 * N_h / n_h plans of the population (stats/design.h). Without a draw by strata there is one. */
#ifndef AET_PERENNITE_STRATES_H
#define AET_PERENNITE_STRATES_H

#include "perennite/totaux.h"
#include "stats/design.h"

struct strate {
    uint64_t population, tires; /* plans: all, drawn; population 0: unknown */
    uint64_t rencontres;        /* of those drawn, with a mention */
};

struct strates {
    bool ponderees;      /* shares are weighed: plans were drawn by strata, one to a group */
    size_t n;            /* 0: not drawn by strata */
    struct strate *list; /* by number of the draw */
    uint32_t *of;        /* by group */
    struct strate toute; /* all as one, where shares are not weighed */
};

void aet_perennite_strates(struct strates *x, const struct somme *b, const struct base *base);
void aet_perennite_strates_free(struct strates *x);

/* What of a group is counted: mentions of a row of one table, or of two. */
typedef uint64_t aet_perennite_count(const struct somme *b, size_t g, size_t row, size_t other);

struct strates_part {
    struct design_share share;
    bool petite; /* --masquer: a stratum has it so seldom, or so often, that shares would tell */
};

/* The share of `units` that is `with`; units NULL: of plans, those that have any. */
struct strates_part aet_perennite_strates_part(const struct strates *x, const struct somme *b,
                                               aet_perennite_count *with,
                                               aet_perennite_count *units, size_t row,
                                               size_t other);

#endif
