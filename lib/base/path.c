/* Parts of a path. */
#include "base/path.h"

#include "base/alloc.h"
#include "base/os/os.h"

/* How much of the first `n` bytes is left when what separates names goes from their end. */
static size_t without_end(const char *path, size_t n)
{
    while (n && aet_os_separates(path[n - 1]))
        n--;
    return n;
}

struct span aet_path_name(const char *path)
{
    size_t end = without_end(path, strlen(path)), from = end;

    while (from && !aet_os_separates(path[from - 1]))
        from--;
    return aet_span(path + from, end - from);
}

char *aet_path_folder(const char *path)
{
    size_t before = (size_t)(aet_path_name(path).p - path), n = without_end(path, before);

    if (!before)
        return aet_span_dup(AET_LIT("."));
    return aet_span_dup(aet_span(path, n ? n : 1)); /* the root is what separates alone */
}
