/* Sixty-four bytes of a text at once: which of them are a certain byte, or less, or beyond ASCII,
 * as the bits of one number, the first byte in the lowest. */
#ifndef AET_BASE_LANES_H
#define AET_BASE_LANES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { LANES = 64 };

#if defined __GNUC__ && defined __SSE2__

typedef unsigned char lanes16 __attribute__((vector_size(16)));
typedef char lanes16_marks __attribute__((vector_size(16)));

struct lanes {
    lanes16 v[4];
};

static inline struct lanes aet_lanes(const char *at)
{
    struct lanes l;

    memcpy(&l, at, sizeof l);
    return l;
}

static inline lanes16 aet_lanes_all(unsigned char c)
{
    return (lanes16){ c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c };
}

/* The high bits of all. */
static inline uint64_t aet_lanes_high(const struct lanes *l)
{
    uint64_t marks = 0;

    for (int i = 0; i < 4; i++) {
        unsigned of = (unsigned)__builtin_ia32_pmovmskb128((lanes16_marks)l->v[i]);

        marks |= (uint64_t)of << 16 * i;
    }
    return marks;
}

static inline uint64_t aet_lanes_is(const struct lanes *l, char c)
{
    const lanes16 k = aet_lanes_all((unsigned char)c);
    struct lanes m;

    for (int i = 0; i < 4; i++)
        m.v[i] = (lanes16)(l->v[i] == k);
    return aet_lanes_high(&m);
}

/* At most `c`. */
static inline uint64_t aet_lanes_upto(const struct lanes *l, unsigned char c)
{
    const lanes16 k = aet_lanes_all(c);
    struct lanes m;

    for (int i = 0; i < 4; i++)
        m.v[i] = (lanes16)(l->v[i] <= k);
    return aet_lanes_high(&m);
}

#else

struct lanes {
    unsigned char b[LANES];
};

static inline struct lanes aet_lanes(const char *at)
{
    struct lanes l;

    memcpy(l.b, at, LANES);
    return l;
}

static inline uint64_t aet_lanes_is(const struct lanes *l, char c)
{
    uint64_t marks = 0;

    for (int i = 0; i < LANES; i++)
        marks |= (uint64_t)(l->b[i] == (unsigned char)c) << i;
    return marks;
}

static inline uint64_t aet_lanes_upto(const struct lanes *l, unsigned char c)
{
    uint64_t marks = 0;

    for (int i = 0; i < LANES; i++)
        marks |= (uint64_t)(l->b[i] <= c) << i;
    return marks;
}

static inline uint64_t aet_lanes_high(const struct lanes *l)
{
    uint64_t marks = 0;

    for (int i = 0; i < LANES; i++)
        marks |= (uint64_t)(l->b[i] >> 7) << i;
    return marks;
}

#endif

/* A text of less than that, and zeros behind it. */
struct lanes aet_lanes_short(const char *from, size_t n);

/* Those of a text that goes from `from` to `end`, with `at` among them unless it is the end; none
 * is beyond the end. They begin at *window. */
static inline struct lanes aet_lanes_within(const char *from, const char *at, const char *end,
                                            const char **window)
{
    if (end - from < LANES) {
        *window = from;
        return aet_lanes_short(from, (size_t)(end - from));
    }
    *window = end - at >= LANES ? at : end - LANES;
    return aet_lanes(*window);
}

/* Which lane the first mark is of; there is one. */
static inline size_t aet_lanes_first(uint64_t marks)
{
#ifdef __GNUC__
    return (size_t)__builtin_ctzll(marks);
#else
    size_t n = 0;

    for (; !(marks & 1); marks >>= 1)
        n++;
    return n;
#endif
}

#endif
