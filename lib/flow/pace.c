#include "flow/pace.h"

#include "base/os/os.h"
#include "flow/held.h"

const size_t aet_pace_lot = LOT_RECORDS;

/* Five milliseconds of CSV, a hundred times what it costs to begin a thread. */
const uint64_t aet_pace_alone = 1 << 20;

size_t aet_pace_jobs(void)
{
    return aet_os_processors();
}
