/* The pace at which the cases are run once more (tests/outils/fils): lots of one record, threads
 * from the first one on, as many as AET_FILS says. Linked before the library, in the place of
 * lib/flow/pace.c. */
#include "flow/pace.h"

#include <stdlib.h>

const size_t aet_pace_lot = 1;
const uint64_t aet_pace_alone = 0;

size_t aet_pace_jobs(void)
{
    const char *n = getenv("AET_FILS");

    return n ? strtoul(n, NULL, 10) : 1;
}
