/* The letters of a JSON string, eight at a time. */
#ifndef AET_FORMAT_JSON_LETTERS_H
#define AET_FORMAT_JSON_LETTERS_H

#include "format/eight.h"

/* The next byte that is no letter: a quote, a backslash, a control character, or the end. */
static inline const char *aet_json_letters(const char *at, const char *end)
{
    for (; end - at >= 8; at += 8) {
        uint64_t w = aet_eight(at);
        uint64_t stops = aet_eight_is(w, '"') | aet_eight_is(w, '\\') | aet_eight_under(w, 0x20);

        if (stops)
            return at + aet_eight_first(stops);
    }
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
        at++;
    return at;
}

#endif
