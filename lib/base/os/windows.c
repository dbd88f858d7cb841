/* The system, where it is Windows: paths, errors and descriptors. Paths are handed on in UTF-16,
 * which alone holds every name. A file is opened so that others may read it, write it and take it
 * away, as they may elsewhere; one that another program keeps from us is told apart from one that
 * we may not touch. */
#include "base/os/os.h"
#include "base/os/windows.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdlib.h>

/* Units of a path that the system takes as it is. */
enum { SHORT_PATH = 240 };

/* ERROR_DISK_QUOTA_EXCEEDED, which some headers do not have. */
enum { QUOTA_EXCEEDED = 1295 };

static const struct {
    DWORD error;
    int number;
} errors[] = {
    { ERROR_FILE_NOT_FOUND, ENOENT },
    { ERROR_PATH_NOT_FOUND, ENOENT },
    { ERROR_INVALID_NAME, ENOENT },
    { ERROR_BAD_NETPATH, ENOENT },
    { ERROR_BAD_NET_NAME, ENOENT },
    { ERROR_INVALID_DRIVE, ENOENT },
    { ERROR_NOT_READY, ENXIO },
    { ERROR_ACCESS_DENIED, EACCES },
    { ERROR_NETWORK_ACCESS_DENIED, EACCES },
    { ERROR_PRIVILEGE_NOT_HELD, EPERM },
    { ERROR_WRITE_PROTECT, EROFS },
    { ERROR_SHARING_VIOLATION, ETXTBSY },
    { ERROR_LOCK_VIOLATION, ETXTBSY },
    { ERROR_USER_MAPPED_FILE, ETXTBSY },
    { ERROR_FILE_EXISTS, EEXIST },
    { ERROR_ALREADY_EXISTS, EEXIST },
    { ERROR_DISK_FULL, ENOSPC },
    { ERROR_HANDLE_DISK_FULL, ENOSPC },
    { QUOTA_EXCEEDED, EDQUOT },
    { ERROR_FILE_TOO_LARGE, EFBIG },
    { ERROR_TOO_MANY_OPEN_FILES, EMFILE },
    { ERROR_NOT_ENOUGH_MEMORY, ENOMEM },
    { ERROR_OUTOFMEMORY, ENOMEM },
    { ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG },
    { ERROR_BUFFER_OVERFLOW, ENAMETOOLONG },
    { ERROR_DIRECTORY, ENOTDIR },
    { ERROR_BROKEN_PIPE, EPIPE },
    { ERROR_NO_DATA, EPIPE },
    { ERROR_INVALID_HANDLE, EBADF },
    { ERROR_NOT_SUPPORTED, EOPNOTSUPP },
    { ERROR_INVALID_FUNCTION, EOPNOTSUPP },
    { ERROR_DIR_NOT_EMPTY, ENOTEMPTY },
    { ERROR_CANT_RESOLVE_FILENAME, ELOOP },
};

bool aet_windows_fails(void)
{
    DWORD error = GetLastError();

    errno = EIO;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].error == error)
            errno = errors[i].number;
    return false;
}

/* "C:\…" and "\\server\…" become what may be longer than the old limit. */
static bool lengthen(wchar_t path[WIDE])
{
    static const wchar_t mark[] = L"\\\\?\\", share[] = L"\\\\?\\UNC";
    wchar_t whole[WIDE];
    DWORD n = GetFullPathNameW(path, WIDE, whole, NULL);
    bool server = n > 1 && whole[0] == L'\\' && whole[1] == L'\\';
    const wchar_t *head = server ? share : mark;

    if (n == 0)
        return aet_windows_fails();
    if (n >= WIDE - 8) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (server && (whole[2] == L'?' || whole[2] == L'.'))
        return true;
    wcscpy(path, head);
    wcscat(path, server ? whole + 1 : whole);
    return true;
}

bool aet_windows_wide(const char *path, wchar_t to[WIDE])
{
    int n = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, to, WIDE);

    if (n == 0) {
        errno = GetLastError() == ERROR_INSUFFICIENT_BUFFER ? ENAMETOOLONG : ENOENT;
        return false;
    }
    return n < SHORT_PATH || lengthen(to);
}

size_t aet_windows_narrow(const wchar_t *from, char *to, size_t cap)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, from, -1, to, (int)cap, NULL, NULL);

    if (n == 0)
        errno = ENAMETOOLONG;
    return (size_t)n;
}

HANDLE aet_windows_handle(int fd)
{
    return (HANDLE)_get_osfhandle(fd);
}

HANDLE aet_windows_open(const char *path, DWORD access, DWORD how, DWORD flags)
{
    const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    wchar_t wide[WIDE];
    HANDLE h = INVALID_HANDLE_VALUE;

    if (!aet_windows_wide(path, wide))
        return h;
    h = CreateFileW(wide, access, share, NULL, how, flags, NULL);
    if (h == INVALID_HANDLE_VALUE)
        aet_windows_fails();
    return h;
}

static int descriptor(HANDLE h)
{
    int fd = h == INVALID_HANDLE_VALUE ? -1
                                       : _open_osfhandle((intptr_t)h, _O_BINARY | _O_NOINHERIT);

    if (fd < 0 && h != INVALID_HANDLE_VALUE)
        CloseHandle(h); /* errno is that of the table of descriptors */
    return fd;
}

static bool is_folder(const char *path)
{
    struct os_file f;

    return aet_os_look(path, &f) && f.kind == OS_FOLDER;
}

/* What aet_os_fd_path names. */
static int open_descriptor(const char *path)
{
    int fd = _dup(atoi(path + strlen("/dev/fd/")));

    return fd >= 0 && aet_os_seek(fd, 0) ? fd : -1;
}

