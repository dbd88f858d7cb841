/* Bytes as they come in. */
#include "io/inflow.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>

#include "base/alloc.h"
#include "base/os/os.h"
#include "io/unpack.h"

enum { RAW = 65536 };

struct inflow {
    int fd;
    bool begun, ended, hashed;
    enum fault fault;
    struct unpacker *unpacker; /* NULL: the bytes are what they are */
    struct span left;          /* of raw: read and not yet given */
    crypto_hash_sha256_state sha;
    char raw[RAW];
};

struct inflow *aet_inflow_new(int fd)
{
    struct inflow *f = aet_calloc(1, sizeof *f);

    f->fd = fd;
    f->fault = FAULT_READ;
    return f;
}

int aet_inflow_fd(const struct inflow *f)
{
    return f->fd;
}

void aet_inflow_hash(struct inflow *f)
{
    f->hashed = true;
    crypto_hash_sha256_init(&f->sha);
}

static ssize_t read_raw(struct inflow *f, char *to, size_t cap)
{
    ssize_t n = aet_os_read(f->fd, to, cap);

    if (n > 0 && f->hashed)
        crypto_hash_sha256_update(&f->sha, (const unsigned char *)to, (unsigned long long)n);
    f->ended |= n == 0;
    return n;
}

static ssize_t refuse(struct inflow *f, enum fault fault)
{
    f->fault = fault;
    errno = 0;
    return -1;
}

/* The first bytes tell whether the file is packed. */
static ssize_t begin(struct inflow *f)
{
    enum packing packing;
    ssize_t n = 1;

    while (n > 0 && f->left.n < PACKING_LOOK) {
        n = read_raw(f, f->raw + f->left.n, RAW - f->left.n);
        f->left = aet_span(f->raw, f->left.n + (n > 0 ? (size_t)n : 0));
    }
    if (n < 0)
        return -1;
    f->begun = true;
    packing = aet_packing(f->left);
    if (packing != PACKED_NOT)
        f->unpacker = aet_unpacker_new(packing);
    return packing != PACKED_NOT && !f->unpacker ? refuse(f, FAULT_PACKED_BUILD) : 0;
}

static ssize_t read_packed(struct inflow *f, char *to, size_t cap)
{
    for (;;) {
        size_t given;

        if (f->left.n == 0 && !f->ended) {
            ssize_t n = read_raw(f, f->raw, RAW);

            if (n < 0)
                return -1;
            f->left = aet_span(f->raw, (size_t)n);
        }
        if (!aet_unpack(f->unpacker, &f->left, to, cap, &given))
            return refuse(f, FAULT_PACKED);
        if (given)
            return (ssize_t)given;
        if (f->left.n == 0 && f->ended)
            return aet_unpack_whole(f->unpacker) ? 0 : refuse(f, FAULT_PACKED);
    }
}

ssize_t aet_inflow_read(struct inflow *f, char *to, size_t cap)
{
    size_t n;

    if (!f->begun && begin(f) < 0)
        return -1;
    if (f->unpacker)
        return read_packed(f, to, cap);
    if (f->left.n == 0)
        return f->ended ? 0 : read_raw(f, to, cap);
    n = f->left.n < cap ? f->left.n : cap;
    memcpy(to, f->left.p, n);
    f->left = aet_span_from(f->left, n);
    return (ssize_t)n;
}

enum fault aet_inflow_fault(const struct inflow *f)
{
    return f->fault;
}

bool aet_inflow_packed(const struct inflow *f)
{
    return f->unpacker != NULL;
}

bool aet_inflow_digest(struct inflow *f, char *hex)
{
    unsigned char out[crypto_hash_sha256_BYTES];

    if (!f->hashed)
        return false;
    while (!f->ended && read_raw(f, f->raw, RAW) > 0)
        ; /* what was read elsewhere: a workbook is read where it lies */
    crypto_hash_sha256_final(&f->sha, out);
    sodium_bin2hex(hex, 65, out, sizeof out);
    return true;
}

void aet_inflow_free(struct inflow *f)
{
    if (!f)
        return;
    aet_unpacker_free(f->unpacker);
    if (f->fd > 0)
        (void)aet_os_close(f->fd);
    aet_free(f);
}
