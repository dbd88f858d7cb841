/* UTF-8 checks, written for text that is mostly ASCII with French accents. */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/lanes.h"

/* Length of the well-formed sequence that begins with a byte over 0x7F, or 0. */
static size_t sequence(const unsigned char *p, size_t left)
{
    unsigned char a = p[0];
    unsigned char low = 0x80, high = 0xBF;
    size_t len;

    if (a < 0xC2 || a > 0xF4)
        return 0;
    len = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
    if (a == 0xE0)
        low = 0xA0;
    else if (a == 0xED)
        high = 0x9F;
    else if (a == 0xF0)
        low = 0x90;
    else if (a == 0xF4)
        high = 0x8F;
    if (left < len || p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

/* The common case: U+00C0 to U+00FF. */
static bool accented(const unsigned char *p, size_t left)
{
    return left > 1 && p[0] == 0xC3 && (p[1] & 0xC0) == 0x80;
}

/* Where a window begins, and which of its bytes are looked at one by one: those beyond ASCII, and
 * NUL where it is none of the text. */
static uint64_t marks_of(struct span s, const char *at, bool nul, const char **window)
{
    struct lanes l = aet_lanes_within(s.p, at, s.p + s.n, window);
    uint64_t marks = aet_lanes_high(&l) | (nul ? aet_lanes_is(&l, '\0') : 0);
    size_t left = (size_t)(s.p + s.n - *window);

    if (left < LANES)
        marks &= ((uint64_t)1 << left) - 1;
    return marks & UINT64_MAX << (at - *window);
}

static size_t first_bad(struct span s, bool nul)
{
    const char *at = s.p, *end = s.p + s.n, *window;

    while (at < end) {
        uint64_t marks = marks_of(s, at, nul, &window);

        while (marks) {
            const unsigned char *p;
            size_t left, len;

            at = window + aet_lanes_first(marks);
            p = (const unsigned char *)at;
            left = (size_t)(end - at);
            len = accented(p, left) ? 2 : sequence(p, left);
            if (!len)
                return (size_t)(at - s.p);
            at += len;
            marks = at - window < LANES ? marks & UINT64_MAX << (at - window) : 0;
        }
        if (end - window <= LANES)
            break;
        if (at < window + LANES)
            at = window + LANES;
    }
    return s.n;
}

size_t aet_utf8_bad(struct span s)
{
    return first_bad(s, false);
}

size_t aet_utf8_bad_or_nul(struct span s)
{
    return first_bad(s, true);
}

size_t aet_utf8_count(struct span s)
{
    size_t count = 0;

    for (size_t i = 0; i < s.n; i++)
        count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return count;
}

/* Width of the character at s.p[0]; its length goes to *len. */
static size_t width_at(struct span s, size_t *len)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c);

    if (n <= 0) {
        *len = 1;
        return 1;
    }
    *len = (size_t)n;
    return (size_t)utf8proc_charwidth(c);
}

size_t aet_utf8_width(struct span s)
{
    size_t width = 0, len;

    while (s.n) {
        width += width_at(s, &len);
        s = aet_span_from(s, len);
    }
    return width;
}

struct span aet_utf8_fit(struct span s, size_t width)
{
    struct span rest = s;
    size_t used = 0, len;

    while (rest.n) {
        size_t w = width_at(rest, &len);

        if (used + w > width)
            break;
        used += w;
        rest = aet_span_from(rest, len);
    }
    return aet_span(s.p, s.n - rest.n);
}

size_t aet_utf8_between(struct span s)
{
    unsigned char b = (unsigned char)s.p[0];
    utf8proc_int32_t c;
    utf8proc_ssize_t n;

    if (b < 0x80)
        return !((b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z'));
    n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c);
    if (n <= 0)
        return 0;
    if (c == 0x2B9 || c == 0x2BB || c == 0x2BC ||
        c == 0x2C8) /* apostrophes that pass for letters */
        return (size_t)n;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
        return 0;
    default:
        return (size_t)n;
    }
}

size_t aet_utf8_blank(struct span s)
{
    if (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
        return 1;
    if (aet_span_starts(s, AET_LIT("\xC2\xA0")))
        return 2;
    return aet_span_starts(s, AET_LIT("\xE2\x80\xAF")) ? 3 : 0;
}

size_t aet_utf8_blank_end(struct span s)
{
    for (size_t n = 1; n <= 3 && n <= s.n; n++)
        if (aet_utf8_blank(aet_span(s.p + s.n - n, n)) == n)
            return n;
    return 0;
}

bool aet_utf8_capital(struct span s)
{
    utf8proc_int32_t c;

    if (utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c) <= 0)
        return false;
    return utf8proc_category(c) == UTF8PROC_CATEGORY_LU ||
           utf8proc_category(c) == UTF8PROC_CATEGORY_LT;
}

void aet_utf8_within_sentence(struct span s, struct buf *out)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c);
    utf8proc_uint8_t small[4];

    if (n > 0 && !((size_t)n < s.n && aet_utf8_capital(aet_span_from(s, (size_t)n)))) {
        aet_buf_add(out, small, (size_t)utf8proc_encode_char(utf8proc_tolower(c), small));
        s = aet_span_from(s, (size_t)n);
    }
    aet_buf_span(out, s);
}
