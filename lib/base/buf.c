/* The growing buffer. */
#include "base/buf.h"

#include <stdio.h>

void aet_buf_free(struct buf *b)
{
    aet_free(b->p);
    *b = (struct buf){ 0 };
}

char *aet_buf_room(struct buf *b, size_t more)
{
    if (b->cap - b->n < more) {
        size_t cap = b->cap ? b->cap * 2 : 64;

        if (cap < b->n + more)
            cap = b->n + more;
        b->p = aet_realloc(b->p, cap);
        b->cap = cap;
    }
    return b->p + b->n;
}

void aet_buf_part(struct buf *b, struct span part)
{
    for (size_t i = 0; i < part.n; i++) {
        bool last = i + 1 == part.n;

        if (part.p[i] == '|' ||
            (part.p[i] == '\\' && (last || part.p[i + 1] == '|' || part.p[i + 1] == '\\')))
            aet_buf_char(b, '\\');
        aet_buf_char(b, part.p[i]);
    }
}

void aet_buf_repeat(struct buf *b, struct span s, size_t times)
{
    while (times--)
        aet_buf_span(b, s);
}

void aet_buf_uint(struct buf *b, uint64_t v)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    aet_buf_add(b, digits + at, sizeof digits - at);
}

void aet_buf_int(struct buf *b, int64_t v)
{
    if (v < 0) {
        aet_buf_char(b, '-');
        aet_buf_uint(b, (uint64_t)0 - (uint64_t)v);
    } else {
        aet_buf_uint(b, (uint64_t)v);
    }
}

const char *aet_buf_z(struct buf *b)
{
    *aet_buf_room(b, 1) = '\0';
    return b->p;
}
