/* Files of a project, in its archive or in a folder. */
#include "refi/shelf.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/os/os.h"
#include "io/archive.h"
#include "io/file.h"

#define TEXT_MAX ((uint64_t)256 << 20)

const char *aet_refi_shelf_name(const char *path)
{
    const char *name = path;

    for (; *path; path++)
        if (aet_os_separates(*path))
            name = path + 1;
    return name;
}

#ifdef AET_WORKBOOKS

/* The member that is called so within some folder, as programs pack a project with its own. */
static const char *member_below(const struct archive *a, const char *name)
{
    size_t n;
    const char *const *names = aet_archive_names(a, &n);

    for (size_t i = 0; i < n; i++)
        if (strcasecmp(aet_refi_shelf_name(names[i]), name) == 0)
            return names[i];
    return NULL;
}

static enum fault in_archive(struct archive *a, const char *name, struct buf *out)
{
    struct buf usual = { 0 };
    const char *member;
    enum fault fault = FAULT_BOOK_PART;

    aet_buf_str(&usual, "Sources/");
    aet_buf_str(&usual, name);
    member = aet_archive_has(a, aet_buf_z(&usual)) ? usual.p : member_below(a, name);
    if (member)
        fault = aet_archive_whole(a, member, TEXT_MAX, out);
    aet_buf_free(&usual);
    return fault;
}

#else

static enum fault in_archive(struct archive *a, const char *name, struct buf *out)
{
    (void)a, (void)name, (void)out;
    return FAULT_BOOK_PART;
}

#endif

static void join(struct buf *path, const char *folder, const char *name)
{
    aet_buf_clear(path);
    aet_buf_str(path, folder);
    aet_buf_char(path, '/');
    aet_buf_str(path, name);
}

/* What is looked for in a folder, and its path once it is found. */
struct looking {
    const char *folder, *name;
    struct buf *path;
    bool found;
};

static bool is_it(void *to, const char *name)
{
    struct looking *l = to;

    l->found = strcasecmp(name, l->name) == 0;
    if (l->found)
        join(l->path, l->folder, name);
    return !l->found;
}

/* Into `path`, what stands in a folder under a name, whatever its capitals. */
static bool look(struct buf *path, const char *folder, const char *name)
{
    struct looking l = { folder, name, path, false };

    return aet_os_each(folder, is_it, &l) && l.found;
}

static enum fault read_file(const char *path, struct buf *out)
{
    if (aet_file_read(path, out))
        return FAULT_NONE;
    return errno == ENOENT || errno == ENOTDIR ? FAULT_BOOK_PART : FAULT_READ;
}

/* Under the name as it is, which is what most folders hold; then under one with other capitals. */
static enum fault in_folder(const char *folder, const char *name, struct buf *out)
{
    struct buf path = { 0 };
    enum fault fault;

    join(&path, folder, name);
    fault = read_file(aet_buf_z(&path), out);
    if (fault == FAULT_BOOK_PART && look(&path, folder, name))
        fault = read_file(aet_buf_z(&path), out);
    aet_buf_free(&path);
    return fault;
}

enum fault aet_refi_shelf_read(const struct shelf *s, const char *path, struct buf *out)
{
    const char *name = aet_refi_shelf_name(path);
    enum fault fault = FAULT_BOOK_PART;
    struct buf below = { 0 };

    if (!*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return FAULT_BOOK_PART;
    if (s->archive)
        fault = in_archive(s->archive, name, out);
    if (fault == FAULT_BOOK_PART && s->folder)
        fault = in_folder(s->folder, name, out);
    if (fault == FAULT_BOOK_PART && s->folder && look(&below, s->folder, "sources"))
        fault = in_folder(aet_buf_z(&below), name, out);
    aet_buf_free(&below);
    return fault;
}
