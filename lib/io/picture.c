/* Signatures and sizes: PNG (ISO/IEC 15948, 5), JPEG (ITU T.81, annex B), SVG by its root. */
#include "io/picture.h"

#include "base/utf8.h"

enum { SIDE_MOST = 20000 };

static uint32_t big_endian(struct span s, size_t at, size_t bytes)
{
    uint32_t v = 0;

    for (size_t i = 0; i < bytes; i++)
        v = v << 8 | (unsigned char)s.p[at + i];
    return v;
}

static bool sized(struct picture *p, uint32_t wide, uint32_t high)
{
    p->wide = wide;
    p->high = high;
    return wide && high && wide <= SIDE_MOST && high <= SIDE_MOST;
}

static bool is_png(struct span s, struct picture *p)
{
    p->kind = PICTURE_PNG;
    return s.n > 45 && aet_span_starts(s, AET_LIT("\x89PNG\r\n\x1A\n")) &&
           memcmp(s.p + 12, "IHDR", 4) == 0 && aet_span_find(s, AET_LIT("IEND")) < s.n &&
           sized(p, big_endian(s, 16, 4), big_endian(s, 20, 4));
}

/* Start of frame: the size stands in it; the other markers of that range are tables. */
static bool is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool is_jpeg(struct span s, struct picture *p)
{
    size_t at = 2;

    p->kind = PICTURE_JPEG;
    if (!aet_span_starts(s, AET_LIT("\xFF\xD8\xFF")) ||
        aet_span_find(s, AET_LIT("\xFF\xD9")) == s.n)
        return false;
    while (at + 9 < s.n && (unsigned char)s.p[at] == 0xFF) {
        unsigned char marker = (unsigned char)s.p[at + 1];

        if (is_frame(marker))
            return sized(p, big_endian(s, at + 7, 2), big_endian(s, at + 5, 2));
        at += marker == 0xFF ? 1 : 2 + big_endian(s, at + 2, 2);
    }
    return false;
}

/* A page shows it as a picture: what is within it runs nothing and fetches nothing. */
static bool is_svg(struct span s, struct picture *p)
{
    struct span text = aet_span_trim(s);

    *p = (struct picture){ .kind = PICTURE_SVG };
    return (aet_span_starts(text, AET_LIT("<svg")) || aet_span_starts(text, AET_LIT("<?xml")) ||
            aet_span_starts(text, AET_LIT("<!--")) ||
            aet_span_starts(text, AET_LIT("<!DOCTYPE svg"))) &&
           aet_span_find(text, AET_LIT("<svg")) < text.n &&
           aet_span_find(text, AET_LIT("</svg>")) < text.n && aet_utf8_bad(s) == s.n;
}

bool aet_picture_look(struct span bytes, struct picture *p)
{
    *p = (struct picture){ 0 };
    if (!is_png(bytes, p) && !is_jpeg(bytes, p) && !is_svg(bytes, p))
        return false;
    p->bytes = bytes;
    return true;
}

const char *aet_picture_type(const struct picture *p)
{
    static const char *const types[] = { "image/png", "image/jpeg", "image/svg+xml" };

    return types[p->kind];
}

const char *aet_picture_suffix(const struct picture *p)
{
    static const char *const suffixes[] = { "png", "jpeg", "svg" };

    return suffixes[p->kind];
}

/* RFC 4648, 4. */
static void base64(struct buf *out, struct span s)
{
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < s.n; i += 3) {
        size_t n = s.n - i < 3 ? s.n - i : 3;
        uint32_t v = big_endian(s, i, n) << (8 * (3 - n));

        for (size_t k = 0; k < 4; k++)
            aet_buf_char(out, k <= n ? signs[v >> (18 - 6 * k) & 63] : '=');
    }
}

void aet_picture_inline(const struct picture *p, struct buf *out)
{
    aet_buf_str(out, "data:");
    aet_buf_str(out, aet_picture_type(p));
    aet_buf_str(out, ";base64,");
    base64(out, p->bytes);
}
