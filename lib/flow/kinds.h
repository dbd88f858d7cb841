/* A tool that reads several kinds of record: which one this input holds. */
#ifndef AET_FLOW_KINDS_H
#define AET_FLOW_KINDS_H

#include "base/must.h"
#include "cli/session.h"

/* The index in `kinds` (ended by NULL) of what the input holds: the one called `said`, or without
 * it the one whose fields explain most headings (CSV) or keys of the first record (JSON). Empty
 * input is of the first kind. -1 when two explain as many, when none does, or when nothing can be
 * read: complained. */
AET_MUST int aet_session_kind(struct session *s, const struct schema *const *kinds,
                              const char *said);

#endif
