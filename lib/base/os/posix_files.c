/* The system, where it is POSIX: files and folders. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/os/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void describe(const struct stat *st, struct os_file *f)
{
    *f = (struct os_file){
        .kind = S_ISREG(st->st_mode)   ? OS_FILE
                : S_ISDIR(st->st_mode) ? OS_FOLDER
                                       : OS_OTHER,
        .mode = st->st_mode & 0777,
        .device = (uint64_t)st->st_dev,
        .number = (uint64_t)st->st_ino,
        .owner = st->st_uid,
        .group = st->st_gid,
        .size = (uint64_t)st->st_size,
        .seconds = (int64_t)st->st_mtim.tv_sec,
        .fractions = (int64_t)st->st_mtim.tv_nsec,
    };
}

bool aet_os_look(const char *path, struct os_file *f)
{
    struct stat st;

    if (stat(path, &st) < 0)
        return false;
    describe(&st, f);
    return true;
}

bool aet_os_look_at(int fd, struct os_file *f)
{
    struct stat st;

    if (fstat(fd, &st) < 0)
        return false;
    describe(&st, f);
    return true;
}

bool aet_os_same(const struct os_file *a, const struct os_file *b)
{
    return a->device == b->device && a->number == b->number;
}

bool aet_os_may_read(const char *path)
{
    return access(path, R_OK) == 0;
}

bool aet_os_may_write(const char *path)
{
    return access(path, W_OK) == 0;
}

bool aet_os_take_after(int fd, const struct os_file *old)
{
    struct stat now;
    mode_t mode = (mode_t)old->mode;

    if (fstat(fd, &now) < 0)
        return false;
    if (now.st_gid != old->group && fchown(fd, (uid_t)-1, (gid_t)old->group) < 0)
        mode &= ~(mode_t)070 | (mode & 07) << 3;
    if (now.st_uid != old->owner && fchown(fd, (uid_t)old->owner, (gid_t)-1) < 0 && errno != EPERM)
        return false;
    return fchmod(fd, mode) == 0;
}

bool aet_os_own(int fd)
{
    return fchmod(fd, S_IRUSR | S_IWUSR) == 0;
}

bool aet_os_vanish(int fd, const char *path)
{
    (void)fd;
    return unlink(path) == 0;
}

bool aet_os_reappear(int fd)
{
    (void)fd;
    errno = EOPNOTSUPP;
    return false;
}

/* Through /proc, without which (a bare container) nothing can be linked. */
bool aet_os_name(int fd, const char *path)
{
    char self[OS_FD_PATH];

    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    return linkat(AT_FDCWD, self, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

bool aet_os_link(const char *from, const char *to)
{
    return link(from, to) == 0;
}

bool aet_os_replace(const char *from, const char *to)
{
    return rename(from, to) == 0;
}

bool aet_os_remove(const char *path)
{
    return unlink(path) == 0;
}

bool aet_os_make_folder(const char *path)
{
    return mkdir(path, 0777) == 0;
}

void aet_os_remove_folder(const char *path)
{
    (void)rmdir(path);
}

bool aet_os_sync_folder(const char *path)
{
    int fd = aet_os_open(path, OS_READ), error;

    if (fd < 0)
        return true;
    error = aet_os_sync(fd) || errno == EINVAL ? 0 : errno;
    (void)aet_os_close(fd);
    errno = error;
    return error == 0;
}

bool aet_os_each(const char *folder, bool (*visit)(void *context, const char *name), void *context)
{
    DIR *d = opendir(folder);
    const struct dirent *e;

    while (d && (e = readdir(d)) && visit(context, e->d_name))
        ;
    if (d)
        closedir(d);
    return d != NULL;
}

bool aet_os_real(const char *path, char to[OS_PATH])
{
    char *real = realpath(path, NULL);
    bool fits = real && strlen(real) < OS_PATH;

    if (fits)
        memcpy(to, real, strlen(real) + 1);
    free(real);
    return fits;
}

size_t aet_os_leads(const char *path, char to[OS_PATH])
{
    ssize_t n = readlink(path, to, OS_PATH - 1);

    to[n > 0 ? n : 0] = '\0';
    return n > 0 ? (size_t)n : 0;
}

bool aet_os_separates(char c)
{
    return c == '/';
}

bool aet_os_absolute(const char *path)
{
    return aet_os_separates(*path);
}
