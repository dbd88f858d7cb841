/* How many threads a program begins, or is refused: preloaded, it says one line of each on standard
 * error; with AET_SANS_FILS it refuses them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

int pthread_create(pthread_t *t, const pthread_attr_t *how, void *(*run)(void *), void *of)
{
    void *symbol = dlsym(RTLD_NEXT, "pthread_create");
    create *next;

    fputs("fil\n", stderr);
    if (getenv("AET_SANS_FILS"))
        return EAGAIN;
    memcpy(&next, &symbol, sizeof next); /* ISO C knows no other way */
    return next(t, how, run, of);
}
