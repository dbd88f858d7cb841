/* A ZIP archive that is made: members put one after the other into memory, the same bytes for the
 * same members. By minizip, where the library is built with it. */
#ifndef AET_IO_PACK_H
#define AET_IO_PACK_H

#include "base/buf.h"
#include "base/must.h"

struct pack;

/* What is made is appended to `out`, which outlives it. */
struct pack *aet_pack_new(struct buf *out);

/* One more member, of that name. */
void aet_pack_add(struct pack *p, const char *name, struct span text);

/* The directory, and the end. */
void aet_pack_end(struct pack *p);

#endif
