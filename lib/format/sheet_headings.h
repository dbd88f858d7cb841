/* What the columns of a sheet are called for people. */
#ifndef AET_FORMAT_SHEET_HEADINGS_H
#define AET_FORMAT_SHEET_HEADINGS_H

#include <stddef.h>

#include "base/span.h"

/* The headings of `n` columns, into headings[n]: the caption of a column, or its name where it has
 * none (empty), or where another column is already called so: two of one heading could not be read
 * back. All of them are borrowed. */
void aet_sheet_headings(const struct span *names, const struct span *captions, size_t n,
                        struct span *headings);

#endif
