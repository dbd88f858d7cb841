/* A ZIP archive as it is written: one member after the other, straight through. Sizes and checksum
 * stand behind each member, so that nothing is ever gone back to, and a pipe will do. The same
 * members make the same bytes: all are of 1980-01-01. */
#ifndef AET_IO_ZIP_H
#define AET_IO_ZIP_H

#include <stdint.h>

#include "base/buf.h"
#include "base/must.h"

/* An archive of this kind ends below four gigabytes, and so does each of its members. */
#define ZIP_MOST ((uint64_t)0xFFFFFFFF)

struct zip;

/* What is settled is appended to `out`, which the caller empties when it likes. */
struct zip *aet_zip_new(struct buf *out);
void aet_zip_begin(struct zip *z, const char *name);
void aet_zip_add(struct zip *z, struct span text);
void aet_zip_finish(struct zip *z); /* the member */

/* The directory. False: the archive is too large for its kind, and is none. */
AET_MUST bool aet_zip_end(struct zip *z);
void aet_zip_free(struct zip *z);

#endif
