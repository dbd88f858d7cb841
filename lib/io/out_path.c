/* Links, and files that are one. */
#include "io/out_path.h"

#include "base/buf.h"
#include "base/os/os.h"
#include "base/path.h"

enum { LINKS_MAX = 40 };

/* Where a link leads, beside the link when it is relative; empty when `path` is no link. */
static void follow(const char *path, struct buf *to)
{
    char *folder = aet_path_folder(path);
    char target[OS_PATH];
    size_t n = aet_os_leads(path, target);

    aet_buf_clear(to);
    if (n && !aet_os_absolute(target)) {
        aet_buf_str(to, folder);
        aet_buf_char(to, '/');
    }
    aet_buf_add(to, target, n);
    aet_free(folder);
}

char *aet_out_resolved(const char *path)
{
    char whole[OS_PATH];
    bool real = aet_os_real(path, whole);
    char *copy = aet_span_dup(aet_span_z(real ? whole : path));
    struct buf next = { 0 };

    for (int links = 0; !real && links < LINKS_MAX; links++) {
        follow(copy, &next);
        if (!next.n)
            break;
        aet_free(copy);
        copy = aet_span_dup(aet_buf_view(&next));
    }
    aet_buf_free(&next);
    return copy;
}

/* The same file, when neither is there yet: the same name in the same folder. */
static bool same_place(const char *a, const char *b)
{
    char *one = aet_out_resolved(a), *other = aet_out_resolved(b);
    char *folders[] = { aet_path_folder(one), aet_path_folder(other) };
    struct os_file in[2];
    bool same = aet_span_eq(aet_path_name(one), aet_path_name(other)) &&
                aet_os_look(folders[0], &in[0]) && aet_os_look(folders[1], &in[1]) &&
                aet_os_same(&in[0], &in[1]);

    for (int i = 0; i < 2; i++)
        aet_free(folders[i]);
    aet_free(one);
    aet_free(other);
    return same;
}

bool aet_out_same(const char *a, const char *b)
{
    struct os_file one, other;
    bool first = aet_os_look(a, &one), second = aet_os_look(b, &other);

    if (first && second)
        return one.kind == OS_FILE && aet_os_same(&one, &other);
    return !first && !second && same_place(a, b);
}
