/* The people or the codes of a REFI-QDA project. */
#include "refi/directory.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buf.h"

void aet_refi_directory_add(struct directory *a, struct named item)
{
    a->items = aet_grow(a->items, &a->cap, a->n, sizeof *a->items);
    item.rank = a->n;
    a->items[a->n++] = item;
}

static int by_guid(const void *x, const void *y)
{
    const struct named *a = x, *b = y;
    int order = aet_span_cmp(a->guid, b->guid);

    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static int is_guid(const void *guid, const void *item)
{
    return aet_span_cmp(*(const struct span *)guid, ((const struct named *)item)->guid);
}

static int by_name(const void *x, const void *y)
{
    const struct named *a = x, *b = y;
    int order = aet_span_cmp(a->name, b->name);

    return order ? order : aet_span_cmp(a->guid, b->guid);
}

/* The name with what tells it apart, in brackets for people. */
static struct span told_apart(const struct named *it, struct arena *arena, bool people)
{
    struct buf name = { 0 };
    struct span out;

    if (!people)
        return it->apart;
    aet_buf_span(&name, it->name);
    aet_buf_str(&name, " (");
    aet_buf_span(&name, it->apart);
    aet_buf_char(&name, ')');
    out = aet_arena_copy(arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return out;
}

void aet_refi_directory_index(struct directory *a,
                              void (*twice)(void *to, const struct named *first,
                                            const struct named *again),
                              void *to)
{
    size_t kept = 0;

    if (!a->n)
        return;
    qsort(a->items, a->n, sizeof *a->items, by_guid);
    for (size_t i = 0; i < a->n; i++) {
        if (!kept || !aet_span_eq(a->items[kept - 1].guid, a->items[i].guid))
            a->items[kept++] = a->items[i];
        else if (twice)
            twice(to, &a->items[kept - 1], &a->items[i]);
    }
    a->n = kept;
}

void aet_refi_directory_part(struct directory *a, struct arena *arena,
                             void (*shared)(void *to, struct span name), void *to)
{
    struct span last = AET_LIT("");

    if (!a->n)
        return;
    qsort(a->items, a->n, sizeof *a->items, by_name);
    for (size_t i = 0; i < a->n; i++) {
        struct named *it = &a->items[i];
        bool again = it->name.n && aet_span_eq(it->name, last);
        bool more = i + 1 < a->n && aet_span_eq(it->name, it[1].name);

        last = it->name;
        if (!it->name.n || (!again && !more))
            continue;
        if (shared && !again)
            shared(to, it->name);
        it->name = told_apart(it, arena, shared != NULL);
    }
    qsort(a->items, a->n, sizeof *a->items, by_guid);
}

const struct named *aet_refi_directory_find(const struct directory *a, struct span guid)
{
    return a->n ? bsearch(&guid, a->items, a->n, sizeof *a->items, is_guid) : NULL;
}

void aet_refi_directory_free(struct directory *a)
{
    aet_free(a->items);
    *a = (struct directory){ 0 };
}
