/* Atomic output. Where the file system can, the new file has no name until it is whole (O_TMPFILE),
 * so that even a kill leaves nothing behind. */
#define _GNU_SOURCE /* O_TMPFILE; everything else is POSIX */
#include "io/out.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { BUFFER = 1 << 16, LINKS_MAX = 40 };

struct out {
    FILE *file;
    char *target;    /* NULL: written directly */
    struct buf temp; /* its name beside the target; empty: nameless until the end */
};

FILE *aet_out_file(struct out *o)
{
    return o->file;
}

static void temp_name(const char *target, unsigned n, struct buf *out)
{
    char *copy = aet_span_dup(aet_span_z(target));

    aet_buf_clear(out);
    aet_buf_str(out, dirname(copy));
    aet_buf_str(out, "/.aet-");
    aet_buf_uint(out, (uint64_t)getpid());
    aet_buf_char(out, '-');
    aet_buf_uint(out, n);
    aet_free(copy);
}

/* Such a file gets its name through /proc: without it (a bare container) it could never be kept. */
static int open_nameless(const char *target, mode_t mode)
{
#ifdef O_TMPFILE
    char *copy = aet_span_dup(aet_span_z(target));
    int fd = -1;

    if (access("/proc/self/fd", X_OK) == 0)
        fd = open(dirname(copy), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    else
        errno = EOPNOTSUPP;

    aet_free(copy);
    return fd;
#else
    (void)target, (void)mode;
    errno = EOPNOTSUPP;
    return -1;
#endif
}

static int open_named(const char *target, mode_t mode, struct buf *temp)
{
    for (unsigned n = 0; n < 1000; n++) {
        temp_name(target, n, temp);

        int fd = open(aet_buf_z(temp), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* Where a link leads, beside the link when it is relative; empty when `path` is no link. */
static void follow(const char *path, struct buf *to)
{
    char *copy = aet_span_dup(aet_span_z(path));
    char target[PATH_MAX];
    ssize_t n = readlink(path, target, sizeof target);

    aet_buf_clear(to);
    if (n > 0 && target[0] != '/') {
        aet_buf_str(to, dirname(copy));
        aet_buf_char(to, '/');
    }
    if (n > 0)
        aet_buf_add(to, target, (size_t)n);
    aet_free(copy);
}

/* The file that `path` leads to, through links, even where it is not there yet; a copy that the
 * caller frees. */
static char *resolved(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = aet_span_dup(aet_span_z(real ? real : path));
    struct buf next = { 0 };

    for (int links = 0; !real && links < LINKS_MAX; links++) {
        follow(copy, &next);
        if (!next.n)
            break;
        aet_free(copy);
        copy = aet_span_dup(aet_buf_view(&next));
    }
    free(real);
    aet_buf_free(&next);
    return copy;
}

/* The same file, when neither is there yet: the same name in the same folder. */
static bool same_place(const char *a, const char *b)
{
    char *one = resolved(a), *other = resolved(b);
    char *folders[] = { aet_span_dup(aet_span_z(one)), aet_span_dup(aet_span_z(other)) };
    struct stat in[2];
    bool same = strcmp(basename(one), basename(other)) == 0 &&
                stat(dirname(folders[0]), &in[0]) == 0 && stat(dirname(folders[1]), &in[1]) == 0 &&
                in[0].st_dev == in[1].st_dev && in[0].st_ino == in[1].st_ino;

    for (int i = 0; i < 2; i++)
        aet_free(folders[i]);
    aet_free(one);
    aet_free(other);
    return same;
}

bool aet_out_same(const char *a, const char *b)
{
    struct stat one, other;
    bool first = stat(a, &one) == 0, second = stat(b, &other) == 0;

    if (first && second)
        return S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
    return !first && !second && same_place(a, b);
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

static int open_target(struct out *o, const char *path, mode_t widest)
{
    struct stat st;
    bool exists = stat(path, &st) == 0;

    if (exists && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (exists && !S_ISREG(st.st_mode))
        return open(path, O_WRONLY | O_CLOEXEC);
    o->target = resolved(path);
    if (exists && access(o->target, W_OK) < 0)
        return -1;

    int fd = open_nameless(o->target, 0666 & widest);

    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
        fd = open_named(o->target, 0666 & widest, &o->temp);
    if (fd >= 0 && exists && !take_after(fd, &st)) {
        close(fd);
        return -1;
    }
    return fd;
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

    if (!path || strcmp(path, "-") == 0) {
        o->file = stdout;
        wait_when_full(STDOUT_FILENO);
    } else {
        int fd = open_target(o, path, widest);

        o->file = fd >= 0 ? fdopen(fd, "w") : NULL;
        if (!o->file) {
            int e = errno;

            aet_out_abandon(o);
            errno = e;
            return NULL;
        }
    }
    setvbuf(o->file, NULL, _IOFBF, BUFFER);
    return o;
}

/* Give a nameless file the name of the temporary one. */
static int name_it(struct out *o)
{
    char self[64];

    snprintf(self, sizeof self, "/proc/self/fd/%d", fileno(o->file));
    for (unsigned n = 0; n < 1000; n++) {
        temp_name(o->target, n, &o->temp);
        if (linkat(AT_FDCWD, self, AT_FDCWD, aet_buf_z(&o->temp), AT_SYMLINK_FOLLOW) == 0)
            return 0;
        if (errno != EEXIST)
            break;
    }
    aet_buf_clear(&o->temp); /* not ours: do not unlink it */
    return -1;
}

static int sync_folder(const char *target)
{
    char *copy = aet_span_dup(aet_span_z(target));
    int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    aet_free(copy);
    if (fd < 0)
        return 0; /* a folder that may be written but not read */

    int r = fsync(fd) < 0 && errno != EINVAL ? -1 : 0;

    close(fd);
    return r;
}

static int put_in_place(struct out *o)
{
    if (fsync(fileno(o->file)) < 0)
        return -1;
    if (o->temp.n == 0 && name_it(o) < 0)
        return -1;
    if (rename(aet_buf_z(&o->temp), o->target) < 0)
        return -1;
    aet_buf_clear(&o->temp);
    return sync_folder(o->target);
}

int aet_out_commit(struct out *o)
{
    /* fflush first: ferror alone misses what is still in the buffer, and fclose after a failed
     * flush returns 0. */
    bool failed = fflush(o->file) != 0 || ferror(o->file);
    int e = errno;

    if (!failed && o->target && put_in_place(o) < 0) {
        failed = true;
        e = errno;
    }
    if (!failed && fclose(o->file) != 0) {
        failed = true;
        e = errno;
        o->file = NULL;
    } else if (!failed) {
        o->file = NULL;
    }
    aet_out_abandon(o);
    errno = e;
    return failed ? -1 : 0;
}

void aet_out_abandon(struct out *o)
{
    if (!o)
        return;
    if (o->temp.n)
        unlink(aet_buf_z(&o->temp));
    if (o->file && o->file != stdout)
        fclose(o->file);
    aet_buf_free(&o->temp);
    aet_free(o->target);
    aet_free(o);
}
