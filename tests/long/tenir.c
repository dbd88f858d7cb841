/* Keeps a file open as Excel does: others may read it, not write or replace it.
 */
#include <stdio.h>
#include <windows.h>

int wmain(int n, wchar_t **argv)
{
    HANDLE h = n == 2 ? CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL,
                                    OPEN_EXISTING, 0, NULL)
                      : INVALID_HANDLE_VALUE;

    if (h == INVALID_HANDLE_VALUE)
        return 2;
    puts("tenu");
    fflush(stdout);
    getchar();
    return 0;
}
