/* What is on its way through the stages (flow/relay.h). Private to lib/flow. */
#ifndef AET_FLOW_POSTS_H
#define AET_FLOW_POSTS_H

#include "base/crew.h"
#include "format/source.h"

struct post;

/* A block, and how many of its lots are not settled yet. */
struct laid {
    struct block block;
    size_t lots;
};

struct relay {
    struct crew *crew; /* NULL: one worker, the first */
    struct post *posts;
    size_t posts_n, next, held; /* a ring: where the next lot goes, how many are on their way */
    struct laid *laid;
    size_t laid_n, at; /* a ring: the one that was filled last */
};

#endif
