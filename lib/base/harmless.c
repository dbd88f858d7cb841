/* Making text from outside harmless. */
#include "base/harmless.h"

#include "base/utf8.h"

bool aet_obeyed(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

uint32_t aet_character(struct span s, size_t *length, bool *good)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t n = p[0] < 0xC0 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    uint32_t c;

    *good = n <= s.n && aet_utf8_bad(aet_span(s.p, n)) == n;
    *length = *good ? n : 1;
    if (!*good || n == 1)
        return p[0];
    c = p[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++)
        c = c << 6 | (p[i] & 0x3Fu);
    return c;
}

/* A Latin, Greek, Cyrillic or Hebrew letter, of which none is obeyed (U+00C0 to U+05FF). */
static bool is_letter_pair(const char *p)
{
    unsigned char lead = (unsigned char)p[0], next = (unsigned char)p[1];

    return lead >= 0xC3 && lead <= 0xD7 && next >= 0x80 && next < 0xC0;
}

/* Bytes at the head that stand for themselves, whatever is done with the others. */
static size_t plain(struct span s)
{
    size_t n = 0;

    while (n < s.n) {
        if (s.p[n] >= 0x20 && s.p[n] < 0x7F && s.p[n] != '"' && s.p[n] != '\\')
            n++;
        else if (n + 1 < s.n && is_letter_pair(s.p + n))
            n += 2;
        else
            break;
    }
    return n;
}

/* Those that no text may hold: U+FDD0 to U+FDEF, and the last two of each plane. */
static bool is_noncharacter(uint32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static void hex(struct buf *out, uint32_t c, int digits, const char *signs)
{
    while (digits--)
        aet_buf_char(out, signs[c >> 4 * digits & 15]);
}

static void put_shown(struct buf *out, struct span one, uint32_t c, bool good)
{
    static const char signs[] = "0123456789ABCDEF";

    if (!good) {
        aet_buf_str(out, "\\x");
        hex(out, c, 2, signs);
    } else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) {
        aet_buf_char(out, ' ');
    } else if (aet_obeyed(c) || is_noncharacter(c)) {
        aet_buf_str(out, c > 0xFFFF ? "\\U" : "\\u");
        hex(out, c, c > 0xFFFF ? 8 : 4, signs);
    } else {
        aet_buf_span(out, one);
    }
}

static void put_lines(struct buf *out, struct span one, uint32_t c, bool good)
{
    if (c == '\n')
        aet_buf_char(out, '\n');
    else
        put_shown(out, one, c, good);
}

/* What stands after the backslash of a short escape, or NUL. */
static char json_letter(uint32_t c)
{
    if (c == '"' || c == '\\')
        return (char)c;
    return c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : '\0';
}

static void put_json(struct buf *out, struct span one, uint32_t c, bool good)
{
    static const char signs[] = "0123456789abcdef";
    char letter = json_letter(c);

    if (!good) {
        aet_buf_str(out, "\\\\x");
        hex(out, c, 2, "0123456789ABCDEF");
    } else if (letter) {
        aet_buf_char(out, '\\');
        aet_buf_char(out, letter);
    } else if (aet_obeyed(c)) {
        aet_buf_str(out, "\\u");
        hex(out, c, 4, signs);
    } else {
        aet_buf_span(out, one);
    }
}

static void put_all(struct buf *out, struct span text,
                    void (*put)(struct buf *, struct span, uint32_t, bool))
{
    while (text.n) {
        size_t length = plain(text);

        aet_buf_add(out, text.p, length);
        text = aet_span_from(text, length);
        if (text.n) {
            bool good;
            uint32_t c = aet_character(text, &length, &good);

            put(out, aet_span(text.p, length), c, good);
            text = aet_span_from(text, length);
        }
    }
}

void aet_harmless(struct buf *out, struct span text)
{
    put_all(out, text, put_shown);
}

void aet_harmless_lines(struct buf *out, struct span text)
{
    put_all(out, text, put_lines);
}

void aet_harmless_json(struct buf *out, struct span text)
{
    aet_buf_char(out, '"');
    put_all(out, text, put_json);
    aet_buf_char(out, '"');
}
