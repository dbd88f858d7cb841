/* Reading, writing and copying whole files. */
#include "io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

int aet_fd_open(const char *path, int flags, mode_t mode)
{
    int fd;

    do {
        fd = open(path, flags, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

bool aet_fd_read(int fd, struct buf *out)
{
    ssize_t n;

    while ((n = read(fd, aet_buf_room(out, CHUNK), CHUNK)) > 0 || (n < 0 && errno == EINTR))
        out->n += n > 0 ? (size_t)n : 0;
    return n == 0;
}

/* Close without losing the errno of what went wrong before. */
static void close_after(int fd)
{
    int error = errno;

    close(fd);
    errno = error;
}

bool aet_file_read(const char *path, struct buf *out)
{
    int fd = aet_fd_open(path, O_RDONLY | O_CLOEXEC, 0);
    bool ok;

    if (fd < 0)
        return false;
    ok = aet_fd_read(fd, out);
    close_after(fd);
    return ok;
}

bool aet_fd_write(int fd, struct span text)
{
    while (text.n) {
        ssize_t n = write(fd, text.p, text.n);

        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            text = aet_span_from(text, (size_t)n);
    }
    return true;
}

bool aet_fd_sync(int fd)
{
    int r;

    do {
        r = fsync(fd);
    } while (r < 0 && errno == EINTR);
    return r == 0;
}

static int temporary(void)
{
    const char *folder = getenv("TMPDIR");
    struct buf path = { 0 };
    int fd;

    aet_buf_str(&path, folder && *folder ? folder : "/tmp");
    aet_buf_str(&path, "/aet-XXXXXX");
    aet_buf_z(&path);
    fd = mkstemp(path.p);
    if (fd >= 0 && unlink(path.p) < 0) {
        close_after(fd);
        fd = -1;
    }
    aet_buf_free(&path);
    return fd;
}

int aet_fd_copy(int from, bool *reading)
{
    char *chunk = aet_malloc(CHUNK);
    int to = temporary();
    ssize_t n = 0;

    *reading = false;
    while (to >= 0 && ((n = read(from, chunk, CHUNK)) > 0 || (n < 0 && errno == EINTR)))
        if (n > 0 && !aet_fd_write(to, aet_span(chunk, (size_t)n)))
            break;
    if (to >= 0 && (n != 0 || lseek(to, 0, SEEK_SET) < 0)) {
        *reading = n < 0;
        close_after(to);
        to = -1;
    }
    aet_free(chunk);
    return to;
}
