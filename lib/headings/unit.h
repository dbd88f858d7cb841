/* Units beside a heading: "en $", "h:min", "jj/mm/aaaa". */
#ifndef AET_HEADINGS_UNIT_H
#define AET_HEADINGS_UNIT_H

#include "headings/schema.h"

/* Whether a part of a heading, folded, says how the values of a field of this type are written. */
bool aet_heading_is_unit(struct span part, enum type type);

#endif
