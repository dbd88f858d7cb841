/* What the system says of a file, kept. */
#include "io/again.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/os/os.h"

static bool same(const struct os_file *a, const struct os_file *b)
{
    return aet_os_same(a, b) && a->size == b->size && a->seconds == b->seconds &&
           a->fractions == b->fractions;
}

bool aet_again_same(struct again *a, size_t i, int fd)
{
    struct os_file now;

    if (!aet_os_look_at(fd, &now))
        return false;
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
