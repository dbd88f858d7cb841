/* Links, and files that are one. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "io/out_path.h"

#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { LINKS_MAX = 40 };

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

char *aet_out_resolved(const char *path)
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
    char *one = aet_out_resolved(a), *other = aet_out_resolved(b);
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
