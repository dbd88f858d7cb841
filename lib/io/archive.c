/* Members of an archive, by minizip, out of a file or out of memory. */
#include "io/archive.h"

#include <errno.h>
#include <minizip/unzip.h>
#include <stdlib.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/os/os.h"

struct member {
    const char *name;
    unz64_file_pos at;
};

struct archive {
    int fd;          /* -1: the bytes are in memory */
    struct buf kept; /* those */
    uint64_t size, at;
    int error; /* errno of a refused read */
    unzFile zip;
    struct arena arena;
    const char **names;     /* of members, in their order */
    struct member *members; /* by name, whatever its capitals, then by place */
    size_t n, cap, names_cap;
    bool open;              /* a member is */
    uint64_t packed, given; /* bytes of that member: in the archive; inflated so far */
};

static voidpf on_open(voidpf opaque, const void *name, int mode)
{
    (void)name;
    return mode & ZLIB_FILEFUNC_MODE_WRITE ? NULL : opaque;
}

static uLong on_read(voidpf opaque, voidpf stream, void *to, uLong n)
{
    struct archive *a = stream;
    uLong done = 0;

    (void)opaque;
    if (a->at >= a->size)
        return 0;
    n = n < a->size - a->at ? n : (uLong)(a->size - a->at);
    if (a->fd < 0) {
        memcpy(to, a->kept.p + a->at, n);
        done = n;
    }
    while (done < n) {
        ssize_t got = aet_os_read_at(a->fd, (char *)to + done, n - done, a->at + done);

        if (got < 0)
            a->error = errno;
        if (got <= 0)
            break;
        done += (uLong)got;
    }
    a->at += done;
    return done;
}

static ZPOS64_T on_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct archive *)stream)->at;
}

static long on_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    struct archive *a = stream;
    uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? a->at
                    : origin == ZLIB_FILEFUNC_SEEK_END ? a->size
                                                       : 0;

    (void)opaque;
    if (offset > a->size || from + offset > a->size)
        return -1;
    a->at = from + offset;
    return 0;
}

static int on_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int on_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct archive *)stream)->error != 0;
}

/* A file that lies there is read in place. */
static bool lies(int fd, uint64_t *size)
{
    struct os_file f;

    if (!aet_os_look_at(fd, &f) || f.kind != OS_FILE)
        return false;
    *size = f.size;
    return true;
}

static bool keep_all(struct archive *a, struct decoder *d, enum fault *fault)
{
    enum { CHUNK = 1 << 18 };
    ssize_t n;

    do {
        n = aet_decoder_bytes(d, aet_buf_room(&a->kept, CHUNK), CHUNK);
        a->kept.n += n > 0 ? (size_t)n : 0;
    } while (n > 0 && a->kept.n <= ARCHIVE_PIPE_MAX);
    *fault = n < 0 ? aet_decoder_fault(d) : n ? FAULT_BOOK_SIZE : FAULT_NONE;
    a->size = a->kept.n;
    return *fault == FAULT_NONE;
}

/* What minizip does not say: whether the system refused bytes, or there was no memory. */
static enum fault why(const struct archive *a, enum fault otherwise)
{
    if (a->error)
        errno = a->error;
    else if (errno == ENOMEM)
        aet_alloc_refused();
    return a->error ? FAULT_READ : otherwise;
}

static int by_name(const void *x, const void *y)
{
    const struct member *a = x, *b = y;
    int order = strcasecmp(a->name, b->name);

    if (order)
        return order;
    return (a->at.num_of_file > b->at.num_of_file) - (a->at.num_of_file < b->at.num_of_file);
}

/* One more member of the directory; a name that is longer than any that is sought is not kept. */
static enum fault list_member(struct archive *a)
{
    enum { NAME_MAX_KEPT = 4096 };
    unz_file_info64 info;
    struct member m;
    char name[NAME_MAX_KEPT + 1] = "";

    if (unzGetCurrentFileInfo64(a->zip, &info, name, NAME_MAX_KEPT, NULL, 0, NULL, 0) != UNZ_OK ||
        unzGetFilePos64(a->zip, &m.at) != UNZ_OK)
        return why(a, FAULT_BOOK_DAMAGED);
    if (info.size_filename > NAME_MAX_KEPT)
        return FAULT_NONE;
    if (a->n == ARCHIVE_MEMBERS_MAX)
        return FAULT_BOOK_SIZE;
    for (char *p = name; (p = strchr(p, '\\'));) /* as some programs of Windows pack folders */
        *p = '/';
    m.name = aet_arena_copy(&a->arena, aet_span_z(name)).p;
    a->members = aet_grow(a->members, &a->cap, a->n, sizeof *a->members);
    a->names = aet_grow(a->names, &a->names_cap, a->n, sizeof *a->names);
    a->names[a->n] = m.name;
    a->members[a->n++] = m;
    return FAULT_NONE;
}

static enum fault list_members(struct archive *a)
{
    enum fault fault = FAULT_NONE;
    int at = unzGoToFirstFile(a->zip);

