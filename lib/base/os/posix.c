/* The system, where it is POSIX: the process, terminals and descriptors. */
#define _GNU_SOURCE /* O_TMPFILE, SIOCGWINSZ, sched_getaffinity; everything else is POSIX */
#include "base/os/os.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void aet_os_begin(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
                _exit(2);
}

bool aet_os_stands_in(int fd)
{
    return (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDONLY;
}

_Noreturn void aet_os_die(struct span line, int status)
{
    flockfile(stderr); /* of several threads one says it */
    if (write(STDERR_FILENO, line.p, line.n) < 0)
        _exit(status);
    _exit(status);
}

void aet_os_end_as_a_filter(void)
{
    signal(SIGPIPE, SIG_DFL); /* it may have been inherited ignored */
    raise(SIGPIPE);
}

void aet_os_undisturbed(void (*work)(void *), void *context)
{
    sigset_t all, before;
    int error;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    work(context);
    error = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
}

void aet_os_keep_secret(void)
{
    static const struct rlimit none = { 0, 0 };

    (void)setrlimit(RLIMIT_CORE, &none); /* lowering a limit is refused to nobody */
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

uint64_t aet_os_process(void)
{
    return (uint64_t)getpid();
}

size_t aet_os_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
#ifdef __linux__ /* of the machine's, those that are ours */
    cpu_set_t ours;

    if (sched_getaffinity(0, sizeof ours, &ours) == 0)
        n = CPU_COUNT(&ours);
#endif
    return n > 0 ? (size_t)n : 1;
}

double aet_os_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool aet_os_terminal(int fd)
{
    return isatty(fd);
}

size_t aet_os_width(int fd)
{
    struct winsize w;

    return ioctl(fd, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

void aet_os_say(FILE *to, struct span text)
{
    if (text.n)
        fwrite(text.p, 1, text.n, to);
}

static int open_at(const char *path, int flags, mode_t mode)
{
    int fd;

    do {
        fd = open(path, flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

int aet_os_open(const char *path, enum os_open how)
{
    static const int flags[] = { [OS_READ] = O_RDONLY,
                                 [OS_READ_AT_ONCE] = O_RDONLY | O_NONBLOCK,
                                 [OS_WRITE] = O_WRONLY,
                                 [OS_EDIT] = O_RDWR | O_NONBLOCK };

    return open_at(path, flags[how], 0);
}

int aet_os_create(const char *path, unsigned mode)
{
    return open_at(path, O_RDWR | O_CREAT | O_EXCL, (mode_t)mode);
}

int aet_os_nameless(const char *folder, unsigned mode)
{
#ifdef O_TMPFILE
    int fd = open_at(folder, O_TMPFILE | O_RDWR, (mode_t)mode);

    if (fd < 0 && (errno == EISDIR || errno == EINVAL))
        errno = EOPNOTSUPP;
    return fd;
#else
    (void)folder, (void)mode;
    errno = EOPNOTSUPP;
    return -1;
#endif
}

/* Close without losing the errno of what went wrong before. */
static int close_after(int fd)
{
    int error = errno;

    close(fd);
    errno = error;
    return -1;
}

/* As open_at: no program that is started has it. */
static int kept_to_us(int fd)
{
    return fd >= 0 && fcntl(fd, F_SETFD, FD_CLOEXEC) < 0 ? close_after(fd) : fd;
}

int aet_os_unique(char *path)
{
    return kept_to_us(mkstemp(path));
}

int aet_os_temporary(void)
{
    const char *folder = getenv("TMPDIR");
    char path[OS_PATH];
    int fd, n = snprintf(path, sizeof path, "%s/aet-XXXXXX", folder && *folder ? folder : "/tmp");

    if (n < 0 || n >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    fd = kept_to_us(mkstemp(path));
    return fd >= 0 && unlink(path) < 0 ? close_after(fd) : fd;
}

int aet_os_close(int fd)
{
    return close(fd) < 0 && errno != EINTR ? -1 : 0;
}

ssize_t aet_os_read(int fd, void *to, size_t n)
{
    ssize_t got;

    do {
        got = read(fd, to, n);
    } while (got < 0 && errno == EINTR);
    return got;
}

ssize_t aet_os_read_at(int fd, void *to, size_t n, uint64_t at)
{
    ssize_t got;

    do {
        got = pread(fd, to, n, (off_t)at);
    } while (got < 0 && errno == EINTR);
    return got;
}

ssize_t aet_os_write(int fd, const void *from, size_t n)
{
    ssize_t put;

    do {
        put = write(fd, from, n);
    } while (put < 0 && errno == EINTR);
    return put;
}

int64_t aet_os_tell(int fd)
{
    return (int64_t)lseek(fd, 0, SEEK_CUR);
}

bool aet_os_seek(int fd, int64_t at)
{
    return lseek(fd, (off_t)at, SEEK_SET) >= 0;
}

bool aet_os_sync(int fd)
{
    int r;

    do {
        r = fsync(fd);
    } while (r < 0 && errno == EINTR);
    return r == 0;
}

int aet_os_twin(int fd)
{
    return fcntl(fd, F_DUPFD_CLOEXEC, 0);
}

bool aet_os_put_at(int fd, int at)
{
    return dup2(fd, at) >= 0;
}

void aet_os_fd_path(int fd, char path[OS_FD_PATH])
{
    snprintf(path, OS_FD_PATH, "/dev/fd/%d", fd);
}

void aet_os_wait_when_full(int fd)
{
    int flags = fcntl(fd, F_GETFL);

    if (flags >= 0 && flags & O_NONBLOCK)
        (void)fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
}

bool aet_os_closes_well(int fd)
{
    int twin = fcntl(fd, F_DUPFD_CLOEXEC, 0);

    return twin < 0 || aet_os_close(twin) == 0;
}

bool aet_os_lock(int fd)
{
    struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    int r;

    do {
        r = fcntl(fd, F_SETLKW, &whole);
    } while (r < 0 && errno == EINTR);
    return r == 0;
}
