/*
 * Two sides compared at equal length: the longer of two groups cut at random to the shorter.
 * What a group is expected to show of a draw is diversity.h's.
 */
#ifndef AET_STATS_EQUAL_LENGTH_H
#define AET_STATS_EQUAL_LENGTH_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* What is compared: kinds, Shannon's index, the share of the first kind. */
enum drawn { DRAWN_RICHNESS, DRAWN_SHANNON, DRAWN_SHARE };

/* Draws are of no more than this, however long both groups are. */
enum { DRAWN_MOST = 100 };

struct equal_length {
    struct stat_value difference, p;
    struct stat_interval ci;
    size_t n[2]; /* groups of each side that hold anything */
};

/* counts: of `groups` groups by `kinds`, one row a group; side: 0, 1 or -1 by group; all borrowed.
   The difference is the mean, over the pairs of a group of side 0 and one of side 1, of what the
   one and the other are expected to show of as many draws as the shorter holds. Where composition
   does not go with the side it is 0 on average, whatever the lengths. Variance: of a two-sample
   U-statistic, from the means of its rows and columns (as Brunner & Munzel 2000, Biom. J. 42:17-25,
   for the kernel of ranks), Welch-Satterthwaite degrees of freedom, Student: Welch's t test when
   all lengths are equal or a share is compared. Without any variance p is that of a complete
   separation, 2 / C(m+n, m). Undefined: STAT_EMPTY when a side holds no group, STAT_TOO_FEW under 2
   in one (p, ci), STAT_CONSTANT when nothing varies (p), STAT_ARGUMENT for a level outside ]0, 1[.
 */
struct equal_length aet_equal_length(const uint64_t *counts, size_t kinds, const int *side,
                                     size_t groups, enum drawn what, double level);

#endif
