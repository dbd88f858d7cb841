/* The row of JSON: an array of objects, or objects one after the other. */
#ifndef AET_FORMAT_JSON_H
#define AET_FORMAT_JSON_H

#include "format/format.h"

extern const struct format aet_format_json;

#endif
