/* The table of formats: by name, by file name, by content. */
#ifndef AET_FORMAT_FORMATS_H
#define AET_FORMAT_FORMATS_H

#include "format/format.h"

/* The row of a name or of the suffix of a file name, or NULL. */
const struct format *aet_format_named(const char *name);
const struct format *aet_format_of_file(const char *path);

/* The row of what --from calls so: a workbook of any kind is one there. */
const struct format *aet_format_from(const char *name);

/* Which format the input is in: the one that was said, or by its content; its text may have grown,
 * and lost blanks. NULL with *stop: no text, or the system refuses. */
const struct format *aet_format_find(struct input *in, const struct format *said,
                                     struct stop *stop);

#endif
