/*
 * A share in a population whose units were drawn by strata, with the interval that the draw gives:
 * a mean of units, or a ratio when units are clusters of what is counted (mentions of a plan).
 * Holds no draw: sizes of samples are in sample.h.
 */
#ifndef AET_STATS_DESIGN_H
#define AET_STATS_DESIGN_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* Of one stratum, integers only, so that sums are the same in any order. A unit is a plan: `with`
   of the `units` that it counts have the trait; of a mean of plans, each counts one. */
struct design_stratum {
    uint64_t population;    /* units there are; 0: unknown, or endless */
    uint64_t drawn, filled; /* units drawn; of these, with something to count */
    uint64_t with, units;   /* sums over the units drawn */
    uint64_t ww, wu, uu;    /* of squares and products */
};

void aet_design_add(struct design_stratum *s, uint64_t with, uint64_t units);

struct design_share {
    struct stat_value share, error; /* error: standard error */
    struct stat_value size;         /* as many independent units would tell as much */
    uint64_t df;                    /* degrees of freedom of the error */
    struct stat_interval ci;
};

/* The combined ratio p = Σ w_h k_h / Σ w_h m_h, w_h = N_h / n_h (Cochran 1977, Sampling Techniques,
   §6.11; of a mean of units, §5.3), over the strata that have a unit; its variance by
   linearisation, v = Σ w_h² (1 - n_h/N_h) n_h/(n_h - 1) Σ (e - mean of e)² / (Σ w_h m_h)², e = k -
   p m, one unit e of a stratum being taken as (1 - 1/N_h) e², about the share of all: R package
   survey (Lumley 2004, J. Stat. Softw. 9:1-19), survey.lonely.psu = "adjust". Degrees of freedom:
   filled units less their strata. Interval: Wilson's of the effective size p(1-p)/v, times (t_{m-1}
   / t_df)² (Korn & Graubard 1998, Survey Methodology 24:193-201; Franco et al. 2019, J. Surv. Stat.
   Methodol. 7:334-364). Where v is 0, which says that strata are of one mind and not that nothing
   is unsure, the effective size is that of filled units which differ as p(1-p): Wilson's with the
   finite-population correction when there is one stratum. One point when every unit was drawn. A
   single stratum may have no known population; then no correction is made. Undefined: STAT_EMPTY
   when nothing is counted; STAT_POPULATION when N_h < n_h, or N_h is unknown among several; error,
   size and ci, STAT_TOO_FEW without a degree of freedom; STAT_ARGUMENT for a level outside ]0, 1[.
 */
struct design_share aet_design_share(const struct design_stratum *strata, size_t n, double level);

/* What a draw to come would tell, every unit being known: `all` holds the strata with all of their
   units (drawn = population), drawn[h] how many would be drawn of each. */
struct design_forecast {
    struct stat_value share, error; /* the share there is; standard error of the draw */
    struct stat_value half;         /* half of the interval that a draw of this error has */
};

/* error² = Σ N_h² (1 - n_h/N_h) / n_h S_h² / (Σ m)², S_h² the variance of e = k - p m within the
   stratum (Cochran 1977, §5.3 and §6.11), over the strata that are drawn from; half: of Wilson's
   interval, as in aet_design_share, with Σ (n_h - 1) degrees of freedom. Undefined: STAT_EMPTY when
   nothing is counted; STAT_POPULATION when n_h > N_h; half, STAT_TOO_FEW without a degree of
   freedom; STAT_ARGUMENT for a level outside ]0, 1[. */
struct design_forecast aet_design_forecast(const struct design_stratum *all, const uint64_t *drawn,
                                           size_t n, double level);

/* The same of a share p of what units count, in each stratum alike, when a unit has it in all that
   it counts or in nothing: no clusters are less precise. Of units that count one each, the share of
   units. p in ]0, 1[, else STAT_ARGUMENT. */
struct design_forecast aet_design_forecast_plain(const struct design_stratum *all,
                                                 const uint64_t *drawn, size_t n, double p,
                                                 double level);

#endif
