/* Unpacking, by zlib and libzstd. */
#include "io/unpack.h"

#include <limits.h>
#include <zlib.h>
#ifdef AET_ZSTD
#include <zstd.h>
#include <zstd_errors.h>
#endif

#include "base/alloc.h"

struct unpacker {
    enum packing packing;
    bool whole; /* between two streams, or after the last one */
    z_stream gzip;
#ifdef AET_ZSTD
    ZSTD_DStream *zstd;
#endif
};

enum packing aet_packing(struct span head)
{
    if (aet_span_starts(head, AET_LIT("\x1F\x8B\b")))
        return PACKED_GZIP;
    return aet_span_starts(head, AET_LIT("\x28\xB5\x2F\xFD")) ? PACKED_ZSTD : PACKED_NOT;
}

static bool begin_gzip(struct unpacker *u)
{
    enum { GZIP_ONLY = 16 };

    if (inflateInit2(&u->gzip, MAX_WBITS + GZIP_ONLY) != Z_OK)
        aet_alloc_refused(); /* the version is that of the header: nothing else is left */
    return true;
}

static bool begin_zstd(struct unpacker *u)
{
#ifdef AET_ZSTD
    u->zstd = ZSTD_createDStream();
    if (!u->zstd)
        aet_alloc_refused();
    return true;
#else
    (void)u;
    return false;
#endif
}

struct unpacker *aet_unpacker_new(enum packing packing)
{
    struct unpacker *u = aet_calloc(1, sizeof *u);

    u->packing = packing;
    if (packing == PACKED_GZIP ? begin_gzip(u) : begin_zstd(u))
        return u;
    aet_free(u);
    return NULL;
}

static unsigned fits(size_t n)
{
    return n > UINT_MAX ? UINT_MAX : (unsigned)n;
}

static bool unpack_gzip(struct unpacker *u, struct span *packed, char *to, size_t cap, size_t *n)
{
    z_stream *z = &u->gzip;
    int r;

    if (u->whole && inflateReset(z) != Z_OK)
        return false;
    z->next_in = (z_const Bytef *)packed->p;
    z->avail_in = fits(packed->n);
    z->next_out = (Bytef *)to;
    z->avail_out = fits(cap);
    r = inflate(z, Z_NO_FLUSH);
    if (r == Z_MEM_ERROR)
        aet_alloc_refused();
    *packed = aet_span_from(*packed, (size_t)((const char *)z->next_in - packed->p));
    *n = (size_t)((char *)z->next_out - to);
    u->whole = r == Z_STREAM_END;
    return r == Z_OK || r == Z_STREAM_END || r == Z_BUF_ERROR;
}

#ifdef AET_ZSTD
static bool unpack_zstd(struct unpacker *u, struct span *packed, char *to, size_t cap, size_t *n)
{
    ZSTD_inBuffer in = { packed->p, packed->n, 0 };
    ZSTD_outBuffer out = { to, cap, 0 };
    size_t r = ZSTD_decompressStream(u->zstd, &out, &in);

    if (ZSTD_isError(r) && ZSTD_getErrorCode(r) == ZSTD_error_memory_allocation)
        aet_alloc_refused();
    *packed = aet_span_from(*packed, in.pos);
    *n = out.pos;
    u->whole = r == 0;
    return !ZSTD_isError(r);
}
#else
static bool unpack_zstd(struct unpacker *u, struct span *packed, char *to, size_t cap, size_t *n)
{
    (void)u, (void)packed, (void)to, (void)cap, (void)n;
    return false;
}
#endif

static void skip_padding(struct span *packed)
{
    while (packed->n && *packed->p == '\0')
        *packed = aet_span_from(*packed, 1);
}

bool aet_unpack(struct unpacker *u, struct span *packed, char *to, size_t cap, size_t *n)
{
    *n = 0;
    if (u->whole)
        skip_padding(packed);
    if (u->whole && packed->n == 0)
        return true;
    return u->packing == PACKED_GZIP ? unpack_gzip(u, packed, to, cap, n)
                                     : unpack_zstd(u, packed, to, cap, n);
}

bool aet_unpack_whole(const struct unpacker *u)
{
    return u->whole;
}

void aet_unpacker_free(struct unpacker *u)
{
    if (!u)
        return;
    if (u->packing == PACKED_GZIP)
        inflateEnd(&u->gzip);
#ifdef AET_ZSTD
    ZSTD_freeDStream(u->zstd);
#endif
    aet_free(u);
}
