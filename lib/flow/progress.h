/* How far a run is, on a terminal. */
#ifndef AET_FLOW_PROGRESS_H
#define AET_FLOW_PROGRESS_H

#include "format/source.h"
#include "voice/voice.h"

struct progress {
    const struct voice *voice;
    double started, shown; /* seconds */
};

void aet_progress_begin(struct progress *p, const struct voice *voice);

/* Show it, from time to time. */
void aet_progress_show(struct progress *p, const struct source *source, uint64_t records);

/* Wipe it. */
void aet_progress_end(struct progress *p);

#endif
