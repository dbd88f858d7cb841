/* Whether what a verb asks of the drive can be had. */
#ifndef AET_FLOW_SOUND_H
#define AET_FLOW_SOUND_H

#include "flow/work.h"

/* What such a work asks for and cannot be had (a sink that its shape does not feed, no judge), or
 * NULL. The drive ends the process on it before anything is read
 * (base/bug.h). */
const char *aet_work_fault(const struct work *w);

#endif
