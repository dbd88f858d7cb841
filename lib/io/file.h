/* Whole files by descriptor: what is interrupted goes on. Results are written by io/out.h, records
 * are read by format/source.h. */
#ifndef AET_IO_FILE_H
#define AET_IO_FILE_H

#include <stdbool.h>

#include "base/must.h"
#include "base/buf.h"

/* Append all that `fd` still has to give. False with errno; `out` then holds what came. */
AET_MUST bool aet_fd_read(int fd, struct buf *out);

/* Append the file at `path`. False with errno. */
AET_MUST bool aet_file_read(const char *path, struct buf *out);

/* Write all of `text`. False with errno. */
AET_MUST bool aet_fd_write(int fd, struct span text);

/* A copy of all that `from` has to give, in a temporary file without a name (TMPDIR), to be read
 * from its beginning; the caller closes it. -1 with errno, *reading saying which side failed. */
AET_MUST int aet_fd_copy(int from, bool *reading);

#endif
