/* Counts by group: how many, and how many minutes, for any combination of a few small numbers. One
 * structure serves every section of a summary; memory is linear in distinct groups. Integers only,
 * so that sums over parts of the input merge to the same figures. */
#ifndef AET_REPA_BILAN_COMPTES_H
#define AET_REPA_BILAN_COMPTES_H

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"

enum { CLES = 5 };

/* A group: which section it serves, then its coordinates (unused ones 0, unknown ones -1). */
struct cle {
    int32_t dim, c[CLES];
};

struct compte {
    struct cle cle;
    int64_t n, minutes;
};

struct comptes {
    struct hash index; /* of keys: 1 + the item */
    struct compte *items;
    size_t n, cap;
};

void aet_repa_comptes_add(struct comptes *t, struct cle cle, int64_t n, int64_t minutes);
void aet_repa_comptes_free(struct comptes *t);

/* One more of `minutes` under several keys. They wait for one another while memory brings their
 * groups, until there are many or the counting is settled. */
enum { COUNTED = 16 };

struct counting {
    struct comptes *to;
    int64_t minutes;
    size_t n;
    struct cle keys[COUNTED];
    uint64_t hashes[COUNTED];
};

void aet_repa_comptes_put(struct counting *c, struct cle cle);
void aet_repa_comptes_settle(struct counting *c);

/* All groups sorted by dimension and coordinates; the caller frees. *n: how many. */
struct compte *aet_repa_comptes_sorted(const struct comptes *t, size_t *n);

/* The groups of one dimension among sorted ones; *n: how many. */
const struct compte *aet_repa_comptes_of(const struct compte *sorted, size_t total, int32_t dim,
                                         size_t *n);

#endif
