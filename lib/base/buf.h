/* A growing run of bytes: where text is put together before it is written. Always owned by who
 * declared it; zero-initialised is empty. */
#ifndef AET_BASE_BUF_H
#define AET_BASE_BUF_H

#include <stdint.h>

#include "base/alloc.h"
#include "base/span.h"

struct buf {
    char *p;
    size_t n, cap;
};

void aet_buf_free(struct buf *b);

/* Make room for `more` bytes beyond the used ones; returns where they begin. */
char *aet_buf_room(struct buf *b, size_t more);

static inline void aet_buf_clear(struct buf *b)
{
    b->n = 0;
}

static inline void aet_buf_add(struct buf *b, const void *p, size_t n)
{
    if (n) {
        memcpy(aet_buf_room(b, n), p, n);
        b->n += n;
    }
}

static inline void aet_buf_span(struct buf *b, struct span s)
{
    aet_buf_add(b, s.p, s.n);
}

static inline void aet_buf_str(struct buf *b, const char *s)
{
    aet_buf_add(b, s, strlen(s));
}

static inline void aet_buf_char(struct buf *b, char c)
{
    *aet_buf_room(b, 1) = c;
    b->n++;
}

/* A part of a list as it stands in a cell, where `|` divides: `\|` and `\\` are the signs
 * themselves (aet(7), RECORDS READ). */
void aet_buf_part(struct buf *b, struct span part);

void aet_buf_repeat(struct buf *b, struct span s, size_t times);
void aet_buf_uint(struct buf *b, uint64_t v);
void aet_buf_int(struct buf *b, int64_t v);

static inline struct span aet_buf_view(const struct buf *b)
{
    return (struct span){ b->p ? b->p : "", b->n };
}

/* `n` bytes of it; good of an empty one too, as long as `n` is 0. */
static inline struct span aet_buf_slice(const struct buf *b, size_t from, size_t n)
{
    return (struct span){ b->p ? b->p + from : "", n };
}

/* The content ended by a NUL (not counted in n): valid until the next change. */
const char *aet_buf_z(struct buf *b);

#endif
