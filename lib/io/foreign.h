/* What people hand over in place of text: the file itself of a workbook, a PDF, a page. */
#ifndef AET_IO_FOREIGN_H
#define AET_IO_FOREIGN_H

#include "base/span.h"
#include "io/fault.h"

/* So many bytes tell a signature; where they are the beginning of one, as many as FOREIGN_LOOK
 * tell which kind of archive or of page it is. */
enum { FOREIGN_SIGNATURE = 8, FOREIGN_LOOK = 32768 };

/* Whether what begins so needs more bytes to be told. */
bool aet_foreign_look(struct span head);

/* What a file that begins with these bytes (a byte order mark left out) is, when it is no text that
 * anybody would read as records; otherwise FAULT_NONE. */
enum fault aet_foreign(struct span head);

#endif
