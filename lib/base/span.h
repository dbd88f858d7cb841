/* A span is a run of bytes that somebody else owns: the currency of the whole house.
 * Nothing here allocates. */
#ifndef AET_BASE_SPAN_H
#define AET_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
    const char *p;
    size_t n;
};

#define AET_LIT(s) ((struct span){ (s), sizeof(s) - 1 })

static inline struct span aet_span(const char *p, size_t n)
{
    return (struct span){ p, n };
}

/* The span of a C string; NULL gives the empty span. */
static inline struct span aet_span_z(const char *s)
{
    return s ? (struct span){ s, strlen(s) } : (struct span){ "", 0 };
}

static inline bool aet_span_eq(struct span a, struct span b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline struct span aet_span_from(struct span s, size_t at)
{
    if (!s.n) /* its bytes may be nowhere: NULL + 0 is undefined */
        return s;
    return at >= s.n ? (struct span){ s.p + s.n, 0 } : (struct span){ s.p + at, s.n - at };
}

/* Byte order: negative, zero or positive. */
int aet_span_cmp(struct span a, struct span b);

/* Without the ASCII blanks, tabs and line ends at either side; nearly no text has any. */
struct span aet_span_trimmed(struct span s);

static inline struct span aet_span_trim(struct span s)
{
    return s.n && (unsigned char)s.p[0] > ' ' && (unsigned char)s.p[s.n - 1] > ' '
               ? s
               : aet_span_trimmed(s);
}

/* Offset of `needle` in `s`, or s.n when it is not there. */
size_t aet_span_find(struct span s, struct span needle);

/* Whether any of these characters stands in it. */
bool aet_span_has_any(struct span s, const char *characters);

bool aet_span_starts(struct span s, struct span head);

/* Whether `s` is one of these words, NULL at the end. */
bool aet_span_one_of(struct span s, const char *const *words);

/* The three below are the same on every machine: parts of a sum bear them from one to another
 * (marks of records, flow/mark.h). Whoever changes one makes another form of parts
 * (PARTIAL_VERSION, partial/frame.h; these are of version 2). Nothing else stores them but where a
 * comment says so. */

/* A hash for tables in memory, quick on short keys; not for strangers' keys. */
unsigned long long aet_span_hash(struct span s);

/* 64 bits that tell texts apart as a fingerprint does, at the price of a hash: for keys that are
 * compared by the million. `seed` is a mark of what goes before. */
unsigned long long aet_span_mark(struct span s, unsigned long long seed);

/* A 64-bit fingerprint (SipHash-2-4 under a fixed key, by libsodium): two different keys among a
 * million share one with a probability of 3 in 10^8. */
unsigned long long aet_span_fingerprint(struct span s);

#endif
