/* Files that people pack before they send or keep them: gzip (RFC 1952) and Zstandard (RFC 8878),
 * as streams. Several of them one after another are one text, as gunzip and unzstd take them; zeros
 * after the last are padding. */
#ifndef AET_IO_UNPACK_H
#define AET_IO_UNPACK_H

#include "base/must.h"
#include "base/span.h"

enum packing { PACKED_NOT, PACKED_GZIP, PACKED_ZSTD };

enum { PACKING_LOOK = 4 }; /* bytes that tell */

/* How a file that begins with these bytes is packed. */
enum packing aet_packing(struct span head);

struct unpacker;

/* NULL where the build has no library for it. The caller frees it. */
struct unpacker *aet_unpacker_new(enum packing packing);

/* Give up to `cap` bytes of text (at least 1) for those at the head of *packed, which is moved on.
 * *n 0: it takes more packed bytes, or there are none left in it. False: they are damaged. */
AET_MUST bool aet_unpack(struct unpacker *u, struct span *packed, char *to, size_t cap, size_t *n);

/* Whether a file may end here: what was begun is whole. */
bool aet_unpack_whole(const struct unpacker *u);

void aet_unpacker_free(struct unpacker *u);

#endif
