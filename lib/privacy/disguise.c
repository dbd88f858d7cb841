/* Other alphabets, entities, addresses. */
#include "privacy/disguise.h"

#include "base/utf8.h"

/* By its second form, what a small letter looks like. */
static const char *const alike[][2] = {
    { "а", "a" }, { "в", "b" }, { "с", "c" }, { "е", "e" }, { "н", "h" }, { "і", "i" },
    { "ј", "j" }, { "к", "k" }, { "м", "m" }, { "о", "o" }, { "р", "p" }, { "ѕ", "s" },
    { "т", "t" }, { "у", "y" }, { "х", "x" }, { "ԁ", "d" }, { "ո", "n" }, { "ӏ", "l" },
    { "α", "a" }, { "β", "b" }, { "ε", "e" }, { "η", "h" }, { "ι", "i" }, { "κ", "k" },
    { "μ", "m" }, { "ν", "n" }, { "ο", "o" }, { "ρ", "p" }, { "τ", "t" }, { "υ", "y" },
    { "χ", "x" }, { "ζ", "z" }, { "ı", "i" },
};

/* The Latin letter that the character at the head looks like, or NUL. */
static char latin_of(struct span s)
{
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (aet_span_starts(s, aet_span_z(alike[i][0])))
            return *alike[i][1];
    return '\0';
}

void aet_liken(struct buf *folded, size_t from)
{
    size_t to = from;

    for (size_t i = from; i < folded->n;) {
        unsigned char lead = (unsigned char)folded->p[i];
        char c = lead < 0xC4 || lead > 0xD5 ? '\0'
                                            : latin_of(aet_span(folded->p + i, folded->n - i));

        folded->p[to++] = c ? c : folded->p[i];
        i += c ? 2 : 1;
    }
    folded->n = to;
}

/* Entities of letters: a base letter and what it bears, as combining marks; those that are no such
 * pair are spelt out. */
static const char *const marks[][2] = { { "acute", "\xCC\x81" }, { "grave", "\xCC\x80" },
                                        { "circ", "\xCC\x82" },  { "uml", "\xCC\x88" },
                                        { "cedil", "\xCC\xA7" }, { "tilde", "\xCC\x83" } };
static const char *const whole[][2] = { { "oelig", "œ" }, { "OElig", "Œ" },       { "aelig", "æ" },
                                        { "AElig", "Æ" }, { "nbsp", "\xC2\xA0" }, { "rsquo", "’" },
                                        { "apos", "'" } };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void put_utf8(struct buf *out, unsigned long c)
{
    if (c < 0x80) {
        aet_buf_char(out, (char)c);
    } else if (c < 0x800) {
        aet_buf_char(out, (char)(0xC0 | c >> 6));
        aet_buf_char(out, (char)(0x80 | (c & 0x3F)));
    } else {
        aet_buf_char(out, (char)(0xE0 | c >> 12));
        aet_buf_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
        aet_buf_char(out, (char)(0x80 | (c & 0x3F)));
    }
}

/* `#233` or `#xE9`: a character of words, below the surrogates. */
static bool put_numbered(struct span name, struct buf *out)
{
    bool hex = name.n > 1 && (name.p[1] | 32) == 'x';
    unsigned long c = 0;

    for (size_t i = hex ? 2 : 1; i < name.n; i++) {
        char d = name.p[i];
        int v = d >= '0' && d <= '9' ? d - '0' : hex && is_letter(d) ? (d | 32) - 'a' + 10 : 99;

        if (v >= (hex ? 16 : 10) || c > 0xD7FF)
            return false;
        c = c * (hex ? 16 : 10) + (unsigned long)v;
    }
    if (c < 0x80 ? !is_letter((char)c) : c < 0xA0 || c > 0xD7FF)
        return false;
    put_utf8(out, c);
    return true;
}

/* What stands between & and ; as the letter that it is. */
static bool put_entity(struct span name, struct buf *out)
{
    if (name.n > 1 && name.p[0] == '#')
        return put_numbered(name, out);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (aet_span_eq(name, aet_span_z(whole[i][0]))) {
            aet_buf_str(out, whole[i][1]);
            return true;
        }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (name.n && is_letter(name.p[0]) &&
            aet_span_eq(aet_span_from(name, 1), aet_span_z(marks[i][0]))) {
            aet_buf_char(out, name.p[0]);
            aet_buf_str(out, marks[i][1]);
            return true;
        }
    return false;
}

bool aet_letters_plain(struct span text, struct buf *out)
{
    enum { LONGEST = 10 };
    bool any = false;

    while (text.n) {
        struct span rest = aet_span_from(text, 1);
        size_t room = rest.n < LONGEST ? rest.n : LONGEST;
        const char *end = text.p[0] == '&' && room ? memchr(rest.p, ';', room) : NULL;
        struct span name = aet_span(rest.p, end ? (size_t)(end - rest.p) : 0);

        if (end && put_entity(name, out)) {
            any = true;
            text = aet_span_from(rest, name.n + 1);
        } else {
            aet_buf_char(out, text.p[0]);
            text = rest;
        }
    }
    return any;
}

/* What a name and a domain are written with. */
static bool is_mail_sign(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || (c && strchr("._%+-", c)) ||
           (unsigned char)c >= 0x80;
}

bool aet_next_mail(struct span *s, struct span *mail)
{
    const char *at;

    while (s->n && (at = memchr(s->p, '@', s->n))) {
        const char *from = at, *to = at + 1, *end = s->p + s->n, *dot;

        while (from > s->p && is_mail_sign(from[-1]))
            from--;
        while (to < end && is_mail_sign(*to))
            to++;
        while (to > at && to[-1] == '.') /* of the sentence */
            to--;
        dot = to > at + 1 ? memchr(at + 1, '.', (size_t)(to - at) - 1) : NULL;
        *s = aet_span(to > at ? to : at + 1, (size_t)(end - (to > at ? to : at + 1)));
        *mail = aet_span(from, (size_t)(to - from));
        if (from < at && dot)
            return true;
    }
    return false;
}
