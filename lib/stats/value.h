/*
 * A statistic: a value, or the reason why there is none. Every public result of lib/stats is one.
 * Holds no statistics and no formatting of numbers.
 */
#ifndef AET_STATS_VALUE_H
#define AET_STATS_VALUE_H

#include <stdbool.h>

enum stat_reason {
#define STAT_REASON(name, fr, en) STAT_##name,
#include "stats/reasons.def"
#undef STAT_REASON
    STAT_REASONS
};

/* When defined is false, value is 0 and must not be read; when true, reason is STAT_NONE. */
struct stat_value {
    bool defined;
    double value;
    enum stat_reason reason;
};

/* Both bounds inclusive. One may be defined without the other (an odds ratio with no upper one). */
struct stat_interval {
    struct stat_value low, high;
};

/* A defined value; a number that is not finite becomes undefined, STAT_NUMERIC. */
struct stat_value aet_stat_value(double value);

/* The same of a coefficient, whose scale is 1: what lies within rounding error of a number of ten
   decimals is that number, so that no agreement at all is 0 and not -8e-17. Not for probabilities,
   which may truly be that small. */
struct stat_value aet_stat_coefficient(double value);

/* An undefined value, for reason. */
struct stat_value aet_stat_undefined(enum stat_reason reason);

/* An interval whose two bounds are defined, or undefined for reason. */
struct stat_interval aet_stat_interval(double low, double high);
struct stat_interval aet_stat_no_interval(enum stat_reason reason);

/* Its text in each language; static strings, "" for STAT_NONE or out of range. */
const char *aet_stat_reason_fr(enum stat_reason reason);
const char *aet_stat_reason_en(enum stat_reason reason);

#endif
