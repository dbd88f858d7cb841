/* Cutting JSON values. Whether a value is well-formed is jansson's business: here only brackets and
 * strings are counted. */
#ifndef AET_FORMAT_CUT_JSON_H
#define AET_FORMAT_CUT_JSON_H

#include "format/cut.h"

/* Values of one array, or values that follow one another. */
void aet_cutter_json(struct cutter *c, bool array);

#endif
