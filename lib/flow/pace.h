/* What sets the pace of a run, and never what comes out of it. It stands alone: the tests have a
 * pace of their own, in which every lot is one record and threads begin with the first
 * (tests/outils/pas.c). Private to lib/flow. */
#ifndef AET_FLOW_PACE_H
#define AET_FLOW_PACE_H

#include <stddef.h>
#include <stdint.h>

extern const size_t aet_pace_lot; /* records of a lot; at most LOT_RECORDS */
extern const uint64_t
    aet_pace_alone; /* bytes of input that one thread reads before there are more */

/* How many threads, where --jobs does not say. */
size_t aet_pace_jobs(void);

#endif
