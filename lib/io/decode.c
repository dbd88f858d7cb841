/* decode: bytes to UTF-8. */
#include "io/decode.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/alloc.h"
#include "io/inflow.h"

enum { RAW = 65536, BOM_MAX = 4 };

struct decoder {
    struct inflow *inflow;
    iconv_t conv; /* (iconv_t)-1: the text is UTF-8 already */
    bool begun, ended, flushed, wide;
    char raw[RAW];
    size_t from, to; /* what is read and not yet decoded */
};

static bool is_utf8_name(const char *name)
{
    return strcasecmp(name, "utf-8") == 0 || strcasecmp(name, "utf8") == 0;
}

/* iconv says that it does not know the name also when it cannot open its tables, or has no room for
 * them. */
static bool out_of_descriptors(void)
{
    int fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);

    if (fd >= 0)
        close(fd);
    return fd < 0 && errno == EMFILE;
}

/* Asked twice where it says so: if there is no room for as much as its tables take, that ends here
 * (base/alloc.h). */
static void open_converter(struct decoder *d, const char *name)
{
    enum { TABLES = 65536 };

    d->conv = iconv_open("UTF-8", name);
    if (d->conv == (iconv_t)-1 && errno == EINVAL) {
        aet_free(aet_malloc(TABLES));
        d->conv = iconv_open("UTF-8", name);
    }
}

static bool set_encoding(struct decoder *d, const char *name)
{
    if (d->conv != (iconv_t)-1)
        iconv_close(d->conv);
    d->conv = (iconv_t)-1;
    if (is_utf8_name(name))
        return true;
    open_converter(d, name);
    d->wide = strncasecmp(name, "utf-16", 6) == 0 || strncasecmp(name, "utf16", 5) == 0;
    if (d->conv == (iconv_t)-1 && errno == EINVAL && out_of_descriptors())
        errno = EMFILE;
    return d->conv != (iconv_t)-1;
}

struct decoder *aet_decoder_new(int fd, const char *encoding, enum fault *fault)
{
    struct decoder *d = aet_calloc(1, sizeof *d);

    d->inflow = aet_inflow_new(fd);
    d->conv = (iconv_t)-1;
    if (encoding && !set_encoding(d, encoding)) {
        int e = errno; /* EMFILE, ENOMEM: the name may be right */

        *fault = e == EINVAL ? FAULT_ENCODING_NAME : FAULT_READ;
        aet_decoder_free(d);
        errno = e;
        return NULL;
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

/* Read enough to see a BOM, drop it, and let it choose the encoding. */
static int begin(struct decoder *d)
{
    bool known = true;

    d->begun = true;
    if (fill(d, BOM_MAX) < 0)
        return -1;
    if (d->to >= 3 && memcmp(d->raw, "\xEF\xBB\xBF", 3) == 0) {
        d->from = 3;
        known = set_encoding(d, "UTF-8");
    } else if (d->to >= 2 && memcmp(d->raw, "\xFF\xFE", 2) == 0) {
        d->from = 2;
        known = set_encoding(d, "UTF-16LE");
    } else if (d->to >= 2 && memcmp(d->raw, "\xFE\xFF", 2) == 0) {
        d->from = 2;
        known = set_encoding(d, "UTF-16BE");
    }
    return known ? 0 : -1;
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
    char *out = to;
    size_t room = cap;

    *stuck = false;
    while (d->from < d->to && room >= 8) {
        char *in = d->raw + d->from;
        size_t left = d->to - d->from;
        size_t r = iconv(d->conv, &in, &left, &out, &room);

        d->from = d->to - left;
        if (r != (size_t)-1)
            break;
        if (errno == E2BIG || room < 8)
            break; /* what follows a bad byte needs room too */
        if (errno == EINVAL && !d->ended) {
            *stuck = true;
            break;
        }
        for (int k = 0; k < (d->wide ? 2 : 1) && d->from < d->to; k++) {
            size_t n = pass_bad_byte(d, out);

            out += n;
            room -= n;
        }
    }
    return (size_t)(out - to);
}

/* At the end: some encodings (windows-1258) hold a letter back until they see what follows. */
static size_t flush(struct decoder *d, char *to, size_t cap)
{
    char *out = to;

    if (!d->flushed)
        iconv(d->conv, NULL, NULL, &out, &cap);
    d->flushed = true;
    return (size_t)(out - to);
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
                return (ssize_t)flush(d, to, cap);

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
    return d->conv != (iconv_t)-1 ? read_converted(d, to, cap) : aet_decoder_bytes(d, to, cap);
}

bool aet_decoder_digest(struct decoder *d, char *hex)
{
    return aet_inflow_digest(d->inflow, hex);
}

void aet_decoder_free(struct decoder *d)
{
    if (!d)
        return;
    if (d->conv != (iconv_t)-1)
        iconv_close(d->conv);
    aet_inflow_free(d->inflow);
    aet_free(d);
}

bool aet_decoder_converts(const struct decoder *d)
{
    return d->conv != (iconv_t)-1;
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
