/* The encodings that text arrives in beside UTF-8, by tables of ours, so that a name means the same
 * everywhere: UTF-16, and those of eight bits in which people here have their sheets. The tables
 * are those of Unicode's mappings as Python has them; tests/outils/encodages holds them to Python
 * and to iconv. */
#ifndef AET_IO_ENCODING_H
#define AET_IO_ENCODING_H

#include <stdint.h>

#include "base/buf.h"

struct encoding {
    const char *names;     /* the first is the one that is told; a list */
    size_t unit;           /* bytes of the least that can be read, or passed over as no character */
    bool big_end;          /* of units of two bytes */
    const uint16_t *upper; /* of one byte, from 0x80 on; 0: no character */
};

/* By any of its names, whatever their capitals; NULL: unknown, or UTF-8. */
const struct encoding *aet_encoding_find(const char *name);

/* Whether the name is that of UTF-8. */
bool aet_encoding_is_utf8(const char *name);

/* The names of all, as a list to be told. */
void aet_encoding_list(struct buf *to);

/* The first character of `in`, which is not empty: how many bytes it takes, or 0 when more of them
 * are needed to know. *c: ENCODING_BAD when these bytes are none. */
#define ENCODING_BAD UINT32_MAX
size_t aet_encoding_read(const struct encoding *e, struct span in, uint32_t *c);

#endif
