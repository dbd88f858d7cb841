/* Taking values out of elements. */
#include "tree/losses.h"

#include <stdlib.h>

/* Losses of one field of one element. */
struct group {
    struct document *d;
    struct element *e;
    int field;
    struct loss **at;
    size_t n;
};

static int compare(const void *a, const void *b)
{
    return a < b ? -1 : a > b;
}

/* By element, field, position, then text. */
static int in_order(const void *x, const void *y)
{
    const struct about *a = &(*(struct loss *const *)x)->of, *b = &(*(struct loss *const *)y)->of;

    if (a->e != b->e)
        return compare(a->e, b->e);
    if (a->field != b->field)
        return a->field < b->field ? -1 : 1;
    if (a->position != b->position)
        return a->position < b->position ? -1 : 1;
    if (a->extra != b->extra)
        return compare(a->extra, b->extra);
    return aet_span_cmp(a->part, b->part);
}

/* The loss of a part: of this one, or of all that is written at its position. */
static struct loss *loss_of(struct loss *const *list, size_t n, const struct about *part)
{
    struct loss key = { .of = *part };
    const struct loss *wanted = &key;
    struct loss *const *found = NULL;

    if (!n)
        return NULL;
    found = bsearch(&wanted, list, n, sizeof *list, in_order);
    key.of.part = AET_LIT("");
    if (!found)
        found = bsearch(&wanted, list, n, sizeof *list, in_order);
    return found ? *found : NULL;
}

static struct loss *lost(const struct group *g, uint64_t position, struct span part)
{
    struct about of = { .e = g->e, .field = g->field, .position = (long)position, .part = part };

    return loss_of(g->at, g->n, &of);
}

static void parts_out(const struct group *g)
{
    struct fact *f = &g->e->facts.f[g->field];
    struct item *it = g->e->facts.items + f->u.list.from;
    struct parts parts = aet_parts(g->e, (size_t)g->field, &g->d->arena);
    struct span part;
    uint32_t kept = 0;

    while (aet_parts_next(&parts, &part)) {
        struct loss *l = lost(g, parts.it.position, part);

        if (l && !l->was.n)
            l->was = aet_arena_copy(&g->d->arena, part);
    }
    for (uint32_t i = 0; i < f->u.list.n; i++)
        if (!lost(g, it[i].position, it[i].text))
            it[kept++] = it[i];
    f->u.list.n = kept;
    f->present = kept > 0;
    f->good = true; /* what could not be read is gone */
}

struct parts aet_parts(const struct element *e, size_t field, struct arena *arena)
{
    struct parts p = { .it = aet_items(&e->values[field], arena), .e = e, .field = (int)field };

    p.it.separators = aet_lists_of(e->document->lists, &aet_element_schema(e)->fields[field]);
    return p;
}

static bool part_lost(const struct parts *p, struct span part)
{
    struct about of = {
        .e = p->e, .field = p->field, .position = (long)p->it.position, .part = part
    };

    return loss_of(p->e->losses, p->e->losses_n, &of) != NULL;
}

/* References in a row: what they were cut into stands in the facts alone. */
static bool next_cut(struct parts *p, struct span *part)
{
    const struct fact *f = &p->e->facts.f[p->field];

    while (p->fact < f->u.list.n) {
        p->read = p->e->facts.items + f->u.list.from + p->fact++;
        p->it.position = p->read->position;
        *part = p->read->text;
        if (!p->e->losses_n || !part_lost(p, *part))
            return true;
    }
    return false;
}

bool aet_parts_next(struct parts *p, struct span *part)
{
    const struct fact *f = &p->e->facts.f[p->field];
    const struct item *it = p->e->facts.items + f->u.list.from;

    if (p->e->cut >> p->field & 1)
        return next_cut(p, part);

    do {
        if (!aet_items_next(&p->it, part))
            return false;
    } while (p->e->losses_n && part_lost(p, *part));
    while (f->present && p->fact < f->u.list.n && it[p->fact].position < p->it.position)
        p->fact++;
    p->read = f->present && p->fact < f->u.list.n && it[p->fact].position == p->it.position
                  ? &it[p->fact]
                  : NULL;
    return true;
}

/* A list of which nothing stands is none. */
static void none_left(struct element *e, int field)
{
    struct parts parts = aet_parts(e, (size_t)field, &e->document->arena);
    struct span part;

    if (!aet_parts_next(&parts, &part))
        e->values[field].kind = VALUE_NONE;
}

static void extra_out(struct element *e, const struct extra *x)
{
    struct extra **at = &e->extras;

    while (*at && *at != x)
        at = &(*at)->next;
    if (*at)
        *at = (*at)->next;
}

static void settle(const struct group *g)
{
    if (g->field < 0) {
        for (size_t i = 0; i < g->n; i++)
            if (g->at[i]->of.extra)
                extra_out(g->e, g->at[i]->of.extra);
    } else if (g->at[0]->of.position < 0) {
        g->at[0]->was = g->e->values[g->field].text;
        g->e->values[g->field] = (struct value){ .kind = VALUE_NONE };
        g->e->facts.f[g->field] = (struct fact){ .present = false };
    } else {
        parts_out(g);
    }
}

/* The element keeps its losses in order: those of a group join the others. */
static void keep(const struct group *g)
{
    size_t n = g->e->losses_n + g->n;
    struct loss **all = aet_arena_alloc(&g->d->arena, n * sizeof(struct loss *));

    if (g->e->losses_n)
        memcpy(all, g->e->losses, g->e->losses_n * sizeof(struct loss *));
    memcpy(all + g->e->losses_n, g->at, g->n * sizeof(struct loss *));
    qsort(all, n, sizeof(struct loss *), in_order);
    g->e->losses = all;
    g->e->losses_n = n;
}

/* The losses that are not settled yet, in order and each once. */
static size_t gather(struct document *d, struct loss **list)
{
    size_t n = 0, kept = 0;

    for (struct loss *l = d->losses; l && !l->settled; l = l->next) {
        l->settled = true;
        list[n++] = l;
    }
    if (n)
        qsort(list, n, sizeof *list, in_order);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || in_order(&list[kept - 1], &list[i]) != 0)
            list[kept++] = list[i];
    return kept;
}

void aet_losses_settle(struct document *d)
{
    size_t n = 0, end;
    struct loss **list;

    for (const struct loss *l = d->losses; l && !l->settled; l = l->next)
        n++;
    if (!n)
        return;
    list = aet_calloc(n + 1, sizeof *list);
    n = gather(d, list);
    for (size_t i = 0; i < n; i = end) {
        struct group g = { d, (struct element *)list[i]->of.e, list[i]->of.field, list + i, 0 };

        for (end = i; end < n && list[end]->of.e == g.e && list[end]->of.field == g.field; end++)
            g.n++;
        settle(&g);
        keep(&g);
        if (g.field >= 0 && g.at[0]->of.position >= 0)
            none_left(g.e, g.field);
    }
    d->values_out += n;
    aet_free(list);
}
