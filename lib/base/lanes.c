/* The lanes of a short text. */
#include "base/lanes.h"

struct lanes aet_lanes_short(const char *from, size_t n)
{
    char copy[LANES] = { 0 };

    memcpy(copy, from, n);
    return aet_lanes(copy);
}
