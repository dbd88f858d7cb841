/* One run over the records: its parts, each of which has its own file. Private to lib/flow. */
#ifndef AET_FLOW_RUN_H
#define AET_FLOW_RUN_H

#include "flow/asides.h"
#include "flow/inputs.h"
#include "flow/judge.h"
#include "flow/once.h"
#include "flow/progress.h"
#include "flow/posts.h"
#include "rejects/rejects.h"
#include "flow/sink.h"
#include "flow/teller.h"
#include "flow/worker.h"
#include "flow/writer.h"
#include "record/filler.h"

struct run {
    struct session *s;
    const struct work *work;
    struct totals *totals;
    struct inputs inputs;
    struct filler filler;
    struct worker worker; /* the first one: it enters files, and is alone with small ones */
    struct relay relay;
    size_t jobs; /* threads at most, this one included */
    bool over;   /* nothing more is to be read: what was cannot be trusted, or nobody reads us */
    struct judge judge;
    struct writer writer;
    struct teller teller;
    struct asides asides;
    struct onces onces;      /* of the current file */
    struct rejects *rejects; /* NULL: not asked for */
    struct progress progress;
    const struct layout *heard; /* the file of which the columns are still to be told; or NULL */
};

#endif
