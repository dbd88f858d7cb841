/* Texts and places. */
#include "ledger/markup.h"

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* `_x0041_`, which would be read as A. */
static bool is_escape(struct span s)
{
    if (s.n < 7 || s.p[1] != 'x' || s.p[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!is_hex(s.p[i]))
            return false;
    return true;
}

static void put_code(struct buf *out, unsigned code)
{
    static const char hex[] = "0123456789ABCDEF";

    aet_buf_str(out, "_x");
    for (unsigned shift = 16; shift;) {
        shift -= 4;
        aet_buf_char(out, hex[code >> shift & 15]);
    }
    aet_buf_char(out, '_');
}

/* U+FFFE and U+FFFF, which are no characters. */
static bool is_none(struct span s)
{
    return s.n >= 3 && s.p[0] == '\xEF' && s.p[1] == '\xBF' && (s.p[2] | 1) == '\xBF';
}

/* What XML has another word for, NULL for what stands as it is. */
static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static void put(struct buf *out, struct span s, bool escapes)
{
    size_t from = 0, at = 0;

    while (at < s.n) {
        struct span rest = aet_span_from(s, at);
        unsigned char c = (unsigned char)*rest.p;
        const char *word = entity(*rest.p);
        size_t n = is_none(rest) ? 3 : 1;
        bool control = n == 3 || (c < 0x20 && c != '\t' && c != '\n');

        if (!word && !control && !(escapes && c == '_' && is_escape(rest))) {
            at++;
            continue;
        }
        aet_buf_add(out, s.p + from, at - from);
        at += n;
        from = at;
        if (word)
            aet_buf_str(out, word);
        else if (escapes)
            put_code(out, n == 3 ? 0xFFFEU | ((unsigned char)rest.p[2] & 1) : c);
        else
            aet_buf_char(out, ' ');
    }
    aet_buf_add(out, s.p + from, at - from);
}

void aet_markup_text(struct buf *out, struct span text)
{
    put(out, text, true);
}

void aet_markup_plain(struct buf *out, struct span text)
{
    put(out, text, false);
}

void aet_markup_attribute(struct buf *out, const char *name, struct span value)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    for (const char *end; (end = memchr(value.p, '\n', value.n)) != NULL;) {
        size_t n = (size_t)(end - value.p);

        aet_markup_plain(out, aet_span(value.p, n));
        aet_buf_str(out, "&#10;");
        value = aet_span_from(value, n + 1);
    }
    aet_markup_plain(out, value);
    aet_buf_char(out, '"');
}

void aet_markup_ref(struct buf *out, uint32_t row, uint32_t column, bool fixed)
{
    char letters[8];
    size_t n = 0;

    for (column++; column; column = (column - 1) / 26)
        letters[n++] = (char)('A' + (column - 1) % 26);
    if (fixed)
        aet_buf_char(out, '$');
    while (n)
        aet_buf_char(out, letters[--n]);
    if (fixed)
        aet_buf_char(out, '$');
    aet_buf_uint(out, row + 1);
}

/* Of the character that begins with this byte: those beyond U+FFFF are two. */
static size_t units_of(char c)
{
    unsigned char b = (unsigned char)c;

    return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

size_t aet_markup_units(struct span text)
{
    size_t n = 0;

    for (size_t i = 0; i < text.n; i++)
        n += units_of(text.p[i]);
    return n;
}

struct span aet_markup_head(struct span text, size_t most)
{
    size_t units = 0, i;

    for (i = 0; i < text.n; i++) {
        units += units_of(text.p[i]);
        if (units > most)
            break;
    }
    return aet_span(text.p, i);
}

void aet_markup_cut(struct buf *out, struct span text, size_t most)
{
    if (text.n <= most || aet_markup_units(text) <= most) {
        aet_markup_plain(out, text);
        return;
    }
    aet_markup_plain(out, aet_markup_head(text, most - 1));
    aet_buf_str(out, "…");
}
