/* An archive for a target whose reader is given one: members stored as they are. */
#ifndef AET_TESTS_FUZZ_PACK_H
#define AET_TESTS_FUZZ_PACK_H

#include "base/buf.h"

struct packed {
    const char *name;
    struct span text;
};

void pack_members(const struct packed *members, size_t n, struct buf *out);

#endif
