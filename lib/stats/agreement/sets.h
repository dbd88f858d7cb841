/*
 * Sets of codes given to a unit by one coder, and how far two of them are apart: what
 * Krippendorff's alpha takes for the difference of two sets (alpha.h, AGREE_DISTANCE).
 */
#ifndef AET_STATS_AGREEMENT_SETS_H
#define AET_STATS_AGREEMENT_SETS_H

#include <stddef.h>
#include <stdint.h>

/* Where the codes of a set stand: from word `from` up to word `to` (not it), so many. */
struct agree_extent {
    uint32_t from, to, codes;
};

struct agree_extent aet_sets_extent(const uint64_t *set, size_t words);

/* n sets of `words` words each, a bit a code, and where each has them (NULL: looked for each time,
   of many codes most of the time that distances take); borrowed. */
struct agree_sets {
    size_t n, words;
    const uint64_t *bits;
    const struct agree_extent *extents;
};

/* Between sets i and j of a struct agree_sets. Two that are equal, both empty too, are 0 apart; an
   empty one is 1 apart from any other. */

/* 1 - |A ∩ B| / |A ∪ B| (Jaccard 1901, Bull. Soc. Vaud. Sci. Nat. 37:547-579). */
double aet_sets_jaccard(const void *sets, size_t i, size_t j);

/* 1 - M |A ∩ B| / |A ∪ B|, M being 1 when they are equal, 2/3 when one holds the other, 1/3 when
   they overlap and 0 when they do not (Passonneau 2006, Proc. LREC, 831-836). As NLTK has it; what
   DKPro Statistics calls MASI is the product of the distances, (1 - M) (1 - |A ∩ B| / |A ∪ B|). */
double aet_sets_masi(const void *sets, size_t i, size_t j);

#endif
