/* Matching keys. utf8proc does the Unicode work; what it leaves apart (œ, the hyphens U+2010 and
 * U+2011, ´, N° against Nº) is replaced by hand. */
#include "base/fold.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Replacement of one code point; NULL keeps it. */
static const char *replacement(utf8proc_int32_t c)
{
    switch (c) {
    case 0x152: /* Œ */
    case 0x153:
        return "oe";
    case 0xC6: /* Æ */
    case 0xE6:
        return "ae";
    case 0xB0: /* ° written for º */
        return "o";
    case '`':
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
        return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return "-";
    case 0xAB: /* quotation marks are one kind */
    case 0xBB:
    case 0x201C:
    case 0x201D:
        return "\"";
    default:
        return NULL;
    }
}

/* What the characters from U+00C0 to U+00FF fold to, one letter each; '\0': utf8proc is asked. */
static const char latin[] = "aaaaaa\0ceeeeiiii"
                            "\0nooooo\0\0uuuuy\0\0"
                            "aaaaaa\0ceeeeiiii"
                            "\0nooooo\0\0uuuuy\0y";

/* One character of French text, its key appended; its length, 0: it is another one. */
static size_t fold_french(const unsigned char *p, size_t n, struct buf *out)
{
    const char *other = NULL;
    size_t used = 2;

    if (n > 1 && p[0] == 0xC3 && p[1] >= 0x80 && p[1] <= 0xBF && latin[p[1] - 0x80]) {
        aet_buf_char(out, latin[p[1] - 0x80]);
        return used;
    }
    if (n > 1 && p[0] == 0xC2) {
        other = p[1] == 0xA0 ? " " : p[1] == 0xAB || p[1] == 0xBB ? "\"" : NULL;
    } else if (n > 1 && p[0] == 0xC5) {
        other = p[1] == 0x92 || p[1] == 0x93 ? "oe" : NULL;
    } else if (n > 2 && p[0] == 0xE2 && p[1] == 0x80) {
        other = p[2] == 0x98 || p[2] == 0x99 ? "'" : p[2] == 0x93 || p[2] == 0x94 ? "-" : NULL;
        used = 3;
    }
    if (other)
        aet_buf_str(out, other);
    return other ? used : 0;
}

/* Text of ASCII and of the letters and signs of French, which nearly all is. False, with nothing
 * appended, when it holds anything else: what utf8proc makes of it may depend on its neighbours. */
static bool fold_plain(struct span s, struct buf *out)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t at = out->n, used;

    for (size_t i = 0; i < s.n; i += used) {
        unsigned char c = p[i];

        used = 1;
        if (c < 0x80)
            aet_buf_char(out, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '`' ? '\'' : (char)c);
        else if ((used = fold_french(p + i, s.n - i, out)) == 0) {
            out->n = at;
            return false;
        }
    }
    return true;
}

/* Spaces made one, final punctuation dropped, from `at` to the end of `out`. */
static void tidy(struct buf *out, size_t at)
{
    size_t w = at;
    bool gap = false;

    for (size_t r = at; r < out->n; r++) {
        char c = out->p[r];

        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            gap = w > at;
            continue;
        }
        if (gap)
            out->p[w++] = ' ';
        gap = false;
        out->p[w++] = c;
    }
    while (w > at && strchr(".,;:!? ", out->p[w - 1]))
        w--;
    out->n = w;
}

/* Append what utf8proc makes of `s`; false when it is not UTF-8. */
static bool map_unicode(struct span s, int options, struct buf *out)
{
    utf8proc_uint8_t *made = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &made,
                                        (utf8proc_option_t)options);

    if (len == UTF8PROC_ERROR_NOMEM)
        aet_alloc_refused();
    if (len > 0)
        aet_buf_add(out, made, (size_t)len);
    free(made); /* made by utf8proc with malloc */
    return len >= 0;
}

/* Which of eight bytes are 0xCC and above. */
static uint64_t beyond_u02ff(uint64_t w)
{
    return ((w & 0x7F7F7F7F7F7F7F7Fu) + 0x3434343434343434u) & w & 0x8080808080808080u;
}

