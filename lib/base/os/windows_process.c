/* The system, where it is Windows: the process, its arguments, and consoles. */
#include "base/os/os.h"
#include "base/os/windows.h"

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
#include <stdlib.h>

#ifndef ENABLE_VIRTUAL_TERMINAL_PROCESSING
#define ENABLE_VIRTUAL_TERMINAL_PROCESSING 4
#endif

static bool is_console(HANDLE h)
{
    DWORD mode;

    return GetConsoleMode(h, &mode);
}

/* Nothing can be put together yet. */
static void *must_have(void *p)
{
    if (!p)
        aet_os_die(AET_LIT("aet: erreur: mémoire insuffisante (out of memory)\n"), 2);
    return p;
}

static char *kept_narrow(const wchar_t *wide)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = must_have(malloc((size_t)n + 1));

    text[0] = '\0';
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, n, NULL, NULL);
    return text;
}

/* The arguments as they were given; those that the C library makes hold the characters of one code
 * page alone. They stand as long as the process does. */
static void take_arguments(int *argc, char ***argv)
{
    int n;
    wchar_t **wide = must_have(CommandLineToArgvW(GetCommandLineW(), &n));
    char **all = must_have(calloc((size_t)n + 1, sizeof *all));

    for (int i = 0; i < n; i++)
        all[i] = kept_narrow(wide[i]);
    LocalFree(wide);
    *argc = n;
    *argv = all;
}

/* Variables of ours, and those that name the folder of somebody's own, in UTF-8. */
static void take_variables(void)
{
    wchar_t *all = must_have(GetEnvironmentStringsW());

    for (const wchar_t *one = all; *one; one += wcslen(one) + 1)
        if (wcsncmp(one, L"AET_", 4) == 0 || wcsncmp(one, L"APPDATA=", 8) == 0 ||
            wcsncmp(one, L"HOME=", 5) == 0)
            (void)_putenv(kept_narrow(one));
    FreeEnvironmentStringsW(all);
}

/* Who has not chosen a language has that of Windows. */
static void take_language(void)
{
    if (getenv("LC_ALL") || getenv("LC_MESSAGES") || getenv("LANG"))
        return;
    (void)_putenv(PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_ENGLISH ? "LANG=en"
                                                                            : "LANG=fr");
}

static void guard(int fd)
{
    intptr_t h = _get_osfhandle(fd);
    int null;

    if ((HANDLE)h != INVALID_HANDLE_VALUE && h != -2) {
        _setmode(fd, _O_BINARY);
        return;
    }
    null = _open("NUL", (fd == OS_STDIN ? _O_WRONLY : _O_RDONLY) | _O_BINARY);
    if (null < 0 || (null != fd && _dup2(null, fd) < 0))
        _exit(2);
    if (null != fd)
        _close(null);
}

void aet_os_begin(int *argc, char ***argv)
{
    SetErrorMode(SEM_FAILCRITICALERRORS); /* a drive without a disk is no window to click on */
    for (int fd = OS_STDIN; fd <= OS_STDERR; fd++)
        guard(fd);
    take_arguments(argc, argv);
    take_variables();
    take_language();
}

/* What guard() put there cannot be written to. */
bool aet_os_stands_in(int fd)
{
    DWORD put;

    return !WriteFile(aet_windows_handle(fd), "", 0, &put, NULL) &&
           GetLastError() == ERROR_ACCESS_DENIED;
}

bool aet_windows_show(HANDLE h, struct span text)
{
    enum { PIECE = 4096 };
    wchar_t wide[PIECE];

    if (!is_console(h))
        return false;
    while (text.n) {
        size_t k = text.n < PIECE ? text.n : PIECE;
        DWORD shown;
        int n;

        while (k < text.n && k > 1 && (text.p[k] & 0xC0) == 0x80)
            k--; /* whole characters */
        n = MultiByteToWideChar(CP_UTF8, 0, text.p, (int)k, wide, PIECE);
        if (!WriteConsoleW(h, wide, (DWORD)n, &shown, NULL))
            break;
        text = aet_span_from(text, k);
    }
    return true;
}

void aet_os_say(FILE *to, struct span text)
{
    fflush(to);
    if (text.n && !aet_windows_show(aet_windows_handle(_fileno(to)), text))
        fwrite(text.p, 1, text.n, to);
}

_Noreturn void aet_os_die(struct span line, int status)
{
    HANDLE h = aet_windows_handle(OS_STDERR);
    DWORD put;

    if (!aet_windows_show(h, line))
        (void)WriteFile(h, line.p, (DWORD)line.n, &put, NULL);
    _exit(status);
}

void aet_os_end_as_a_filter(void)
{
    _exit(2);
}

/* Nobody can be kept from ending a process. */
void aet_os_undisturbed(void (*work)(void *), void *context)
{
    work(context);
}

void aet_os_keep_secret(void)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); /* no report of a crash */
}

uint64_t aet_os_process(void)
{
    return GetCurrentProcessId();
}

size_t aet_os_processors(void)
{
    DWORD n = GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);

    return n ? n : 1;
}

double aet_os_clock(void)
{
    return (double)GetTickCount64() / 1e3;
}

/* One that understands colours, which those of Windows 10 do once they are asked to. */
bool aet_os_terminal(int fd)
{
    HANDLE h = aet_windows_handle(fd);
    DWORD mode;

    if (!GetConsoleMode(h, &mode))
        return false;
    return fd == OS_STDIN || SetConsoleMode(h, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

size_t aet_os_width(int fd)
{
    CONSOLE_SCREEN_BUFFER_INFO i;

    if (!GetConsoleScreenBufferInfo(aet_windows_handle(fd), &i))
        return 0;
    return (size_t)(i.srWindow.Right - i.srWindow.Left + 1);
}
