/* What the files of Windows share: UTF-16, and errors. */
#ifndef AET_BASE_OS_WINDOWS_H
#define AET_BASE_OS_WINDOWS_H

#include <stdbool.h>

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "base/must.h"
#include "base/span.h"

/* A path in UTF-16: 32,767 units are the most that the system takes. */
enum { WIDE = 32768 };

/* False with errno: no UTF-8, or too long. A long path is made one that may be long. */
AET_MUST bool aet_windows_wide(const char *path, wchar_t to[WIDE]);

/* What is open at a descriptor. */
HANDLE aet_windows_handle(int fd);

/* Open, so that others may read it, write it and take it away. INVALID_HANDLE_VALUE with errno. */
AET_MUST HANDLE aet_windows_open(const char *path, DWORD access, DWORD how, DWORD flags);

/* UTF-16 as UTF-8: its bytes with the NUL that ends it; 0 with errno when it does not fit. */
size_t aet_windows_narrow(const wchar_t *from, char *to, size_t cap);

/* Text on a console, which shows UTF-16; of a character that is cut nothing good comes. False: it
 * is no console. */
bool aet_windows_show(HANDLE h, struct span text);

/* errno becomes what our words are for, of GetLastError(). Always false. */
bool aet_windows_fails(void);

#endif
