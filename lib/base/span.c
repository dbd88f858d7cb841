/* Comparing, trimming, searching and hashing of spans. */
#include "base/span.h"

#include <sodium.h>
#include <stdint.h>

int aet_span_cmp(struct span a, struct span b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;

    return c ? c : (a.n > b.n) - (a.n < b.n);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct span aet_span_trimmed(struct span s)
{
    while (s.n && is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

size_t aet_span_find(struct span s, struct span needle)
{
    if (needle.n == 0 || needle.n > s.n)
        return needle.n ? s.n : 0;

    const char *at = s.p;
    const char *last = s.p + (s.n - needle.n);

    while (at <= last && (at = memchr(at, needle.p[0], (size_t)(last - at) + 1))) {
        if (memcmp(at, needle.p, needle.n) == 0)
            return (size_t)(at - s.p);
        at++;
    }
    return s.n;
}

bool aet_span_has_any(struct span s, const char *characters)
{
    for (; *characters; characters++)
        if (s.n && memchr(s.p, *characters, s.n))
            return true;
    return false;
}

bool aet_span_starts(struct span s, struct span head)
{
    return s.n >= head.n && memcmp(s.p, head.p, head.n) == 0;
}

/* Eight bytes, four of them: alike on every machine, and one load where it stores the low byte
 * first. */
static uint64_t word(const char *p)
{
    unsigned char b[8];

    memcpy(b, p, sizeof b);
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

static uint64_t half_word(const char *p)
{
    unsigned char b[4];

    memcpy(b, p, sizeof b);
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24;
}

/* The last bytes of a key that ends at s.p + s.n and has `all` bytes: eight when there are as many,
 * some of them taken a second time. Loads of a fixed length: one of any length is a loop. */
static uint64_t last_word(struct span s, size_t all)
{
    if (all >= 8)
        return word(s.p + s.n - 8);
    if (all >= 4)
        return half_word(s.p) << 32 | half_word(s.p + s.n - 4);
    if (all)
        return (uint64_t)(unsigned char)s.p[0] << 16 | (uint64_t)(unsigned char)s.p[all / 2] << 8 |
               (unsigned char)s.p[all - 1];
    return 0;
}

/* Eight bytes at a time, multiplied and folded; the constant is 2^64 divided by the golden ratio. A
 * product carries upwards only: it takes two, each folded down, for the last byte of a key to reach
 * the low bits, which choose the slot. */
unsigned long long aet_span_hash(struct span s)
{
    const uint64_t k = 0x9E3779B97F4A7C15u;
    const size_t all = s.n;
    uint64_t h = s.n * k;

    for (; s.n > 8; s.p += 8, s.n -= 8) {
        h = (h ^ word(s.p)) * k;
        h ^= h >> 32;
    }
    h = (h ^ last_word(s, all)) * k;
    h = (h ^ h >> 32) * k;
    return h ^ (h >> 29);
}

/* Both halves of a product, folded. */
static uint64_t fold_product(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 product;
    product p = (product)a * b;

    return (uint64_t)p ^ (uint64_t)(p >> 64);
#else
    uint64_t al = a & UINT32_MAX, ah = a >> 32, bl = b & UINT32_MAX, bh = b >> 32;
    uint64_t low = al * bl, m = ah * bl + (low >> 32), n = al * bh + (m & UINT32_MAX);

    return (a * b) ^ (ah * bh + (m >> 32) + (n >> 32));
#endif
}

/* Sixteen bytes at a time, each half of them under a key of its own (wyhash, W. Yi 2019); the keys
 * are digits of pi. */
unsigned long long aet_span_mark(struct span s, unsigned long long seed)
{
    const uint64_t k = 0x243F6A8885A308D3u, l = 0x13198A2E03707344u, m = 0xA4093822299F31D0u;
    const size_t all = s.n;
    uint64_t h = fold_product(seed ^ k, l);

    for (; s.n > 16; s.p += 16, s.n -= 16)
        h = fold_product(word(s.p) ^ k, word(s.p + 8) ^ h);
    return fold_product(m ^ all,
                        fold_product((s.n > 8 ? word(s.p) : 0) ^ l, last_word(s, all) ^ h));
}

unsigned long long aet_span_fingerprint(struct span s)
{
    static const unsigned char key[crypto_shorthash_KEYBYTES] = "aet fingerprint";
    unsigned char out[crypto_shorthash_BYTES];

    crypto_shorthash(out, (const unsigned char *)s.p, s.n, key);
    return word((const char *)out);
}

bool aet_span_one_of(struct span s, const char *const *words)
{
    for (; s.n && *words; words++)
        if (**words == s.p[0] && aet_span_eq(s, aet_span_z(*words)))
            return true;
    return false;
}
