/* Private to lib/verbs: the schema of what --partiel writes. */
#ifndef AET_VERBS_SCHEMA_PARTIE_H
#define AET_VERBS_SCHEMA_PARTIE_H

#include "base/buf.h"

#define AET_SCHEMA_PARTIE "partie"

void aet_schema_partie(const char *tool, struct buf *out);

#endif
