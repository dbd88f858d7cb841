/* A codebook in memory. */
#include "refi/codebook.h"

#include "base/alloc.h"
#include "base/fold.h"

enum { ID_MAX = 60 };

struct code *aet_refi_codebook_add(struct codebook *b)
{
    b->codes = aet_grow(b->codes, &b->cap, b->n, sizeof *b->codes);
    b->codes[b->n] = (struct code){ .parent = NO_PARENT };
    return &b->codes[b->n++];
}

void aet_refi_codebook_free(struct codebook *b)
{
    aet_free(b->codes);
    aet_arena_free(&b->arena);
}

void aet_refi_codebook_way(const struct codebook *b, int32_t index, struct buf *out)
{
    int32_t chain[REFI_WAY_MAX];
    size_t n = 0;

    for (; index != NO_PARENT && n < REFI_WAY_MAX; index = b->codes[index].parent)
        chain[n++] = index;
    while (n > 0) {
        aet_buf_span(out, b->codes[chain[--n]].name);
        aet_buf_str(out, n ? AET_REFI_WAY : "");
    }
}

static bool taken(const struct codebook *b, struct span id)
{
    for (size_t i = 0; i + 1 < b->n; i++)
        if (aet_span_eq(b->codes[i].id, id))
            return true;
    return false;
}

struct span aet_refi_codebook_id(struct codebook *b, struct span label)
{
    struct buf folded = { 0 }, id = { 0 };
    struct span kept;
    size_t stem;

    aet_fold(label, &folded);
    for (size_t i = 0; i < folded.n && id.n < ID_MAX; i++) {
        char c = folded.p[i];

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            aet_buf_char(&id, c);
        else if (id.n && id.p[id.n - 1] != '-')
            aet_buf_char(&id, '-');
    }
    while (id.n && id.p[id.n - 1] == '-')
        id.n--;
    if (!id.n)
        aet_buf_str(&id, "code");
    stem = id.n;
    for (uint64_t k = 2; taken(b, aet_buf_view(&id)); k++) {
        id.n = stem;
        aet_buf_char(&id, '-');
        aet_buf_uint(&id, k);
    }
    kept = aet_arena_copy(&b->arena, aet_buf_view(&id));
    aet_buf_free(&folded);
    aet_buf_free(&id);
    return kept;
}
