/* The members of a ZIP archive, one after the other: what workbooks and projects are packed in. The
 * archive is read where it lies, or is kept in memory when it comes through a pipe; a member is
 * inflated as it is read, and never kept. minizip does the work (CMakeLists.txt says why).
 *
 * An archive is somebody else's: what its directory says of sizes is not believed. */
#ifndef AET_IO_ARCHIVE_H
#define AET_IO_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/must.h"
#include "io/decode.h"

/* Bytes: of an archive that comes through a pipe; of a member. A member over ARCHIVE_SURE that
 * inflates more than ARCHIVE_RATIO times is none that a spreadsheet program wrote. */
#define ARCHIVE_PIPE_MAX ((size_t)512 << 20)
#define ARCHIVE_MEMBER_MAX ((uint64_t)16 << 30)
#define ARCHIVE_SURE ((uint64_t)64 << 20)
enum { ARCHIVE_RATIO = 400, ARCHIVE_MEMBERS_MAX = 65535 };

struct archive;

/* Of what the decoder has not yet given as text; the decoder stays its owner's and outlives the
 * archive. NULL with *fault, and errno when that is FAULT_READ. */
AET_MUST struct archive *aet_archive_open(struct decoder *d, enum fault *fault);

/* The names of its members, in the order of the archive. Borrowed. */
const char *const *aet_archive_names(const struct archive *a, size_t *n);

/* Whether there is a member of that name, whatever its capitals. */
bool aet_archive_has(const struct archive *a, const char *name);

/* Begin to read a member; FAULT_BOOK_PART when there is none. */
AET_MUST enum fault aet_archive_begin(struct archive *a, const char *name);

/* Up to `cap` bytes of it, 0 at its end (its checksum holds), -1 with *fault. */
AET_MUST ssize_t aet_archive_read(struct archive *a, char *to, size_t cap, enum fault *fault);

/* Leave a member, read to its end or not. */
void aet_archive_end(struct archive *a);

/* The whole of a member, of `most` bytes, behind what `out` has. */
AET_MUST enum fault aet_archive_whole(struct archive *a, const char *name, uint64_t most,
                                      struct buf *out);

void aet_archive_free(struct archive *a);

#endif
