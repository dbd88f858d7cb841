/* decode: text does not depend on the pieces in which its bytes arrive; UTF-8 passes untouched;
 * what iconv reads without an error comes out as iconv wrote it; the rest can never pass for UTF-8.
 */
#include "target.h"

#include <errno.h>
#include <iconv.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/utf8.h"
#include "io/decode.h"
#include "io/unpack.h"

static const char *const encodings[] = {
    NULL,       "UTF-8",      "windows-1252", "ISO-8859-15", "UTF-16", "UTF-16LE",
    "UTF-16BE", "ISO-8859-1", "cp850",        "cp863",       "cp437",
};
enum { ENCODINGS = sizeof encodings / sizeof *encodings, PACKETS = 48, WHOLE = 1 << 16 };

static void read_all(int fd, const char *encoding, size_t cap, struct buf *out)
{
    enum fault fault = FAULT_NONE;
    struct decoder *d = aet_decoder_new(fd, encoding, &fault);
    ssize_t n;

    MUST(d);
    do {
        char *exact = aet_malloc(cap);

        n = aet_decoder_read(d, exact, cap);
        MUST(n >= 0 && (size_t)n <= cap);
        aet_buf_add(out, exact, (size_t)n);
        aet_free(exact);
    } while (n > 0);
    aet_decoder_free(d);
}

static void read_whole(struct span in, const char *encoding, struct buf *out)
{
    read_all(dup(input_file(in)), encoding, WHOLE, out);
}

/* Through a socket that keeps packets apart, all sent before the first is read. */
static void read_packets(struct span in, const char *encoding, struct buf *out)
{
    struct dice d = dice_of(in);
    size_t longest = in.n / PACKETS + 1 + throw_dice(&d, 24);
    size_t cap = longest < 16 ? 16 : longest;
    int ends[2];

    MUST(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    for (size_t packets = 0; in.n; packets++) {
        size_t n = packets < PACKETS ? 1 + throw_dice(&d, longest) : longest;

        n = n < in.n ? n : in.n;
        MUST(send(ends[1], in.p, n, 0) == (ssize_t)n);
        in = aet_span_from(in, n);
    }
    close(ends[1]);
    read_all(ends[0], encoding, cap, out);
}

/* What iconv makes of it in one go; false when it finds an error. */
static bool reference(struct span in, const char *encoding, struct buf *out)
{
    iconv_t c = iconv_open("UTF-8", encoding);
    char *from = exact_copy(in), *p = from;
    size_t left = in.n;
    bool ok;

    MUST(c != (iconv_t)-1);
    aet_buf_room(out, in.n * 8 + 64);

    char *to = out->p;
    size_t room = in.n * 8 + 64;

    ok = iconv(c, &p, &left, &to, &room) != (size_t)-1 &&
         iconv(c, NULL, NULL, &to, &room) != (size_t)-1;
    out->n = (size_t)(to - out->p);
    iconv_close(c);
    aet_free(from);
    return ok;
}

static bool is_utf8(const char *encoding)
{
    return !encoding || strcmp(encoding, "UTF-8") == 0;
}

static void compare(struct span in, const char *encoding, struct span text)
{
    struct buf expected = { 0 };
    bool bom16 = aet_span_starts(in, AET_LIT("\xFF\xFE")) ||
                 aet_span_starts(in, AET_LIT("\xFE\xFF"));

    if (aet_span_starts(in, AET_LIT("\xEF\xBB\xBF"))) {
        MUST(aet_span_eq(text, aet_span_from(in, 3)));
    } else if (is_utf8(encoding) && !bom16) {
        MUST(aet_span_eq(text, in));
    } else {
        const char *named = !bom16 ? encoding : in.p[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";

        if (bom16)
            in = aet_span_from(in, 2);
        if (reference(in, named, &expected))
            MUST(aet_span_eq(text, aet_buf_view(&expected)));
        else
            MUST(aet_utf8_bad(text) < text.n);
    }
    aet_buf_free(&expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    const char *encoding = encodings[take_choice(&in, ENCODINGS)];
    struct buf whole = { 0 }, packets = { 0 };

    if (in.n > WHOLE || aet_packing(in) != PACKED_NOT) /* inflow.c has those */
        return 0;
    read_whole(in, encoding, &whole);
    read_packets(in, encoding, &packets);
    MUST(aet_span_eq(aet_buf_view(&whole), aet_buf_view(&packets)));
    compare(in, encoding, aet_buf_view(&whole));
    aet_buf_free(&whole);
    aet_buf_free(&packets);
    return 0;
}