int aet_os_open(const char *path, enum os_open how)
{
    DWORD access = how == OS_WRITE  ? GENERIC_WRITE
                   : how == OS_EDIT ? GENERIC_READ | GENERIC_WRITE
                                    : GENERIC_READ;
    int fd;

    if (strncmp(path, "/dev/fd/", strlen("/dev/fd/")) == 0)
        return open_descriptor(path);
    fd = descriptor(aet_windows_open(path, access, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL));
    if (fd < 0 && errno == EACCES && is_folder(path))
        errno = EISDIR;
    return fd;
}

/* DELETE: it may vanish. */
static int create(const char *path, DWORD flags)
{
    return descriptor(
        aet_windows_open(path, GENERIC_READ | GENERIC_WRITE | DELETE, CREATE_NEW, flags));
}

int aet_os_create(const char *path, unsigned mode)
{
    (void)mode;
    return create(path, FILE_ATTRIBUTE_NORMAL);
}

int aet_os_nameless(const char *folder, unsigned mode)
{
    (void)folder, (void)mode;
    errno = EOPNOTSUPP;
    return -1;
}

static int make_unique(char *path, DWORD flags)
{
    enum { TRIES = 1000, LETTERS = 6 };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    char *end = path + strlen(path) - LETTERS;

    for (unsigned i = 0; i < TRIES; i++) {
        uint64_t n = (aet_os_process() * TRIES + i) * UINT64_C(2654435761) ^ GetTickCount64();
        int fd;

        for (int k = 0; k < LETTERS; k++, n >>= 5)
            end[k] = letters[n & 31];
        fd = create(path, flags);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

int aet_os_unique(char *path)
{
    return make_unique(path, FILE_ATTRIBUTE_NORMAL);
}

int aet_os_temporary(void)
{
    wchar_t folder[MAX_PATH + 1];
    char path[OS_PATH];
    size_t n;

    if (GetTempPathW(MAX_PATH + 1, folder) == 0) {
        aet_windows_fails();
        return -1;
    }
    n = aet_windows_narrow(folder, path, sizeof path - sizeof "aet-XXXXXX");
    if (n == 0)
        return -1;
    memcpy(path + n - 1, "aet-XXXXXX", sizeof "aet-XXXXXX");
    return make_unique(path, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE);
}

int aet_os_close(int fd)
{
    return _close(fd);
}

static DWORD at_most(size_t n)
{
    const size_t most = (size_t)1 << 30;

    return (DWORD)(n < most ? n : most);
}

ssize_t aet_os_read(int fd, void *to, size_t n)
{
    DWORD got = 0;

    if (ReadFile(aet_windows_handle(fd), to, at_most(n), &got, NULL))
        return (ssize_t)got;
    if (GetLastError() == ERROR_BROKEN_PIPE || GetLastError() == ERROR_HANDLE_EOF)
        return 0;
    aet_windows_fails();
    return -1;
}

ssize_t aet_os_read_at(int fd, void *to, size_t n, uint64_t at)
{
    OVERLAPPED place = { .Offset = (DWORD)at, .OffsetHigh = (DWORD)(at >> 32) };
    int64_t before = aet_os_tell(fd);
    DWORD got = 0;
    bool ok = before >= 0 && ReadFile(aet_windows_handle(fd), to, at_most(n), &got, &place);

    if (!ok && before >= 0 && GetLastError() == ERROR_HANDLE_EOF)
        ok = true;
    else if (!ok && before >= 0)
        aet_windows_fails();
    return ok && aet_os_seek(fd, before) ? (ssize_t)got : -1;
}

ssize_t aet_os_write(int fd, const void *from, size_t n)
{
    DWORD put = 0;

    if (aet_windows_show(aet_windows_handle(fd), aet_span(from, n)))
        return (ssize_t)n;
    if (WriteFile(aet_windows_handle(fd), from, at_most(n), &put, NULL))
        return (ssize_t)put;
    aet_windows_fails();
    return -1;
}

int64_t aet_os_tell(int fd)
{
    LARGE_INTEGER none = { .QuadPart = 0 }, at;
    HANDLE h = aet_windows_handle(fd);

    if (GetFileType(h) == FILE_TYPE_DISK && SetFilePointerEx(h, none, &at, FILE_CURRENT))
        return at.QuadPart;
    errno = ESPIPE;
    return -1;
}

bool aet_os_seek(int fd, int64_t at)
{
    LARGE_INTEGER to = { .QuadPart = at };

    return SetFilePointerEx(aet_windows_handle(fd), to, NULL, FILE_BEGIN) || aet_windows_fails();
}

bool aet_os_sync(int fd)
{
    return FlushFileBuffers(aet_windows_handle(fd)) || aet_windows_fails();
}

int aet_os_twin(int fd)
{
    return _dup(fd);
}

bool aet_os_put_at(int fd, int at)
{
    return _dup2(fd, at) == 0;
}

void aet_os_fd_path(int fd, char path[OS_FD_PATH])
{
    snprintf(path, OS_FD_PATH, "/dev/fd/%d", fd);
}

void aet_os_wait_when_full(int fd)
{
    (void)fd; /* it always waits */
}

bool aet_os_closes_well(int fd)
{
    (void)fd; /* writing has said all */
    return true;
}

/* A byte far behind all content: a lock keeps others from reading what it covers. */
bool aet_os_lock(int fd)
{
    OVERLAPPED place = { .Offset = 0, .OffsetHigh = 0x7FFFFFFF };

    return LockFileEx(aet_windows_handle(fd), LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &place) ||
           aet_windows_fails();
}

bool aet_os_separates(char c)
{
    return c == '/' || c == '\\';
}

bool aet_os_absolute(const char *path)
{
    return aet_os_separates(*path) || (*path && path[1] == ':');
}
