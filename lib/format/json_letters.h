/* The letters of a JSON string, eight at a time. */
#ifndef AET_FORMAT_JSON_LETTERS_H
#define AET_FORMAT_JSON_LETTERS_H

#include <stdint.h>
#include <string.h>

/* High bits where a byte is a quote, a backslash or a control character; a byte behind such a one
 * may be marked as well. */
static inline uint64_t aet_json_stops(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t quote = w ^ (ones * '"'), slash = w ^ (ones * '\\');

    return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((w - ones * 0x20) & ~w)) &
           high;
}

/* The next byte that is no letter: a quote, a backslash, a control character, or the end. */
static inline const char *aet_json_letters(const char *at, const char *end)
{
    uint64_t eight;

    for (; end - at >= 8; at += 8) {
        memcpy(&eight, at, 8);
        if (aet_json_stops(eight))
            break;
    }
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
        at++;
    return at;
}

#endif
