/* Interning. The bytes as written are remembered too, so that normalising is done once a spelling.
 */
#include "base/names.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/fold.h"

/* 1 + the spelling or key, 0: it is none. */
static size_t spelling_of(const struct names *t, struct span key)
{
    uint64_t hash = aet_span_hash(key), *found;

    for (uint32_t at = 0; (found = aet_hash_next(&t->index, hash, &at)) != NULL;)
        if (aet_span_eq(t->spellings[*found - 1].key, key))
            return *found;
    return 0;
}

/* The number of a name by this spelling or key; AET_NO_NAME: it has none. */
static uint32_t known(const struct names *t, struct span key)
{
    size_t spelling = spelling_of(t, key);

    return spelling ? t->spellings[spelling - 1].id : AET_NO_NAME;
}

static uint32_t add(struct names *t, struct span key, uint32_t id)
{
    t->spellings = aet_grow(t->spellings, &t->spellings_cap, t->spellings_n, sizeof *t->spellings);
    t->spellings[t->spellings_n++] = (struct names_spelling){ aet_arena_copy(&t->arena, key), id };
    aet_hash_add(&t->index, aet_span_hash(key), t->spellings_n);
    return id;
}

/* What a name is compared by: in NFC, or folded; a name that folds to nothing stays itself. */
static void key_of(const struct names *t, struct span name, struct buf *key)
{
    size_t end = name.n;

    if (t->folded)
        aet_fold(name, key);
    while (t->signs && key->n && end > 0 && ispunct((unsigned char)name.p[end - 1]))
        end--;
    aet_buf_span(key, aet_span_from(name, end));
    if (!key->n)
        aet_nfc(name, key);
}

/* A new name, known by its key; the list has it in NFC. */
static uint32_t enter(struct names *t, struct span name, struct span key)
{
    struct buf nfc = { 0 };

    aet_nfc(name, &nfc);
    t->list = aet_grow(t->list, &t->list_cap, t->n, sizeof *t->list);
    t->list[t->n] = aet_arena_copy(&t->arena, aet_buf_view(&nfc));
    aet_buf_free(&nfc);
    return add(t, key, (uint32_t)t->n++);
}

uint32_t aet_names_id(struct names *t, struct span name)
{
    struct buf key = { 0 };
    uint32_t id;

    name = aet_span_trim(name);
    if (!t->recent || !aet_span_eq(t->spellings[t->recent - 1].key, name))
        t->recent = spelling_of(t, name);
    if (t->recent)
        return t->spellings[t->recent - 1].id;
    key_of(t, name, &key);
    id = known(t, aet_buf_view(&key));
    if (id == AET_NO_NAME)
        id = enter(t, name, aet_buf_view(&key));
    if (!aet_span_eq(name, aet_buf_view(&key)))
        add(t, name, id);
    aet_buf_free(&key);
    return id;
}

uint32_t aet_names_find(const struct names *t, struct span name)
{
    struct buf key = { 0 };
    uint32_t id;

    name = aet_span_trim(name);
    id = known(t, name);
    if (id == AET_NO_NAME && t->n) {
        key_of(t, name, &key);
        id = known(t, aet_buf_view(&key));
    }
    aet_buf_free(&key);
    return id;
}

struct sorted {
    struct span key, name;
    uint32_t id;
};

static int by_key(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    int c = aet_span_cmp(x->key, y->key);

    return c ? c : aet_span_cmp(x->name, y->name);
}

uint32_t *aet_names_sorted(const struct names *t)
{
    struct sorted *rows = aet_calloc(t->n, sizeof *rows);
    uint32_t *ids = aet_calloc(t->n, sizeof *ids);
    struct arena arena = { 0 };
    struct buf key = { 0 };

    for (size_t i = 0; i < t->n; i++) {
        aet_buf_clear(&key);
        aet_fold(t->list[i], &key);
        rows[i] = (struct sorted){ aet_arena_copy(&arena, aet_buf_view(&key)), t->list[i],
                                   (uint32_t)i };
    }
    qsort(rows, t->n, sizeof *rows, by_key);
    for (size_t i = 0; i < t->n; i++)
        ids[i] = rows[i].id;
    aet_buf_free(&key);
    aet_arena_free(&arena);
    aet_free(rows);
    return ids;
}

void aet_names_free(struct names *t)
{
    aet_hash_free(&t->index);
    aet_free(t->spellings);
    aet_free(t->list);
    aet_arena_free(&t->arena);
    *t = (struct names){ 0 };
}
