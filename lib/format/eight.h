/* Eight bytes of a text at once, to find those that end a cell or a string. */
#ifndef AET_FORMAT_EIGHT_H
#define AET_FORMAT_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define AET_EIGHT_ONES UINT64_C(0x0101010101010101)
#define AET_EIGHT_HIGH UINT64_C(0x8080808080808080)

/* The first in the lowest bits, whatever the machine. */
static inline uint64_t aet_eight(const char *at)
{
    uint64_t w;

    memcpy(&w, at, sizeof w);
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    w = __builtin_bswap64(w);
#endif
    return w;
}

/* Marks where they are `c`, or less than `c` (up to 0x80); the bytes behind the first mark may be
 * marked without cause, since what is subtracted borrows from them. */
static inline uint64_t aet_eight_is(uint64_t w, char c)
{
    uint64_t zero = w ^ (AET_EIGHT_ONES * (unsigned char)c);

    return (zero - AET_EIGHT_ONES) & ~zero & AET_EIGHT_HIGH;
}

static inline uint64_t aet_eight_under(uint64_t w, unsigned char c)
{
    return (w - AET_EIGHT_ONES * c) & ~w & AET_EIGHT_HIGH;
}

/* Which byte the first mark is of; there is one. */
static inline size_t aet_eight_first(uint64_t marks)
{
#ifdef __GNUC__
    return (size_t)__builtin_ctzll(marks) / 8;
#else
    size_t n = 0;

    for (; !(marks & 0x80); marks >>= 8)
        n++;
    return n;
#endif
}

#endif
