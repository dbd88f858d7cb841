/* Outputs in step. */
#include "io/outs.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/os/os.h"

void aet_outs_add(struct outs *u, struct out *o)
{
    u->items = aet_grow(u->items, &u->cap, u->n, sizeof(struct out *));
    u->items[u->n++] = o;
}

void aet_outs_move(struct outs *u, struct outs *from)
{
    for (size_t i = 0; i < from->n; i++)
        aet_outs_add(u, from->items[i]);
    from->n = 0;
    aet_outs_free(from, NULL);
}

typedef int step(struct out *o);

/* `direct`: those that are written directly, or the others. */
static const struct out *each(struct outs *u, bool direct, step *take)
{
    for (size_t i = 0; i < u->n; i++)
        if (aet_out_direct(u->items[i]) == direct && take(u->items[i]) < 0)
            return u->items[i];
    return NULL;
}

const struct out *aet_outs_settle(struct outs *u)
{
    const struct out *fault = each(u, false, aet_out_settle);

    return fault ? fault : each(u, true, aet_out_settle);
}

/* Outputs on their way to their places. */
struct placing {
    struct outs *outs;
    const struct out *fault; /* the one that could not go on, errno saying why */
};

static const struct out *place_all(struct outs *u)
{
    const struct out *fault = each(u, false, aet_out_name);

    for (; !fault && u->placed < u->n; u->placed++)
        if (aet_out_place(u->items[u->placed]) < 0)
            return u->items[u->placed];
    return fault;
}

/* All of them, or what could not be placed has no name any more when who waited to end us does. */
static void place_or_forget(void *to)
{
    struct placing *p = to;
    int error;

    p->fault = place_all(p->outs);
    error = errno;
    for (size_t i = p->outs->placed; p->fault && i < p->outs->n; i++)
        aet_out_forget(p->outs->items[i]);
    errno = error;
}

const struct out *aet_outs_place(struct outs *u)
{
    struct placing p = { u, NULL };

    aet_os_undisturbed(place_or_forget, &p);
    return p.fault ? p.fault : each(u, false, aet_out_keep);
}

void aet_outs_free(struct outs *u, struct buf *left)
{
    for (size_t i = 0; i < u->n; i++)
        aet_out_free(u->items[i], left);
    aet_free(u->items);
    *u = (struct outs){ 0 };
}
