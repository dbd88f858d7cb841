/* What the system says of a file, kept. */
#include "io/again.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/alloc.h"

struct again_file {
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec written;
};

static bool same(const struct again_file *a, const struct again_file *b)
{
    return a->device == b->device && a->number == b->number && a->size == b->size &&
           a->written.tv_sec == b->written.tv_sec && a->written.tv_nsec == b->written.tv_nsec;
}

bool aet_again_same(struct again *a, size_t i, int fd)
{
    struct again_file now;
    struct stat st;

    if (fstat(fd, &st) < 0)
        return false;
    now = (struct again_file){ st.st_dev, st.st_ino, st.st_size, st.st_mtim };
    errno = 0;
    i += a->from;
    if (i < a->n)
        return same(&now, &a->files[i]);
    if (a->over)
        return false;
    a->files = aet_grow(a->files, &a->cap, a->n, sizeof *a->files);
    a->files[a->n++] = now;
    return true;
}

void aet_again_free(struct again *a)
{
    aet_free(a->files);
    *a = (struct again){ 0 };
}
