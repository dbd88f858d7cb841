#include "flow/sound.h"

#include <stddef.h>

#include "flow/sink.h"
#include "flow/reader.h"

const char *aet_work_fault(const struct work *w)
{
    if (!w->rules || !w->rules->check || !w->rules->judge)
        return "records are read without a check and a judge";
    if (!w->sink.kind)
        return "records go nowhere";
    if (aet_work_nest(w) && !w->sink.kind->trees)
        return "documents are given to a sink of flat records";
    if (!aet_work_nest(w) && w->sink.kind->nothing_else)
        return "flat records are given to a sink of documents";
    return NULL;
}