    while (at == UNZ_OK && !fault) {
        fault = list_member(a);
        at = unzGoToNextFile(a->zip);
    }
    if (!fault && at != UNZ_END_OF_LIST_OF_FILE)
        fault = why(a, FAULT_BOOK_DAMAGED);
    if (a->n)
        qsort(a->members, a->n, sizeof *a->members, by_name);
    return fault;
}

static enum fault open_zip(struct archive *a)
{
    zlib_filefunc64_def functions = { .zopen64_file = on_open,
                                      .zread_file = on_read,
                                      .ztell64_file = on_tell,
                                      .zseek64_file = on_seek,
                                      .zclose_file = on_close,
                                      .zerror_file = on_error,
                                      .opaque = a };

    errno = 0;
    a->zip = unzOpen2_64("", &functions);
    return a->zip ? list_members(a) : why(a, FAULT_BOOK_DAMAGED);
}

struct archive *aet_archive_open(struct decoder *d, enum fault *fault)
{
    struct archive *a = aet_calloc(1, sizeof *a);
    int error;

    *fault = FAULT_NONE;
    a->fd = !aet_decoder_packed(d) && lies(aet_decoder_fd(d), &a->size) ? aet_decoder_fd(d) : -1;
    if (a->fd >= 0 || keep_all(a, d, fault))
        *fault = open_zip(a);
    if (!*fault)
        return a;
    error = errno;
    aet_archive_free(a);
    errno = error;
    return NULL;
}

const char *const *aet_archive_names(const struct archive *a, size_t *n)
{
    *n = a->n;
    return a->names;
}

static int is_named(const void *name, const void *member)
{
    return strcasecmp(name, ((const struct member *)member)->name);
}

/* The first of its name. */
static const struct member *member_named(const struct archive *a, const char *name)
{
    const struct member *m = a->n ? bsearch(name, a->members, a->n, sizeof *a->members, is_named)
                                  : NULL;

    while (m && m > a->members && strcasecmp(m[-1].name, name) == 0)
        m--;
    return m;
}

bool aet_archive_has(const struct archive *a, const char *name)
{
    return member_named(a, name) != NULL;
}

enum fault aet_archive_begin(struct archive *a, const char *name)
{
    enum { LOCKED = 1 };
    const struct member *m = member_named(a, name);
    unz_file_info64 info;

    aet_archive_end(a);
    errno = 0;
    if (!m)
        return FAULT_BOOK_PART;
    if (unzGoToFilePos64(a->zip, &m->at) != UNZ_OK ||
        unzGetCurrentFileInfo64(a->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return why(a, FAULT_BOOK_DAMAGED);
    if (info.flag & LOCKED)
        return FAULT_BOOK_LOCKED;
    if (unzOpenCurrentFile(a->zip) != UNZ_OK)
        return why(a, FAULT_BOOK_DAMAGED);
    a->open = true;
    a->packed = info.compressed_size;
    a->given = 0;
    return FAULT_NONE;
}

ssize_t aet_archive_read(struct archive *a, char *to, size_t cap, enum fault *fault)
{
    int n;

    errno = 0;
    n = unzReadCurrentFile(a->zip, to, (unsigned)(cap < 1 << 20 ? cap : 1 << 20));
    if (n < 0) {
        *fault = why(a, FAULT_BOOK_DAMAGED);
        return -1;
    }
    a->given += (uint64_t)n;
    if (a->given > ARCHIVE_MEMBER_MAX ||
        (a->given > ARCHIVE_SURE && a->given / ARCHIVE_RATIO > a->packed)) {
        *fault = FAULT_BOOK_SIZE;
        return -1;
    }
    if (n == 0) {
        a->open = false;
        if (unzCloseCurrentFile(a->zip) != UNZ_OK) {
            *fault = why(a, FAULT_BOOK_DAMAGED);
            return -1;
        }
    }
    return n;
}

void aet_archive_end(struct archive *a)
{
    if (a->open)
        unzCloseCurrentFile(a->zip);
    a->open = false;
}

enum fault aet_archive_whole(struct archive *a, const char *name, uint64_t most, struct buf *out)
{
    enum { CHUNK = 65536 };
    enum fault fault = aet_archive_begin(a, name);
    size_t before = out->n;
    ssize_t n = 1;

    while (!fault && n > 0) {
        n = aet_archive_read(a, aet_buf_room(out, CHUNK), CHUNK, &fault);
        out->n += n > 0 ? (size_t)n : 0;
        if (!fault && out->n - before > most)
            fault = FAULT_BOOK_SIZE;
    }
    aet_archive_end(a);
    return fault;
}

void aet_archive_free(struct archive *a)
{
    if (!a)
        return;
    if (a->zip) {
        aet_archive_end(a);
        unzClose(a->zip);
    }
    aet_buf_free(&a->kept);
    aet_free(a->names);
    aet_free(a->members);
    aet_arena_free(&a->arena);
    aet_free(a);
}
