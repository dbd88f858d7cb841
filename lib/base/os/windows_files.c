/* The system, where it is Windows: files and folders. Who owns a file, and who may read it, is left
 * to the folder that it is in. */
#include "base/os/os.h"
#include "base/os/windows.h"

#include <errno.h>
#include <stdlib.h>

/* Those of the file system on which Windows keeps time: 100 ns since 1601. */
static void describe(const BY_HANDLE_FILE_INFORMATION *i, struct os_file *f)
{
    uint64_t written = (uint64_t)i->ftLastWriteTime.dwHighDateTime << 32 |
                       i->ftLastWriteTime.dwLowDateTime;
    bool folder = i->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY;

    *f = (struct os_file){
        .kind = folder ? OS_FOLDER : OS_FILE,
        .mode = folder ? 0700 : 0600,
        .device = i->dwVolumeSerialNumber,
        .number = (uint64_t)i->nFileIndexHigh << 32 | i->nFileIndexLow,
        .size = (uint64_t)i->nFileSizeHigh << 32 | i->nFileSizeLow,
        .seconds = (int64_t)(written / 10000000),
        .fractions = (int64_t)(written % 10000000),
    };
}

static bool look_at(HANDLE h, struct os_file *f)
{
    BY_HANDLE_FILE_INFORMATION i;

    *f = (struct os_file){ .kind = OS_OTHER };
    SetLastError(NO_ERROR);
    switch (GetFileType(h)) {
    case FILE_TYPE_DISK:
        if (!GetFileInformationByHandle(h, &i))
            return aet_windows_fails();
        describe(&i, f);
        return true;
    case FILE_TYPE_UNKNOWN:
        return GetLastError() == NO_ERROR || aet_windows_fails();
    default:
        return true;
    }
}

bool aet_os_look_at(int fd, struct os_file *f)
{
    return look_at(aet_windows_handle(fd), f);
}

bool aet_os_look(const char *path, struct os_file *f)
{
    HANDLE h;
    bool found;

    if (strncmp(path, "/dev/fd/", strlen("/dev/fd/")) == 0)
        return aet_os_look_at(atoi(path + strlen("/dev/fd/")), f);
    h = aet_windows_open(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS); /* folders too */
    if (h == INVALID_HANDLE_VALUE)
        return false;
    found = look_at(h, f);
    CloseHandle(h);
    return found;
}

bool aet_os_same(const struct os_file *a, const struct os_file *b)
{
    return a->device == b->device && a->number == b->number;
}

static bool opens(const char *path, DWORD access)
{
    HANDLE h = aet_windows_open(path, access, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL);

    if (h == INVALID_HANDLE_VALUE)
        return false;
    CloseHandle(h);
    return true;
}

bool aet_os_may_read(const char *path)
{
    return opens(path, GENERIC_READ);
}

bool aet_os_may_write(const char *path)
{
    return opens(path, GENERIC_WRITE | DELETE);
}

bool aet_os_take_after(int fd, const struct os_file *old)
{
    (void)fd, (void)old;
    return true;
}

bool aet_os_own(int fd)
{
    (void)fd;
    return true;
}

static bool set_vanishing(int fd, bool vanishing)
{
    FILE_DISPOSITION_INFO info = { vanishing };

    return SetFileInformationByHandle(aet_windows_handle(fd), FileDispositionInfo, &info,
                                      sizeof info) ||
           aet_windows_fails();
}

/* It keeps its name, which nobody else can open, until it is closed. */
bool aet_os_vanish(int fd, const char *path)
{
    (void)path;
    return set_vanishing(fd, true);
}

bool aet_os_reappear(int fd)
{
    return set_vanishing(fd, false);
}

bool aet_os_name(int fd, const char *path)
{
    (void)fd, (void)path;
    errno = EOPNOTSUPP;
    return false;
}

bool aet_os_link(const char *from, const char *to)
{
    wchar_t one[WIDE], other[WIDE];

    return aet_windows_wide(from, one) && aet_windows_wide(to, other) &&
           (CreateHardLinkW(other, one, NULL) || aet_windows_fails());
}

/* Who has a file open that another one is to replace makes Windows say that access is denied:
 * opening it says why. */
bool aet_os_replace(const char *from, const char *to)
{
    wchar_t one[WIDE], other[WIDE];

    if (!aet_windows_wide(from, one) || !aet_windows_wide(to, other))
        return false;
    if (MoveFileExW(one, other, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return true;
    aet_windows_fails();
    if (errno == EACCES && !aet_os_may_write(to) && errno != ETXTBSY)
        errno = EACCES;
    return false;
}

bool aet_os_remove(const char *path)
{
    wchar_t wide[WIDE];

    return aet_windows_wide(path, wide) && (DeleteFileW(wide) || aet_windows_fails());
}

bool aet_os_make_folder(const char *path)
{
    wchar_t wide[WIDE];

    return aet_windows_wide(path, wide) && (CreateDirectoryW(wide, NULL) || aet_windows_fails());
}

void aet_os_remove_folder(const char *path)
{
    wchar_t wide[WIDE];

    if (aet_windows_wide(path, wide))
        (void)RemoveDirectoryW(wide);
}

bool aet_os_sync_folder(const char *path)
{
    (void)path; /* a name is written through as it is given */
    return true;
}

bool aet_os_each(const char *folder, bool (*visit)(void *context, const char *name), void *context)
{
    char name[OS_PATH];
    wchar_t wide[WIDE];
    WIN32_FIND_DATAW found;
    HANDLE h;

    if (snprintf(name, sizeof name, "%s/*", folder) >= (int)sizeof name ||
        !aet_windows_wide(name, wide))
        return false;
    h = FindFirstFileW(wide, &found);
    if (h == INVALID_HANDLE_VALUE)
        return aet_windows_fails();
    while (!aet_windows_narrow(found.cFileName, name, sizeof name) || visit(context, name))
        if (!FindNextFileW(h, &found))
            break;
    FindClose(h);
    return true;
}

bool aet_os_real(const char *path, char to[OS_PATH])
{
    static const wchar_t mark[] = L"\\\\?\\";
    HANDLE h = aet_windows_open(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    wchar_t wide[WIDE];
    DWORD n;

    if (h == INVALID_HANDLE_VALUE)
        return false;
    n = GetFinalPathNameByHandleW(h, wide, WIDE, FILE_NAME_NORMALIZED);
    CloseHandle(h);
    if (n == 0 || n >= WIDE) {
        errno = ENAMETOOLONG;
        return false;
    }
    /* "\\?\C:\…" is "C:\…"; what is on a server keeps its mark */
    return aet_windows_narrow(wcsncmp(wide, mark, 4) == 0 && wide[5] == L':' ? wide + 4 : wide, to,
                              OS_PATH);
}

size_t aet_os_leads(const char *path, char to[OS_PATH])
{
    (void)path; /* a link to what is not there is written over */
    to[0] = '\0';
    return 0;
}