/* Whether every character is one that NFC never changes nor moves: those under U+0300, and the
 * apostrophes, dashes and quotation marks from U+2010 to U+2027. French is made of these. Bytes
 * that are not UTF-8 may pass: they too stay as they are. */
static bool is_plain_nfc(struct span s)
{
    const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
    uint64_t w;

    while (p < end) {
        if (end - p >= 8 && (memcpy(&w, p, 8), !beyond_u02ff(w)))
            p += 8;
        else if (*p < 0xCC)
            p++;
        else if (end - p > 2 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xA7)
            p += 3;
        else
            return false;
    }
    return true;
}

void aet_nfc(struct span s, struct buf *out)
{
    if (is_plain_nfc(s) || !map_unicode(s, UTF8PROC_STABLE | UTF8PROC_COMPOSE, out))
        aet_buf_span(out, s);
}

unsigned long long aet_nfc_mark(struct span s, unsigned long long seed)
{
    struct buf nfc = { 0 };
    unsigned long long mark;

    if (is_plain_nfc(s))
        return aet_span_mark(s, seed);
    aet_nfc(s, &nfc);
    mark = aet_span_mark(aet_buf_view(&nfc), seed);
    aet_buf_free(&nfc);
    return mark;
}

/* Append `s` with the replacements of replacement; false when it is not UTF-8. */
static bool replace(struct span s, struct buf *out)
{
    utf8proc_int32_t c;

    while (s.n) {
        utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)s.p,
                                                (utf8proc_ssize_t)s.n, &c);

        if (len <= 0)
            return false;

        const char *other = replacement(c);

        if (other)
            aet_buf_str(out, other);
        else
            aet_buf_add(out, s.p, (size_t)len);
        s = aet_span_from(s, (size_t)len);
    }
    return true;
}

/* NFC first, so that two forms of a text cannot differ. Replaced before the folding, for what it
 * would take apart, and after, for what it makes: Ǽ leaves an æ, a double prime two primes. */
static void fold_unicode(struct span s, struct buf *out)
{
    const int options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE |
                        UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    struct buf nfc = { 0 }, before = { 0 }, mapped = { 0 };

    aet_nfc(s, &nfc);
    if (replace(aet_buf_view(&nfc), &before) &&
        map_unicode(aet_buf_view(&before), options, &mapped))
        replace(aet_buf_view(&mapped), out);
    aet_buf_free(&nfc);
    aet_buf_free(&before);
    aet_buf_free(&mapped);
}

void aet_fold(struct span s, struct buf *out)
{
    size_t at = out->n;

    if (!fold_plain(s, out))
        fold_unicode(s, out);
    tidy(out, at);
}

void aet_fold_name(struct span s, struct buf *out)
{
    size_t at = out->n;
    size_t w = at;

    aet_fold(s, out);
    for (size_t r = at; r < out->n; r++) {
        unsigned char c = (unsigned char)out->p[r];

        if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            out->p[w++] = (char)c;
    }
    out->n = w;
}

struct span aet_fold_short(struct span s)
{
    struct span t = aet_span_trim(s);
    size_t depth = 0;

    if (!t.n || t.p[t.n - 1] != ')')
        return t;
    for (size_t i = t.n; i-- > 0;) {
        depth += t.p[i] == ')';
        depth -= t.p[i] == '(';
        if (depth == 0) {
            struct span head = aet_span_trim(aet_span(t.p, i));

            return head.n ? head : t;
        }
    }
    return t;
}

static bool same_key(struct span a, struct span b, void (*fold)(struct span, struct buf *))
{
    struct buf keys = { 0 };
    size_t n;
    bool same;

    fold(a, &keys);
    n = keys.n;
    fold(b, &keys);
    same = n && aet_span_eq(aet_buf_slice(&keys, 0, n), aet_buf_slice(&keys, n, keys.n - n));
    aet_buf_free(&keys);
    return same;
}

bool aet_fold_same(struct span a, struct span b)
{
    return same_key(a, b, aet_fold_name);
}

bool aet_fold_same_label(struct span a, struct span b)
{
    return aet_span_eq(a, b) ? a.n > 0 : same_key(a, b, aet_fold);
}
