/*
 * The points of a series, and how months that resemble the one before widen what slope.h says.
 */
#ifndef AET_STATS_SERIAL_H
#define AET_STATS_SERIAL_H

#include <stddef.h>
#include <stdint.h>

/* Only points of one stratum are compared. */
struct slope_point {
    int64_t stratum;
    double x, y;
    int64_t month; /* for what resembles what came just before */
    int series;    /* of which only points of one do */
};

/* The autocorrelation of points, sorted by stratum, and its effect on the variance of the sum of
   signs: slope.h tells both. */
void aet_serial_effect(const struct slope_point *p, size_t n, double *autocorrelation,
                       double *effect);

#endif
