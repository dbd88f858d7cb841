/* The row of NDJSON: one JSON object a line. */
#ifndef AET_FORMAT_NDJSON_H
#define AET_FORMAT_NDJSON_H

#include "format/format.h"

extern const struct format aet_format_ndjson;

#endif
