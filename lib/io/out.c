/* Atomic output. Until all is written the new file has no name, so that neither a kill nor the end
 * of memory leaves anything behind. */
#include "io/out.h"

#include <errno.h>

#include "base/os/os.h"
#include "base/path.h"
#include "io/file.h"
#include "io/out_path.h"

enum { BUFFER = 1 << 16, COPY = 1 << 14, NAMES_MAX = 1000, DIGITS = 24 };

struct out {
    int fd;           /* -1: closed */
    int error;        /* the first one that was met in writing */
    char *path;       /* as it was given; NULL: standard output */
    char *target;     /* NULL: written directly */
    struct buf text;  /* not yet written */
    struct buf temp;  /* a name beside the target, which is ours while `named` */
    size_t temp_stem; /* of it, before the number */
    bool named;
};

const char *aet_out_path(const struct out *o)
{
    return o->path;
}

bool aet_out_direct(const struct out *o)
{
    return !o->target;
}

bool aet_out_failed(const struct out *o)
{
    return o->error != 0;
}

/* The stem of temporary names, with room for the number: names are made without allocating. */
static void prepare_name(struct out *o)
{
    char *folder = aet_path_folder(o->target);

    aet_buf_str(&o->temp, folder);
    aet_buf_str(&o->temp, "/.aet-");
    aet_buf_uint(&o->temp, aet_os_process());
    aet_buf_char(&o->temp, '-');
    o->temp_stem = o->temp.n;
    aet_buf_room(&o->temp, DIGITS);
    aet_free(folder);
}

static const char *temp_name(struct out *o, unsigned n)
{
    o->temp.n = o->temp_stem;
    aet_buf_uint(&o->temp, n);
    return aet_buf_z(&o->temp);
}

static int open_named(struct out *o, unsigned mode)
{
    for (unsigned n = 0; n < NAMES_MAX; n++) {
        int fd = aet_os_create(temp_name(o, n), mode);

        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* A file without a name, where the target will be. Where its name cannot even be taken away, it
 * keeps it until the end. */
static int open_nameless(struct out *o, unsigned mode)
{
    char *folder = aet_path_folder(o->target);
    int fd = aet_os_nameless(folder, mode);

    aet_free(folder);
    if (fd >= 0 || errno != EOPNOTSUPP)
        return fd;
    fd = open_named(o, mode);
    o->named = fd >= 0 && !aet_os_vanish(fd, aet_buf_z(&o->temp));
    return fd;
}

static int open_target(struct out *o, unsigned widest)
{
    struct os_file old;
    bool exists = aet_os_look(o->path, &old);

    if (!exists && errno != ENOENT)
        return -1;
    if (exists && old.kind == OS_FOLDER) {
        errno = EISDIR;
        return -1;
    }
    if (exists && old.kind != OS_FILE)
        return aet_os_open(o->path, OS_WRITE);
    o->target = aet_out_resolved(o->path);
    prepare_name(o);
    if (exists && !aet_os_may_write(o->target))
        return -1;
    o->fd = open_nameless(o, 0666 & widest);
    return o->fd >= 0 && exists && !aet_os_take_after(o->fd, &old) ? -1 : o->fd;
}

struct out *aet_out_open(const char *path, unsigned widest)
{
    struct out *o = aet_calloc(1, sizeof *o);
    int fd = OS_STDOUT, e;

    o->fd = -1;
    if (!path || strcmp(path, "-") == 0) {
        aet_os_wait_when_full(fd);
    } else {
        o->path = aet_span_dup(aet_span_z(path));
        fd = open_target(o, widest);
    }
    if (fd < 0) {
        e = errno;
        aet_out_free(o, NULL);
        errno = e;
        return NULL;
    }
    o->fd = fd;
    aet_buf_room(&o->text, BUFFER);
    return o;
}

void aet_out_flush(struct out *o)
{
    if (o->text.n && !o->error && !aet_fd_write(o->fd, aet_buf_view(&o->text)))
        o->error = errno;
    aet_buf_clear(&o->text);
}

void aet_out_put(struct out *o, struct span text)
{
    if (o->text.n + text.n > BUFFER)
        aet_out_flush(o);
    if (text.n < BUFFER)
        aet_buf_span(&o->text, text);
    else if (!o->error && !aet_fd_write(o->fd, text))
        o->error = errno;
}

int aet_out_settle(struct out *o)
{
    aet_out_flush(o);
    errno = o->error;
    if (o->error)
        return -1;
    if (o->target)
        return aet_os_sync(o->fd) ? 0 : -1;
    /* closing says what writing did not, and who reads a pipe takes its end for that of the whole
     * command: a second descriptor is closed now, the first when all is in its place */
    return aet_os_closes_well(o->fd) ? 0 : -1;
}

/* It gets the name that it had, or a new one. */
static int name_it(struct out *o)
{
    if (aet_os_reappear(o->fd))
        return 0;
    for (unsigned n = 0; n < NAMES_MAX; n++) {
        if (aet_os_name(o->fd, temp_name(o, n)))
            return 0;
        if (errno != EEXIST)
            break;
    }
    return -1;
}

static bool copy_bytes(int from, int to)
{
    char chunk[COPY];
    uint64_t at = 0;
    ssize_t n;

    while ((n = aet_os_read_at(from, chunk, sizeof chunk, at)) > 0) {
        if (!aet_fd_write(to, aet_span(chunk, (size_t)n)))
            return false;
        at += (uint64_t)n;
    }
    return n == 0;
}

/* What cannot be named is copied. */
static int copy_it(struct out *o)
{
    enum { OWNER_ALONE = 0600 };
    struct os_file like;
    int fd = open_named(o, OWNER_ALONE), e;

    if (fd < 0)
        return -1;
    o->named = true;
    if (aet_os_look_at(o->fd, &like) && aet_os_take_after(fd, &like) && copy_bytes(o->fd, fd) &&
        aet_os_sync(fd)) {
        (void)aet_os_close(o->fd); /* nothing of it is kept */
        o->fd = fd;
        return 0;
    }
    e = errno;
    (void)aet_os_close(fd);
    errno = e;
    return -1;
}

int aet_out_name(struct out *o)
{
    int fd;

    if (!o->target)
        return 0;
    if (!o->named && name_it(o) == 0)
        o->named = true;
    else if (!o->named && copy_it(o) < 0)
        return -1;
    fd = o->fd;
    o->fd = -1;
    return aet_os_close(fd);
}

int aet_out_place(struct out *o)
{
    if (o->target && !aet_os_replace(aet_buf_z(&o->temp), o->target))
        return -1;
    o->named = false;
    return 0;
}

int aet_out_keep(struct out *o)
{
    char *folder;
    bool kept;

    if (!o->target)
        return 0;
    folder = aet_path_folder(o->target);
    kept = aet_os_sync_folder(folder);
    aet_free(folder);
    return kept ? 0 : -1;
}

void aet_out_forget(struct out *o)
{
    if (o->named && (aet_os_remove(aet_buf_z(&o->temp)) || errno == ENOENT))
        o->named = false;
}

void aet_out_free(struct out *o, struct buf *left)
{
    if (!o)
        return;
    aet_out_forget(o);
    if (o->named && left) {
        aet_buf_str(left, left->n ? ", " : "");
        aet_buf_span(left, aet_buf_view(&o->temp));
    }
    if (o->fd >= 0 && o->path)
        (void)aet_os_close(o->fd);
    aet_buf_free(&o->text);
    aet_buf_free(&o->temp);
    aet_free(o->path);
    aet_free(o->target);
    aet_free(o);
}
