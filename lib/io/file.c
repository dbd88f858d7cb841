/* Reading, writing and copying whole files. */
#include "io/file.h"

#include <errno.h>

#include "base/os/os.h"

enum { CHUNK = 1 << 16 };

bool aet_fd_read(int fd, struct buf *out)
{
    ssize_t n;

    while ((n = aet_os_read(fd, aet_buf_room(out, CHUNK), CHUNK)) > 0)
        out->n += (size_t)n;
    return n == 0;
}

/* Close without losing the errno of what went wrong before. */
static void close_after(int fd)
{
    int error = errno;

    (void)aet_os_close(fd);
    errno = error;
}

bool aet_file_read(const char *path, struct buf *out)
{
    int fd = aet_os_open(path, OS_READ);
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
        ssize_t n = aet_os_write(fd, text.p, text.n);

        if (n < 0)
            return false;
        text = aet_span_from(text, (size_t)n);
    }
    return true;
}

int aet_fd_copy(int from, bool *reading)
{
    char *chunk = aet_malloc(CHUNK);
    int to = aet_os_temporary();
    ssize_t n = 0;

    *reading = false;
    while (to >= 0 && (n = aet_os_read(from, chunk, CHUNK)) > 0)
        if (!aet_fd_write(to, aet_span(chunk, (size_t)n)))
            break;
    if (to >= 0 && (n != 0 || !aet_os_seek(to, 0))) {
        *reading = n < 0;
        close_after(to);
        to = -1;
    }
    aet_free(chunk);
    return to;
}
