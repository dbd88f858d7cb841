/* APPNOTE 6.3: local headers with a data descriptor behind the member, then the directory. */
#include "io/zip.h"

#include <zlib.h>

enum {
    LOCAL = 0x04034B50,
    DESCRIPTOR = 0x08074B50,
    CENTRAL = 0x02014B50,
    END = 0x06054B50,
    VERSION = 20,
    SIZES_BEHIND = 1 << 3,
    DEFLATED = 8,
    DAY = (0 << 9) | (1 << 5) | 1, /* 1980-01-01 */
    LEVEL = 5,
    CHUNK = 1 << 15
};

struct member {
    char *name;
    uint32_t crc;
    uint64_t packed, size, at;
};

struct zip {
    struct buf *out;
    uint64_t written; /* of the archive, before the member at hand */
    struct member *members;
    size_t n, cap;
    z_stream deflate;
};

static void *give(void *opaque, unsigned count, unsigned size)
{
    (void)opaque;
    return aet_reallocarray(NULL, count, size);
}

static void take_back(void *opaque, void *p)
{
    (void)opaque;
    aet_free(p);
}

struct zip *aet_zip_new(struct buf *out)
{
    struct zip *z = aet_calloc(1, sizeof *z);

    z->out = out;
    z->deflate.zalloc = give;
    z->deflate.zfree = take_back;
    if (deflateInit2(&z->deflate, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        aet_alloc_refused();
    return z;
}

static void put(struct zip *z, unsigned bytes, uint64_t v)
{
    for (unsigned i = 0; i < bytes; i++)
        aet_buf_char(z->out, (char)(v >> (8 * i) & 0xFF));
    z->written += bytes;
}

static void put_name(struct zip *z, const char *name)
{
    aet_buf_str(z->out, name);
    z->written += strlen(name);
}

/* What local header and directory say alike. */
static void put_head(struct zip *z, const struct member *m, bool known)
{
    put(z, 2, VERSION);
    put(z, 2, SIZES_BEHIND);
    put(z, 2, DEFLATED);
    put(z, 2, 0);
    put(z, 2, DAY);
    put(z, 4, known ? m->crc : 0);
    put(z, 4, known ? m->packed : 0);
    put(z, 4, known ? m->size : 0);
    put(z, 2, strlen(m->name));
    put(z, 2, 0);
}

void aet_zip_begin(struct zip *z, const char *name)
{
    struct member *m;

    z->members = aet_grow(z->members, &z->cap, z->n, sizeof *z->members);
    m = &z->members[z->n++];
    *m = (struct member){ .name = aet_span_dup(aet_span_z(name)), .at = z->written };
    m->crc = (uint32_t)crc32(0, NULL, 0);
    put(z, 4, LOCAL);
    put_head(z, m, false);
    put_name(z, name);
    (void)deflateReset(&z->deflate);
}

static void pack(struct zip *z, int flush)
{
    struct member *m = &z->members[z->n - 1];
    size_t made;

    do {
        z->deflate.next_out = (unsigned char *)aet_buf_room(z->out, CHUNK);
        z->deflate.avail_out = CHUNK;
        (void)deflate(&z->deflate, flush); /* Z_BUF_ERROR says that there was nothing to do */
        made = CHUNK - z->deflate.avail_out;
        z->out->n += made;
        m->packed += made;
        z->written += made;
    } while (!z->deflate.avail_out);
}

void aet_zip_add(struct zip *z, struct span text)
{
    struct member *m = &z->members[z->n - 1];

    while (text.n) {
        unsigned n = text.n > CHUNK ? CHUNK : (unsigned)text.n;

        m->crc = (uint32_t)crc32(m->crc, (const unsigned char *)text.p, n);
        m->size += n;
        z->deflate.next_in = (unsigned char *)(uintptr_t)text.p; /* which zlib only reads */
        z->deflate.avail_in = n;
        pack(z, Z_NO_FLUSH);
        text = aet_span_from(text, n);
    }
}

void aet_zip_finish(struct zip *z)
{
    const struct member *m = &z->members[z->n - 1];

    z->deflate.avail_in = 0;
    pack(z, Z_FINISH);
    put(z, 4, DESCRIPTOR);
    put(z, 4, m->crc);
    put(z, 4, m->packed);
    put(z, 4, m->size);
}

bool aet_zip_end(struct zip *z)
{
    uint64_t start = z->written;
    bool fits = start <= ZIP_MOST;

    for (size_t i = 0; i < z->n; i++) {
        const struct member *m = &z->members[i];

        fits &= m->size <= ZIP_MOST;
        put(z, 4, CENTRAL);
        put(z, 2, VERSION);
        put_head(z, m, true);
        put(z, 8, 0); /* no comment, one disk, no attributes inside */
        put(z, 2, 0); /* nor outside */
        put(z, 4, m->at);
        put_name(z, m->name);
    }
    put(z, 4, END);
    put(z, 4, 0);
    put(z, 2, z->n);
    put(z, 2, z->n);
    put(z, 4, z->written - 12 - start);
    put(z, 4, start);
    put(z, 2, 0);
    return fits;
}

void aet_zip_free(struct zip *z)
{
    if (!z)
        return;
    for (size_t i = 0; i < z->n; i++)
        aet_free(z->members[i].name);
    aet_free(z->members);
    (void)deflateEnd(&z->deflate);
    aet_free(z);
}
