/* Interning. The bytes as written are remembered too, so that normalising is done once a spelling.
 */
#include "base/names.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/fold.h"

static struct names_slot *slot(const struct names *t, struct span key)
{
    size_t i = aet_span_hash(key) & (t->cap - 1);

    while (t->slots[i].key.p && !aet_span_eq(t->slots[i].key, key))
        i = (i + 1) & (t->cap - 1);
    return &t->slots[i];
}

static void enlarge(struct names *t)
{
    struct names old = *t;

    t->cap = old.cap ? old.cap * 2 : 64;
    t->slots = aet_calloc(t->cap, sizeof *t->slots);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].key.p)
            *slot(t, old.slots[i].key) = old.slots[i];
    aet_free(old.slots);
}

static uint32_t add(struct names *t, struct span key, uint32_t id)
{
    if ((t->used + 1) * 2 > t->cap)
        enlarge(t);
    *slot(t, key) = (struct names_slot){ aet_arena_copy(&t->arena, key), id };
    t->used++;
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
    struct names_slot *found;
    uint32_t id;

    name = aet_span_trim(name);
    if (t->cap && (found = slot(t, name))->key.p)
        return found->id;
    key_of(t, name, &key);
    found = t->cap ? slot(t, aet_buf_view(&key)) : NULL;
    id = found && found->key.p ? found->id : enter(t, name, aet_buf_view(&key));
    if (!aet_span_eq(name, aet_buf_view(&key)))
        add(t, name, id);
    aet_buf_free(&key);
    return id;
}

uint32_t aet_names_find(const struct names *t, struct span name)
{
    struct buf key = { 0 };
    struct names_slot *found;
    uint32_t id = AET_NO_NAME;

    name = aet_span_trim(name);
    if (!t->cap)
        return AET_NO_NAME;
    found = slot(t, name);
    if (!found->key.p) {
        key_of(t, name, &key);
        found = slot(t, aet_buf_view(&key));
    }
    if (found->key.p)
        id = found->id;
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
    aet_free(t->slots);
    aet_free(t->list);
    aet_arena_free(&t->arena);
    *t = (struct names){ 0 };
}
