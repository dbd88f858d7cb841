/*
 * Interval of a proportion whose units come in clusters that resemble one another.
 * Intervals of independent units are in proportion.h.
 */
#ifndef AET_STATS_CLUSTER_H
#define AET_STATS_CLUSTER_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* One cluster: `with` of its `units` have the trait. */
struct cluster {
    uint64_t with, units;
};

struct cluster_share {
    struct stat_value share, effect; /* effect: that of the design, at least 1 */
    struct stat_interval ci;
};

/* Wilson's interval with n / effect units; effect = max(1, v / (p(1-p)/n)), v = C/(C-1) Σ (k_c - p
   n_c)² / n² over the C clusters (Cochran 1977, Sampling Techniques, §9A and §11.3; Kish 1965,
   Survey Sampling, §8.2), 1 where p is 0 or 1. Clusters are borrowed; empty ones do not count.
   Undefined: STAT_EMPTY without a unit; ci and effect, STAT_TOO_FEW, with one cluster;
   STAT_ARGUMENT for a level outside ]0, 1[. */
struct cluster_share aet_cluster_wilson(const struct cluster *clusters, size_t n, double level);

#endif
