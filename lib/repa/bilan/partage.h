/* Entries that name several functions: in the counts, a set of functions stands where a function
 * does, so that an intervention counts once; where functions are compared, each of the set has its
 * equal share of the minutes. */
#ifndef AET_REPA_BILAN_PARTAGE_H
#define AET_REPA_BILAN_PARTAGE_H

#include "base/names.h"
#include "repa/knowledge.h"

/* Shares are counted in these, of a minute: two to ten functions share one without a rest. */
enum { AET_PARTS = 2520, AET_HEURE_PARTS = 60 * AET_PARTS };

/* The sets that were met: each has a number beyond the rows of the table of functions. */
struct ensembles {
    int32_t fonctions; /* rows */
    struct names names;
};

/* The functions of a set, or the one (or -1) that stands for itself. */
struct membres {
    const int32_t *rows;
    size_t n;
};

/* The sets of a finished sum, read. */
struct partage {
    int32_t fonctions;
    struct membres *sets;
    int32_t *rows;
};

/* Interventions, and parts of minutes. */
struct lot_repa {
    int64_t n, parts;
};

/* The coordinate of the functions of an entry: the row of one, -1 for none, or a set. */
int32_t aet_repa_ensemble(struct ensembles *e, const struct facts *f);

/* The coordinate of the same set in another sum. */
int32_t aet_repa_ensemble_merge(struct ensembles *to, const struct ensembles *from,
                                int32_t coordinate);

/* Whether every set is one: rows of functions, two or more, in order. */
bool aet_repa_ensembles_sound(const struct ensembles *e);

struct partage aet_repa_partage(const struct ensembles *e);
void aet_repa_partage_free(struct partage *p);

static inline bool aet_repa_partage_several(const struct partage *p, int32_t coordinate)
{
    return coordinate >= p->fonctions;
}

/* What a coordinate stands for; borrowed, of a single function `coordinate` itself. */
struct membres aet_repa_membres(const struct partage *p, const int32_t *coordinate);

/* The parts of the `i`th of `n` functions that share these minutes: they add up to all of them. */
int64_t aet_repa_part(int64_t minutes, size_t n, size_t i);

#endif
