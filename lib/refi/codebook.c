/* A codebook in memory. */
#include "refi/codebook.h"

#include "base/alloc.h"
#include "base/fold.h"
#include "refi/guid.h"

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
    aet_free(b->sets);
    aet_free(b->members);
    aet_arena_free(&b->arena);
}

/* A set that nobody gave a GUID has the one that its name makes. */
static struct span guid_of_name(struct codebook *b, struct span name)
{
    struct buf id = { 0 };
    char guid[37];

    aet_buf_str(&id, "ensemble:");
    aet_buf_span(&id, name);
    aet_refi_guid_own(aet_buf_view(&id), guid);
    aet_buf_free(&id);
    return aet_arena_copy(&b->arena, aet_span_z(guid));
}

static bool fits(struct span guid)
{
    char *said = aet_span_dup(guid);
    bool ok = aet_refi_guid_fits(said);

    aet_free(said);
    return ok;
}

size_t aet_refi_codebook_set(struct codebook *b, struct code_set set)
{
    b->sets = aet_grow(b->sets, &b->sets_cap, b->sets_n, sizeof *b->sets);
    b->sets[b->sets_n] = set;
    if (!fits(set.guid))
        b->sets[b->sets_n].guid = guid_of_name(b, set.name);
    return b->sets_n++;
}

size_t aet_refi_codebook_set_found(struct codebook *b, struct code_set set)
{
    bool given = fits(set.guid);
    size_t i = 0;

    while (i < b->sets_n && !(given ? aet_span_eq(b->sets[i].guid, set.guid)
                                    : aet_span_eq(b->sets[i].name, set.name)))
        i++;
    if (i == b->sets_n)
        aet_refi_codebook_set(b, (struct code_set){ aet_arena_copy(&b->arena, set.guid),
                                                    aet_arena_copy(&b->arena, set.name),
                                                    AET_LIT("") });
    if (!b->sets[i].description.n)
        b->sets[i].description = aet_arena_copy(&b->arena, set.description);
    return i;
}

void aet_refi_codebook_member(struct codebook *b, size_t set, struct span guid)
{
    b->members = aet_grow(b->members, &b->members_cap, b->members_n, sizeof *b->members);
    b->members[b->members_n++] = (struct code_member){ set, guid };
}

static int32_t code_of(const struct codebook *b, struct span guid)
{
    for (size_t i = 0; i < b->n; i++)
        if (aet_span_eq(b->codes[i].guid, guid))
            return (int32_t)i;
    return NO_PARENT;
}

void aet_refi_codebook_join(struct codebook *b, const struct codebook *from)
{
    size_t sets = b->sets_n;

    for (size_t i = 0; i < from->n; i++) {
        struct code c = from->codes[i];

        if (code_of(b, c.guid) != NO_PARENT)
            continue;
        if (c.parent != NO_PARENT)
            c.parent = code_of(b, from->codes[c.parent].guid);
        *aet_refi_codebook_add(b) = c;
    }
    for (size_t i = 0; i < from->sets_n; i++) {
        size_t set = 0;

        while (set < sets && !aet_span_eq(b->sets[set].guid, from->sets[i].guid))
            set++;
        if (set < sets)
            continue;
        set = aet_refi_codebook_set(b, from->sets[i]);
        for (size_t k = 0; k < from->members_n; k++)
            if (from->members[k].set == i)
                aet_refi_codebook_member(b, set, from->members[k].guid);
    }
}

static void cut_circles(struct codebook *b)
{
    for (size_t i = 0; i < b->n; i++) {
        int32_t up = b->codes[i].parent;

        for (size_t steps = 0; up != NO_PARENT && steps < REFI_WAY_MAX; steps++)
            up = b->codes[up].parent;
        if (up != NO_PARENT)
            b->codes[i].parent = NO_PARENT;
    }
}

/* A tree while it is put in order: the codes by their parent, one list each. */
struct growing {
    const struct code *from;
    int32_t *first, *next; /* of the children of a code, at 1 + its index; the next of a parent */
    struct code *to;
    size_t n;
};

/* The children of `parent`, which is now at `at`, each with what is below it. */
static void order(struct growing *g, int32_t parent, int32_t at)
{
    for (int32_t i = g->first[parent + 1]; i != NO_PARENT; i = g->next[i]) {
        int32_t mine = (int32_t)g->n;

        g->to[g->n] = g->from[i];
        g->to[g->n++].parent = at;
        order(g, i, mine);
    }
}

/* The label, less the way to it; the parent has its name. */
static void name_code(struct codebook *b, struct code *c)
{
    struct buf way = { 0 };

    c->name = c->label;
    if (c->parent == NO_PARENT)
        return;
    aet_refi_codebook_way(b, c->parent, &way);
    aet_buf_str(&way, AET_REFI_WAY);
    if (aet_span_starts(c->label, aet_buf_view(&way)))
        c->name = aet_span_from(c->label, way.n);
    aet_buf_free(&way);
}

void aet_refi_codebook_grow(struct codebook *b)
{
    struct growing g = { .from = b->codes,
                         .first = aet_reallocarray(NULL, b->n + 1, sizeof *g.first),
                         .next = aet_reallocarray(NULL, b->n + 1, sizeof *g.next),
                         .to = aet_reallocarray(NULL, b->n + 1, sizeof *g.to) };

    cut_circles(b);
    for (size_t i = 0; i <= b->n; i++)
        g.first[i] = NO_PARENT;
    for (size_t i = b->n; i-- > 0;) {
        g.next[i] = g.first[b->codes[i].parent + 1];
        g.first[b->codes[i].parent + 1] = (int32_t)i;
    }
    order(&g, NO_PARENT, NO_PARENT);
    aet_free(g.first);
    aet_free(g.next);
    aet_free(b->codes);
    b->codes = g.to;
    b->cap = b->n + 1;
    for (size_t i = 0; i < b->n; i++)
        name_code(b, &b->codes[i]);
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
