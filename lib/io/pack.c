/* Packing, by minizip, into memory. */
#include "io/pack.h"

#include <minizip/zip.h>

#include "base/alloc.h"

struct pack {
    struct buf *out;
    size_t start, at; /* of the archive in it; from there */
    zipFile zip;
};

static voidpf on_open(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static uLong on_read(voidpf opaque, voidpf stream, void *to, uLong n)
{
    const struct pack *p = stream;

    (void)opaque;
    (void)p;
    (void)to;
    (void)n;
    return 0;
}

/* Headers are written anew once the size of their member is known. */
static uLong on_write(voidpf opaque, voidpf stream, const void *from, uLong n)
{
    struct pack *p = stream;
    size_t end = p->start + p->at + n;

    (void)opaque;
    if (end > p->out->n) {
        aet_buf_room(p->out, end - p->out->n);
        p->out->n = end;
    }
    memcpy(p->out->p + p->start + p->at, from, n);
    p->at += n;
    return n;
}

static ZPOS64_T on_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct pack *)stream)->at;
}

static long on_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    struct pack *p = stream;
    size_t size = p->out->n - p->start;
    size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? p->at
                  : origin == ZLIB_FILEFUNC_SEEK_END ? size
                                                     : 0;

    (void)opaque;
    if (offset > size || from + offset > size)
        return -1;
    p->at = from + offset;
    return 0;
}

static int on_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* All is in memory, which is never refused: what minizip answers otherwise is that. */
static void must(int answer)
{
    if (answer != ZIP_OK)
        aet_alloc_refused();
}

struct pack *aet_pack_new(struct buf *out)
{
    struct pack *p = aet_calloc(1, sizeof *p);
    zlib_filefunc64_def functions = { .zopen64_file = on_open,
                                      .zread_file = on_read,
                                      .zwrite_file = on_write,
                                      .ztell64_file = on_tell,
                                      .zseek64_file = on_seek,
                                      .zclose_file = on_close,
                                      .zerror_file = on_close,
                                      .opaque = p };

    p->out = out;
    p->start = out->n;
    p->zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
    if (!p->zip)
        aet_alloc_refused();
    return p;
}

void aet_pack_add(struct pack *p, const char *name, struct span text)
{
    const uLong first_of_1980 = 0x00210000; /* the first date that there is */
    const zip_fileinfo info = { .dosDate = first_of_1980 };
    const struct span whole = text;

    must(zipOpenNewFileInZip64(p->zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                               Z_DEFAULT_COMPRESSION, whole.n >= UINT32_MAX));
    while (text.n) {
        size_t n = text.n < 1 << 20 ? text.n : 1 << 20;

        must(zipWriteInFileInZip(p->zip, text.p, (unsigned)n));
        text = aet_span_from(text, n);
    }
    must(zipCloseFileInZip(p->zip));
}

void aet_pack_end(struct pack *p)
{
    must(zipClose(p->zip, NULL));
    aet_free(p);
}
