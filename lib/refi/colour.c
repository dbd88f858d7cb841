/* Colours. */
#include "refi/colour.h"

#include <string.h>

/* Opacity is dropped: the schema has no place for it. */
static bool from_hex(struct span s, char out[8])
{
    size_t n = s.n == 5 ? 4 : s.n == 9 ? 7 : s.n;

    if ((n != 4 && n != 7) || s.p[0] != '#')
        return false;
    for (size_t i = 1; i < s.n; i++)
        if (!memchr("0123456789abcdefABCDEF", s.p[i], 22))
            return false;
    memcpy(out, s.p, n);
    out[n] = '\0';
    return true;
}

/* A whole number up to 255 at the head of `s`, blanks and one comma behind it. */
static bool take_byte(struct span *s, unsigned *value)
{
    size_t i = 0;

    *value = 0;
    *s = aet_span_trim(*s);
    for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9' && *value <= 255; i++)
        *value = *value * 10 + (unsigned)(s->p[i] - '0');
    if (!i || *value > 255)
        return false;
    *s = aet_span_trim(aet_span_from(*s, i));
    if (s->n && s->p[0] == ',')
        *s = aet_span_from(*s, 1);
    return true;
}

static bool from_numbers(struct span s, char out[8])
{
    static const char hex[] = "0123456789abcdef";
    unsigned part[3];

    if (s.n < 2 || s.p[s.n - 1] != ')')
        return false;
    s.n--;
    for (size_t i = 0; i < 3; i++)
        if (!take_byte(&s, &part[i]))
            return false;
    out[0] = '#';
    for (size_t i = 0; i < 3; i++) {
        out[1 + 2 * i] = hex[part[i] >> 4];
        out[2 + 2 * i] = hex[part[i] & 15];
    }
    out[7] = '\0';
    return true;
}

bool aet_refi_colour(struct span text, char out[8])
{
    text = aet_span_trim(text);
    if (aet_span_starts(text, AET_LIT("rgb(")))
        return from_numbers(aet_span_from(text, 4), out);
    if (aet_span_starts(text, AET_LIT("rgba(")))
        return from_numbers(aet_span_from(text, 5), out);
    return from_hex(text, out);
}
