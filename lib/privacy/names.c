/* The known names, and the pseudonym of each by a keyed hash. */
#include "privacy/names.h"

#include <sodium.h>

enum { HASH_CHARS = 10 };

uint64_t *aet_name_slot(const struct pseudonyms *p, const struct hash *t, aet_key_of *key_of,
                        struct span key)
{
    uint64_t hash = aet_span_hash(key), *found;

    for (uint32_t at = 0; (found = aet_hash_next(t, hash, &at)) != NULL;)
        if (aet_span_eq(key_of(p, *found - 1), key))
            return found;
    return NULL;
}

static struct span pseudonym_of(const struct pseudonyms *p, size_t i)
{
    return p->items[i].pseudonym;
}

bool aet_pseudonym_taken(struct pseudonyms *p, struct span pseudonym)
{
    return aet_name_slot(p, &p->by_pseudonym, pseudonym_of, pseudonym) != NULL;
}

void aet_name_pseudonym(struct pseudonyms *p, struct known *k, struct span pseudonym)
{
    uint64_t *at = aet_name_slot(p, &p->by_pseudonym, pseudonym_of, pseudonym);
    uint64_t item = (uint64_t)(k - p->items) + 1;

    k->pseudonym = aet_arena_copy(&p->arena, pseudonym);
    if (at)
        *at = item;
    else
        aet_hash_add(&p->by_pseudonym, aet_span_hash(pseudonym), item);
}

/* Five bits a character, of the keyed hash of the folded name; more of them should two meet. */
void aet_name_make(struct pseudonyms *p, struct known *k)
{
    static const char alphabet[] = "23456789abcdefghjkmnpqrstuvwxyz0";
    struct buf *out = &p->scratch;
    unsigned char hash[32];

    crypto_generichash(hash, sizeof hash, (const unsigned char *)k->folded.p, k->folded.n, p->key,
                       PSEUDONYM_KEY_BYTES);
    aet_buf_clear(out);
    aet_buf_span(out, k->kind);
    aet_buf_char(out, '-');
    for (size_t i = 0; i < sizeof hash; i++) {
        aet_buf_char(out, alphabet[hash[i] & 31]);
        if (i + 1 >= HASH_CHARS && !aet_pseudonym_taken(p, aet_buf_view(out)))
            break;
    }
    sodium_memzero(hash, sizeof hash);
    aet_name_pseudonym(p, k, aet_buf_view(out));
}

void aet_pseudonyms_make(struct pseudonyms *p)
{
    for (; p->settled < p->n; p->settled++)
        if (!p->items[p->settled].pseudonym.n)
            aet_name_make(p, &p->items[p->settled]);
}

void aet_pseudonyms_unmake(struct pseudonyms *p)
{
    for (size_t i = 0; i < p->n; i++)
        p->items[i].pseudonym = aet_span("", 0);
    aet_hash_free(&p->by_pseudonym);
    p->settled = 0;
}
