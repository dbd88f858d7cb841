/* What the fuzz targets share. A target is one file that defines LLVMFuzzerTestOneInput: under
 * clang libFuzzer calls it, elsewhere replay.c calls it on files. A broken promise of the library
 * aborts. */
#ifndef AET_TESTS_FUZZ_TARGET_H
#define AET_TESTS_FUZZ_TARGET_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/span.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(what)                                                             \
    do {                                                                       \
        if (!(what)) {                                                         \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #what); \
            abort();                                                           \
        }                                                                      \
    } while (0)

/* The first bytes of an input choose options: 'a' is the first choice of `n`, so that seeds can be
 * written and read by hand. */
static inline size_t take_choice(struct span *in, size_t n)
{
    unsigned char c = in->n ? (unsigned char)in->p[0] : 'a';

    *in = aet_span_from(*in, 1);
    return (size_t)(unsigned char)(c - 'a') % n;
}

/* Dice that fall the same way for the same input (xorshift). */
struct dice {
    uint64_t state;
};

static inline struct dice dice_of(struct span in)
{
    return (struct dice){ (uint64_t)aet_span_hash(in) | 1 };
}

static inline size_t throw_dice(struct dice *d, size_t sides)
{
    d->state ^= d->state << 13;
    d->state ^= d->state >> 7;
    d->state ^= d->state << 17;
    return (size_t)(d->state >> 33) % sides;
}

/* A copy with no byte to spare, so that a read beyond it is seen by AddressSanitizer. */
static inline char *exact_copy(struct span s)
{
    char *p = aet_malloc(s.n);

    if (s.n)
        memcpy(p, s.p, s.n);
    return p;
}

/* A file without a name that holds the input; written anew each time. The descriptor is the
 * caller's to read, not to close. */
int input_file(struct span in);

#endif
