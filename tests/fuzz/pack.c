/* A ZIP archive around members. */
#include "pack.h"

#include <zlib.h>

static void put(struct buf *out, uint64_t v, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        aet_buf_char(out, (char)(i < 8 ? v >> (8 * i) & 0xFF : 0));
}

/* The header of a member: `central` in the directory. */
static void header(struct buf *out, const struct packed *m, bool central, size_t at)
{
    uint64_t crc = crc32(0, (const unsigned char *)m->text.p, (unsigned)m->text.n);

    aet_buf_str(out, central ? "PK\1\2" : "PK\3\4");
    if (central)
        put(out, 20, 2);
    put(out, 20, 2);
    put(out, 0, 8); /* flags, stored, time, date */
    put(out, crc, 4);
    put(out, m->text.n, 4);
    put(out, m->text.n, 4);
    put(out, strlen(m->name), 2);
    put(out, 0, central ? 12 : 2);
    if (central)
        put(out, at, 4);
    aet_buf_str(out, m->name);
    if (!central)
        aet_buf_span(out, m->text);
}

void pack_members(const struct packed *members, size_t n, struct buf *out)
{
    struct buf directory = { 0 };
    size_t at;

    for (size_t i = 0; i < n; i++) {
        header(&directory, &members[i], true, out->n);
        header(out, &members[i], false, 0);
    }
    at = out->n;
    aet_buf_span(out, aet_buf_view(&directory));
    aet_buf_str(out, "PK\5\6");
    put(out, 0, 4);
    put(out, n, 2);
    put(out, n, 2);
    put(out, directory.n, 4);
    put(out, at, 4);
    put(out, 0, 2);
    aet_buf_free(&directory);
}
