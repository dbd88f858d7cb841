/* A system that refuses once: preloaded, it fails the call that AET_FAIL names, "rename:2:EIO"
 * being the second call of rename. With the number 0 it fails none; the count goes, as a line, to
 * the descriptor AET_COUNT. AET_SHRINK, "2:FILE", cuts FILE in half before its second opening.
 * Calls of the C library to itself (standard error, folders) go by it. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { CALLS = 4 };
static struct {
    char name[16];
    unsigned long done, refused;
    int reason;
} calls[CALLS];
static int calls_n, ready, shrinks;

static int number_of(const char *name)
{
    static const struct {
        const char *name;
        int e;
    } known[] = { { "ENOSPC", ENOSPC }, { "EIO", EIO },       { "EMFILE", EMFILE },
                  { "EINTR", EINTR },   { "EACCES", EACCES }, { "EPERM", EPERM },
                  { "ENOSYS", ENOSYS }, { "EROFS", EROFS },   { "ETXTBSY", ETXTBSY } };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].e;
    return EIO;
}

static void prepare(void)
{
    char reason[16];
    int n = 0;

    ready = 1;
    for (const char *s = getenv("AET_FAIL"); s && calls_n < CALLS; s += n) {
        if (sscanf(s, "%15[a-z0-9]:%lu:%15[A-Z]%n", calls[calls_n].name, &calls[calls_n].refused,
                   reason, &n) != 3)
            return;
        calls[calls_n++].reason = number_of(reason);
        n += s[n] == ',';
    }
}

static int fails(const char *call)
{
    int reason = 0;

    if (!ready)
        prepare();
    for (int i = 0; i < calls_n; i++)
        if (strcmp(call, calls[i].name) == 0 && ++calls[i].done == calls[i].refused)
            reason = calls[i].reason;
    errno = reason ? reason : errno;
    return reason != 0;
}

static void shrink(const char *path)
{
    const char *s = getenv("AET_SHRINK"), *colon = s ? strchr(s, ':') : NULL;
    struct stat st;

    if (colon && strcmp(colon + 1, path) == 0 && ++shrinks == atoi(s) && stat(path, &st) == 0 &&
        truncate(path, st.st_size / 2) < 0)
        _exit(99);
}

/* The call of the C library behind ours. */
#define NEXT(type, name) \
    union {              \
        void *p;         \
        type *f;         \
    } next = { dlsym(RTLD_NEXT, name) }

typedef int open_call(const char *path, int flags, ...);

int open(const char *path, int flags, ...)
{
    NEXT(open_call, "open");
    va_list rest;
    mode_t mode = 0;

    va_start(rest, flags);
    if (flags & (O_CREAT | O_TMPFILE))
        mode = va_arg(rest, mode_t);
    va_end(rest);
    shrink(path);
    return fails("open") ? -1 : next.f(path, flags, mode);
}

#define CALL(type, name, parameters, arguments)      \
    type name parameters                             \
    {                                                \
        typedef type call parameters;                \
        NEXT(call, #name);                           \
        return fails(#name) ? -1 : next.f arguments; \
    }

CALL(ssize_t, read, (int fd, void *to, size_t n), (fd, to, n))
CALL(ssize_t, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at))
CALL(ssize_t, write, (int fd, const void *from, size_t n), (fd, from, n))
CALL(off_t, lseek, (int fd, off_t at, int whence), (fd, at, whence))
CALL(int, fstat, (int fd, struct stat *st), (fd, st))
CALL(int, stat, (const char *path, struct stat *st), (path, st))
CALL(int, rename, (const char *from, const char *to), (from, to))
CALL(int, link, (const char *from, const char *to), (from, to))
CALL(int, linkat, (int a, const char *from, int b, const char *to, int flags),
     (a, from, b, to, flags))
CALL(int, unlink, (const char *path), (path))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode))
CALL(int, fsync, (int fd), (fd))
CALL(int, fchmod, (int fd, mode_t mode), (fd, mode))
CALL(int, fchown, (int fd, uid_t user, gid_t group), (fd, user, group))
CALL(int, dup, (int fd), (fd))
CALL(int, dup2, (int fd, int to), (fd, to))
CALL(ssize_t, getrandom, (void *to, size_t n, unsigned flags), (to, n, flags))
CALL(int, mkstemp, (char *name), (name))

/* Closed all the same, as Linux does. */
int close(int fd)
{
    typedef int call(int);
    NEXT(call, "close");
    int failed = fails("close"), e = errno, r = next.f(fd);

    errno = failed ? e : errno;
    return failed ? -1 : r;
}

__attribute__((destructor)) static void tell(void)
{
    char digits[24];
    size_t n = sizeof digits;
    unsigned long v = calls[0].done;

    if (!getenv("AET_COUNT"))
        return;
    digits[--n] = '\n';
    do
        digits[--n] = (char)('0' + v % 10);
    while (v /= 10);
    if (syscall(SYS_write, atoi(getenv("AET_COUNT")), digits + n, sizeof digits - n) < 0)
        return;
}
