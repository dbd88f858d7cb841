/* An allocator that refuses once: preloaded, it fails the allocation whose number stands in
 * AET_REFUSE, counted from 1. With AET_REFUSE=0 it refuses nothing; the count goes, as a line, to
 * the descriptor AET_COUNT. It calls glibc's own entry points, so that nothing recurses. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *p, size_t size);

static unsigned long done, refused;
static int ready;

static int refuse(void)
{
    if (!ready) {
        const char *n = getenv("AET_REFUSE");

        ready = 1;
        refused = n ? strtoul(n, NULL, 10) : 0;
    }
    if (++done != refused)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return refuse() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return refuse() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
    return refuse() ? NULL : __libc_realloc(p, size);
}

__attribute__((destructor)) static void tell(void)
{
    char digits[24];
    size_t n = sizeof digits;
    unsigned long v = done;

    if (!getenv("AET_COUNT"))
        return;
    digits[--n] = '\n';
    do
        digits[--n] = (char)('0' + v % 10);
    while (v /= 10);
    if (write(atoi(getenv("AET_COUNT")), digits + n, sizeof digits - n) < 0)
        return;
}
