/* The nameless file through which targets hand their input to code that reads descriptors. */
#include "target.h"

#include <unistd.h>

int input_file(struct span in)
{
    static int fd = -1;

    if (fd < 0) {
        const char *folder = getenv("TMPDIR");
        struct buf path = { 0 };

        aet_buf_str(&path, folder && *folder ? folder : "/tmp");
        aet_buf_str(&path, "/aet-fuzz-XXXXXX");
        aet_buf_z(&path);
        fd = mkstemp(path.p);
        MUST(fd >= 0 && unlink(path.p) == 0);
        aet_buf_free(&path);
    }
    MUST(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
    for (size_t done = 0; done < in.n;) {
        ssize_t n = write(fd, in.p + done, in.n - done);

        MUST(n > 0);
        done += (size_t)n;
    }
    MUST(lseek(fd, 0, SEEK_SET) == 0);
    return fd;
}
