/* Allocation that ends the process rather than return NULL. */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/os/os.h"

static void say_and_exit(void)
{
    aet_os_die(AET_LIT("aet: erreur: mémoire insuffisante (out of memory)\n"), 2);
}

static aet_alloc_handler *on_failure = say_and_exit;

void aet_alloc_on_failure(aet_alloc_handler *handler)
{
    on_failure = handler ? handler : say_and_exit;
}

_Noreturn void aet_alloc_refused(void)
{
    on_failure();
    abort(); /* a handler that returns is a mistake of ours */
}

static void *kept(void *p)
{
    if (!p)
        aet_alloc_refused();
    return p;
}

void *aet_malloc(size_t size)
{
    return kept(malloc(size ? size : 1));
}

void *aet_calloc(size_t count, size_t size)
{
    return kept(calloc(count ? count : 1, size ? size : 1));
}

void *aet_realloc(void *p, size_t size)
{
    return kept(realloc(p, size ? size : 1));
}

void *aet_reallocarray(void *p, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        aet_alloc_refused();
    return aet_realloc(p, count * size);
}

void aet_free(void *p)
{
    free(p);
}

char *aet_span_dup(struct span s)
{
    char *p = aet_malloc(s.n + 1);

    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return p;
}

void *aet_grow(void *items, size_t *cap, size_t used, size_t size)
{
    if (used < *cap)
        return items;
    *cap = *cap ? *cap * 2 : 8;
    return aet_reallocarray(items, *cap, size);
}
