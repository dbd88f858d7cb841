/* decode: bytes to UTF-8. */
#include "io/decode.h"

#include <string.h>
#include <utf8proc.h>

#include "base/alloc.h"
#include "io/encoding.h"
#include "io/inflow.h"

enum { RAW = 65536, BOM_MAX = 4 };

struct decoder {
    struct inflow *inflow;
    const struct encoding *encoding; /* NULL: the text is UTF-8 already */
    bool begun, ended;
    char raw[RAW];
    size_t from, to; /* what is read and not yet decoded */
};

struct decoder *aet_decoder_new(int fd, const char *encoding, enum fault *fault)
{
    struct decoder *d = aet_calloc(1, sizeof *d);

    d->inflow = aet_inflow_new(fd);
    if (encoding && !aet_encoding_is_utf8(encoding)) {
        d->encoding = aet_encoding_find(encoding);
        if (!d->encoding) {
            *fault = FAULT_ENCODING_NAME;
            aet_decoder_free(d);
            return NULL;
        }
    }
    return d;
}

int aet_decoder_fd(const struct decoder *d)
{
    return aet_inflow_fd(d->inflow);
}

enum fault aet_decoder_fault(const struct decoder *d)
{
    return aet_inflow_fault(d->inflow);
}

bool aet_decoder_packed(const struct decoder *d)
{
    return aet_inflow_packed(d->inflow);
}

void aet_decoder_hash(struct decoder *d)
{
    aet_inflow_hash(d->inflow);
}

static ssize_t read_some(struct decoder *d, char *to, size_t cap)
{
    ssize_t n = aet_inflow_read(d->inflow, to, cap);

    d->ended |= n == 0;
    return n;
}

/* Read until there are so many bytes, or no more. */
static int fill(struct decoder *d, size_t least)
{
    while (d->to - d->from < least && d->to < RAW && !d->ended) {
        ssize_t n = read_some(d, d->raw + d->to, RAW - d->to);

        if (n < 0)
            return -1;
        d->to += (size_t)n;
    }
    return 0;
}

/* What a byte order mark says: how long it is, 0 when there is none. */
static size_t mark(struct span head, const struct encoding **encoding)
{
    if (aet_span_starts(head, AET_LIT("\xEF\xBB\xBF"))) {
        *encoding = NULL;
        return 3;
    }
    if (aet_span_starts(head, AET_LIT("\xFF\xFE"))) {
        *encoding = aet_encoding_find("utf-16le");
        return 2;
    }
    if (aet_span_starts(head, AET_LIT("\xFE\xFF"))) {
        *encoding = aet_encoding_find("utf-16be");
        return 2;
    }
    return 0;
}

/* Read enough to see a BOM, drop it, and let it choose the encoding. */
static int begin(struct decoder *d)
{
    d->begun = true;
    if (fill(d, BOM_MAX) < 0)
        return -1;
    d->from = mark(aet_span(d->raw, d->to), &d->encoding);
    return 0;
}

/* Pass one byte that is no text, so that the check of UTF-8 refuses it and its value can be told: a
 * continuation byte stands alone, the others in a sequence longer than UTF-8 allows. */
static size_t pass_bad_byte(struct decoder *d, char *to)
{
    unsigned char b = (unsigned char)d->raw[d->from++];
    size_t n = 0;

    if (b < 0x80)
        to[n++] = (char)(0xC0 | b >> 6);
    if (b > 0xBF) {
        to[n++] = '\xE0';
        to[n++] = '\x83';
    }
    to[n++] = (char)(0x80 | (b & 0x3F));
    return n;
}

/* Decode what is in `raw` into `to`. *stuck: the last bytes are the head of a character. */
static size_t convert(struct decoder *d, char *to, size_t cap, bool *stuck)
{
    enum { ROOM = 8 }; /* for a character, or for a unit that is none */
    size_t n = 0;
    uint32_t c;

    *stuck = false;
    while (d->from < d->to && n + ROOM <= cap) {
        struct span left = aet_span(d->raw + d->from, d->to - d->from);
        size_t took = aet_encoding_read(d->encoding, left, &c);

        if (took == 0 && !d->ended) {
            *stuck = true;
            break;
        }
        if (took && c != ENCODING_BAD) {
            n += (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (unsigned char *)to + n);
            d->from += took;
            continue;
        }
        for (size_t k = 0; k < d->encoding->unit && d->from < d->to; k++)
            n += pass_bad_byte(d, to + n);
    }
    return n;
}

static ssize_t read_converted(struct decoder *d, char *to, size_t cap)
{
    bool stuck = false;

    for (;;) {
        if (d->from == d->to || stuck) {
            memmove(d->raw, d->raw + d->from, d->to - d->from);
            d->to -= d->from;
            d->from = 0;
            if (d->ended && d->to == 0)
                return 0;

            ssize_t n = d->ended ? 0 : read_some(d, d->raw + d->to, RAW - d->to);

            if (n < 0)
                return -1;
            d->to += (size_t)n;
        }

        size_t n = convert(d, to, cap, &stuck);

        if (n)
            return (ssize_t)n;
    }
}

bool aet_decoder_head(struct decoder *d, size_t least, struct span *head)
{
    if ((!d->begun && begin(d) < 0) || fill(d, least) < 0)
        return false;
    *head = aet_span(d->raw + d->from, d->to - d->from);
    return true;
}

ssize_t aet_decoder_bytes(struct decoder *d, char *to, size_t cap)
{
    if (d->from < d->to) {
        size_t n = d->to - d->from < cap ? d->to - d->from : cap;

        memcpy(to, d->raw + d->from, n);
        d->from += n;
        return (ssize_t)n;
    }
    return d->ended ? 0 : read_some(d, to, cap);
}

ssize_t aet_decoder_read(struct decoder *d, char *to, size_t cap)
{
    if (!d->begun && begin(d) < 0)
        return -1;
    return d->encoding ? read_converted(d, to, cap) : aet_decoder_bytes(d, to, cap);
}

bool aet_decoder_digest(struct decoder *d, char *hex)
{
    return aet_inflow_digest(d->inflow, hex);
}

void aet_decoder_free(struct decoder *d)
{
    if (!d)
        return;
    aet_inflow_free(d->inflow);
    aet_free(d);
}

bool aet_decoder_converts(const struct decoder *d)
{
    return d->encoding != NULL;
}

/* See pass_bad_byte. */
unsigned char aet_decode_bad_byte(struct span text, size_t at, bool converted)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    size_t left = text.n - at;

    if (converted && left > 1 && (p[0] & 0xFE) == 0xC0)
        return (unsigned char)((p[0] & 1) << 6 | (p[1] & 0x3F));
    if (converted && left > 2 && p[0] == 0xE0)
        return (unsigned char)(0xC0 | (p[2] & 0x3F));
    return p[0];
}
