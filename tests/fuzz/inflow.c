/* inflow: what gzip packs comes out as it was, in whatever pieces it arrives; cut anywhere it is a
 * fault, never an end; anything else behind a signature ends, as text or as a fault. */
#include "target.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include "io/inflow.h"
#include "io/unpack.h"

enum { PACKETS = 48, WHOLE = 1 << 16, ENOUGH = 1 << 22 };

/* All that `fd` gives, or enough of it: a few bytes may be packed for many. True: to its end. */
static bool read_all(int fd, size_t cap, struct buf *out)
{
    struct inflow *f = aet_inflow_new(fd);
    ssize_t n;

    do {
        char *exact = aet_malloc(cap);

        n = aet_inflow_read(f, exact, cap);
        MUST(n <= (ssize_t)cap);
        if (n > 0)
            aet_buf_add(out, exact, (size_t)n);
        aet_free(exact);
    } while (n > 0 && out->n < ENOUGH);
    MUST(n >= 0 || (aet_inflow_fault(f) != FAULT_NONE &&
                    (errno == 0) == (aet_inflow_fault(f) != FAULT_READ)));
    aet_inflow_free(f);
    return n == 0;
}

/* Through a socket that keeps packets apart, all sent before the first is read. */
static bool read_packets(struct span in, struct dice *d, struct buf *out)
{
    size_t longest = in.n / PACKETS + 1 + throw_dice(d, 24);
    int ends[2];

    MUST(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    for (size_t packets = 0; in.n; packets++) {
        size_t n = packets < PACKETS ? 1 + throw_dice(d, longest) : longest;

        n = n < in.n ? n : in.n;
        MUST(send(ends[1], in.p, n, 0) == (ssize_t)n);
        in = aet_span_from(in, n);
    }
    close(ends[1]);
    return read_all(ends[0], longest, out);
}

static void add_packed(struct span text, struct buf *out)
{
    z_stream z = { 0 };

    MUST(deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    z.next_in = (z_const Bytef *)text.p;
    z.avail_in = (uInt)text.n;
    z.avail_out = (uInt)deflateBound(&z, (uLong)text.n);
    z.next_out = (Bytef *)aet_buf_room(out, z.avail_out);
    MUST(deflate(&z, Z_FINISH) == Z_STREAM_END);
    out->n += z.total_out;
    deflateEnd(&z);
}

/* In one or two streams, with padding or without, whole and cut. */
static void same_text(struct span text)
{
    struct dice d = dice_of(text);
    size_t first = throw_dice(&d, text.n + 1), end, padding = throw_dice(&d, 3) * 7;
    struct buf packed = { 0 }, whole = { 0 }, cut = { 0 };

    add_packed(aet_span(text.p, first), &packed);
    end = packed.n;
    add_packed(aet_span_from(text, first), &packed);
    memset(aet_buf_room(&packed, padding), 0, padding);
    MUST(read_packets(aet_span(packed.p, packed.n + padding), &d, &whole));
    MUST(aet_span_eq(aet_buf_view(&whole), text));
    packed.n = 1 + throw_dice(&d, packed.n - 1);
    MUST(packed.n < PACKING_LOOK || packed.n == end ||
         !read_packets(aet_buf_view(&packed), &d, &cut));
    MUST(aet_span_starts(text, aet_buf_view(&cut)));
    aet_buf_free(&packed);
    aet_buf_free(&whole);
    aet_buf_free(&cut);
}

static void ends(struct span in, struct span sign)
{
    struct buf packed = { 0 }, once = { 0 }, again = { 0 };
    struct dice d = dice_of(in);
    bool good;

    aet_buf_span(&packed, sign);
    aet_buf_span(&packed, in);
    good = read_packets(aet_buf_view(&packed), &d, &once);
    if (once.n < ENOUGH)
        MUST(read_packets(aet_buf_view(&packed), &d, &again) == good);
    aet_buf_free(&packed);
    aet_buf_free(&once);
    aet_buf_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    size_t choice = take_choice(&in, 3);

    if (in.n > WHOLE)
        return 0;
    if (choice == 0)
        same_text(in);
    else
        ends(in, choice == 1 ? AET_LIT("\x1F\x8B\b") : AET_LIT("\x28\xB5\x2F\xFD"));
    return 0;
}
