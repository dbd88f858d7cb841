/* .ods (OpenDocument 1.3, part 3): the value of a cell. Inside of this folder only. */
#ifndef AET_WORKBOOK_ODS_H
#define AET_WORKBOOK_ODS_H

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "io/xml.h"

/* Whether an attribute is there and says just this. */
static inline bool aet_ods_says(const char *value, const char *what)
{
    return value && strcmp(value, what) == 0;
}

/* Append what the attributes of a cell say. False: a text is what its paragraphs say, and so is
 * what a formula that fails shows. */
bool aet_ods_value(struct buf *out, const char **attributes);

#endif
