/* Atomic output. Until all is written the new file has no name, so that neither a kill nor the end
 * of memory leaves anything behind. */
#define _GNU_SOURCE /* O_TMPFILE; everything else is POSIX */
#include "io/out.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

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
    char *copy = aet_span_dup(aet_span_z(o->target));

    aet_buf_str(&o->temp, dirname(copy));
    aet_buf_str(&o->temp, "/.aet-");
    aet_buf_uint(&o->temp, (uint64_t)getpid());
    aet_buf_char(&o->temp, '-');
    o->temp_stem = o->temp.n;
    aet_buf_room(&o->temp, DIGITS);
    aet_free(copy);
}

static const char *temp_name(struct out *o, unsigned n)
{
    o->temp.n = o->temp_stem;
    aet_buf_uint(&o->temp, n);
    return aet_buf_z(&o->temp);
}

static int close_it(int fd)
{
    return close(fd) < 0 && errno != EINTR ? -1 : 0;
}

static int open_named(struct out *o, mode_t mode)
{
    for (unsigned n = 0; n < NAMES_MAX; n++) {
        int fd = aet_fd_open(temp_name(o, n), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);

        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static int open_tmpfile(struct out *o, mode_t mode)
{
#ifdef O_TMPFILE
    char *copy = aet_span_dup(aet_span_z(o->target));
    int fd = aet_fd_open(dirname(copy), O_TMPFILE | O_RDWR | O_CLOEXEC, mode);

    aet_free(copy);
    return fd;
#else
    (void)o, (void)mode;
    errno = EOPNOTSUPP;
    return -1;
#endif
}

/* A file without a name, where the target will be. Where its name cannot even be taken away, it
 * keeps it until the end. */
static int open_nameless(struct out *o, mode_t mode)
{
    int fd = open_tmpfile(o, mode);

    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return fd;
    fd = open_named(o, mode);
    o->named = fd >= 0 && unlink(aet_buf_z(&o->temp)) < 0;
    return fd;
}

/* What stands for the old file has its mode, but for set-uid, set-gid and sticky bits, and its
 * owner and group where the system allows; where the group cannot be kept, what it could do only
 * all may do. */
static bool take_after(int fd, const struct stat *old)
{
    struct stat now;
    mode_t mode = old->st_mode & 0777;

    if (fstat(fd, &now) < 0)
        return false;
    if (now.st_gid != old->st_gid && fchown(fd, (uid_t)-1, old->st_gid) < 0)
        mode &= ~(mode_t)070 | (mode & 07) << 3;
    if (now.st_uid != old->st_uid && fchown(fd, old->st_uid, (gid_t)-1) < 0 && errno != EPERM)
        return false;
    return fchmod(fd, mode) == 0;
}

static int open_target(struct out *o, mode_t widest)
{
    struct stat st;
    bool exists = stat(o->path, &st) == 0;

    if (!exists && errno != ENOENT)
        return -1;
    if (exists && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (exists && !S_ISREG(st.st_mode))
        return aet_fd_open(o->path, O_WRONLY | O_CLOEXEC, 0);
    o->target = aet_out_resolved(o->path);
    prepare_name(o);
    if (exists && access(o->target, W_OK) < 0)
        return -1;
    o->fd = open_nameless(o, 0666 & widest);
    return o->fd >= 0 && exists && !take_after(o->fd, &st) ? -1 : o->fd;
}

/* Who shares the other end of standard output may have made it answer "later": we wait instead. */
static void wait_when_full(int fd)
{
    int flags = fcntl(fd, F_GETFL);

    if (flags >= 0 && flags & O_NONBLOCK)
        (void)fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
}

struct out *aet_out_open(const char *path, mode_t widest)
{
    struct out *o = aet_calloc(1, sizeof *o);
    int fd = STDOUT_FILENO, e;

    o->fd = -1;
    if (!path || strcmp(path, "-") == 0) {
        wait_when_full(fd);
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
    int twin;

    aet_out_flush(o);
    errno = o->error;
    if (o->error)
        return -1;
    if (o->target)
        return aet_fd_sync(o->fd) ? 0 : -1;
    /* closing says what writing did not, and who reads a pipe takes its end for that of the whole
     * command: a second descriptor is closed now, the first when all is in its place */
    twin = fcntl(o->fd, F_DUPFD_CLOEXEC, 0);
    return twin < 0 ? 0 : close_it(twin);
}

/* Through /proc, without which (a bare container) nothing can be linked. */
static int link_it(struct out *o)
{
    char self[64];

    snprintf(self, sizeof self, "/proc/self/fd/%d", o->fd);
    for (unsigned n = 0; n < NAMES_MAX; n++) {
        if (linkat(AT_FDCWD, self, AT_FDCWD, temp_name(o, n), AT_SYMLINK_FOLLOW) == 0)
            return 0;
        if (errno != EEXIST)
            break;
    }
    return -1;
}

static bool copy_bytes(int from, int to)
{
    char chunk[COPY];
    off_t at = 0;
    ssize_t n;

    while ((n = pread(from, chunk, sizeof chunk, at)) > 0 || (n < 0 && errno == EINTR)) {
        if (n > 0 && !aet_fd_write(to, aet_span(chunk, (size_t)n)))
            return false;
        at += n > 0 ? n : 0;
    }
    return n == 0;
}

/* What cannot be linked is copied. */
static int copy_it(struct out *o)
{
    mode_t owner_alone = S_IRUSR | S_IWUSR;
    struct stat like;
    int fd = open_named(o, owner_alone), e;

    if (fd < 0)
        return -1;
    o->named = true;
    if (fstat(o->fd, &like) == 0 && take_after(fd, &like) && copy_bytes(o->fd, fd) &&
        aet_fd_sync(fd)) {
        (void)close_it(o->fd); /* nothing of it is kept */
        o->fd = fd;
        return 0;
    }
    e = errno;
    (void)close_it(fd);
    errno = e;
    return -1;
}

int aet_out_name(struct out *o)
{
    int fd;

    if (!o->target)
        return 0;
    if (!o->named && link_it(o) == 0)
        o->named = true;
    else if (!o->named && copy_it(o) < 0)
        return -1;
    fd = o->fd;
    o->fd = -1;
    return close_it(fd);
}

int aet_out_place(struct out *o)
{
    if (o->target && rename(aet_buf_z(&o->temp), o->target) < 0)
        return -1;
    o->named = false;
    return 0;
}

int aet_out_keep(struct out *o)
{
    char *copy;
    int fd, r;

    if (!o->target)
        return 0;
    copy = aet_span_dup(aet_span_z(o->target));
    fd = aet_fd_open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    aet_free(copy);
    if (fd < 0)
        return 0; /* a folder that may be written but not read */
    r = !aet_fd_sync(fd) && errno != EINVAL ? errno : 0;
    (void)close_it(fd);
    errno = r;
    return r ? -1 : 0;
}

void aet_out_forget(struct out *o)
{
    if (o->named && (unlink(aet_buf_z(&o->temp)) == 0 || errno == ENOENT))
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
        (void)close_it(o->fd);
    aet_buf_free(&o->text);
    aet_buf_free(&o->temp);
    aet_free(o->path);
    aet_free(o->target);
    aet_free(o);
}
